-- A corpus of inspection reports in SQLite. Columns that end in _json hold JSON; spans are characters of documents.text,
-- from span_start up to, not including, span_end. What a report does not state is NULL.

-- What tagged the reports: a model with the version of the codebook that it codes by.
CREATE TABLE models (
    model_sha256 TEXT NOT NULL,
    codebook_version INTEGER NOT NULL,
    model TEXT NOT NULL,
    theme_ids_json TEXT NOT NULL,
    PRIMARY KEY (model_sha256, codebook_version)
);

-- The themes of the models in use, in the order of the newest codebook.
CREATE TABLE themes (
    theme_id TEXT PRIMARY KEY,
    label TEXT NOT NULL,
    position INTEGER NOT NULL
);

-- A row a report. source_file is its path as given, source_path the whole path, text_sha256 of its letters and digits
-- alone: the same for the same report in another file. certificate_json is its entry in certificate.json.
CREATE TABLE reports (
    report_id TEXT PRIMARY KEY,
    service TEXT,
    programme TEXT NOT NULL,
    year INTEGER,
    overall_rating TEXT,
    overall_score INTEGER,
    fieldwork_first TEXT,
    fieldwork_last TEXT,
    published_first TEXT,
    published_last TEXT,
    isbn TEXT,
    pages INTEGER,
    source_file TEXT NOT NULL,
    source_path TEXT NOT NULL,
    sha256 TEXT NOT NULL UNIQUE,
    text_sha256 TEXT NOT NULL,
    standards_missing_json TEXT NOT NULL,
    certificate_json TEXT NOT NULL,
    model_sha256 TEXT NOT NULL,
    codebook_version INTEGER NOT NULL,
    yosnlp_version TEXT NOT NULL,
    options_json TEXT NOT NULL,
    added TEXT NOT NULL,
    tagged TEXT NOT NULL,
    FOREIGN KEY (model_sha256, codebook_version) REFERENCES models
);
CREATE INDEX reports_source_path ON reports (source_path);
CREATE INDEX reports_text_sha256 ON reports (text_sha256);
CREATE INDEX reports_model ON reports (model_sha256, codebook_version);

-- The text as it was read, with the stretches that are not the report's own prose, and its pages.
CREATE TABLE documents (
    report_id TEXT PRIMARY KEY REFERENCES reports ON DELETE CASCADE,
    format TEXT NOT NULL,
    encoding TEXT NOT NULL,
    text TEXT NOT NULL,
    hidden_json TEXT NOT NULL,
    pages_json TEXT NOT NULL
);

-- A row a finding. finding_key runs on in the order of the report. counts: whether it enters counts (no single case,
-- nothing said before). theme_scores_json maps every theme to its probability; those assigned are in finding_themes.
CREATE TABLE findings (
    finding_key INTEGER PRIMARY KEY,
    finding_id TEXT NOT NULL UNIQUE,
    report_id TEXT NOT NULL REFERENCES reports ON DELETE CASCADE,
    domain TEXT,
    standard_id TEXT,
    standard TEXT,
    kind TEXT NOT NULL,
    polarity TEXT NOT NULL,
    polarity_origin TEXT NOT NULL,
    polarity_confidence REAL,
    text TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    page INTEGER,
    addressee TEXT,
    repeat_of TEXT,
    counts INTEGER NOT NULL,
    rating TEXT,
    rating_points INTEGER,
    lowest_key_question_percent REAL,
    theme_scores_json TEXT NOT NULL
);
CREATE INDEX findings_report ON findings (report_id, finding_id);

CREATE TABLE finding_themes (
    finding_key INTEGER NOT NULL REFERENCES findings ON DELETE CASCADE,
    theme_id TEXT NOT NULL,
    probability REAL NOT NULL,
    PRIMARY KEY (finding_key, theme_id)
) WITHOUT ROWID;
CREATE INDEX finding_themes_theme ON finding_themes (theme_id, finding_key);

-- The words of a finding that carry a theme.
CREATE TABLE evidence (
    finding_key INTEGER NOT NULL REFERENCES findings ON DELETE CASCADE,
    position INTEGER NOT NULL,
    theme_id TEXT NOT NULL,
    text TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    PRIMARY KEY (finding_key, position)
) WITHOUT ROWID;

-- Amounts: a share (0 to 1), or n of total cases; words without a figure have the bounds of the share they can mean.
CREATE TABLE quantities (
    finding_key INTEGER NOT NULL REFERENCES findings ON DELETE CASCADE,
    position INTEGER NOT NULL,
    words TEXT NOT NULL,
    share REAL,
    n INTEGER,
    total INTEGER,
    low REAL,
    high REAL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    PRIMARY KEY (finding_key, position)
) WITHOUT ROWID;

-- Findings tied to the rating of a standard, or to the figure of a key question or prompt.
CREATE TABLE links (
    finding_key INTEGER NOT NULL REFERENCES findings ON DELETE CASCADE,
    position INTEGER NOT NULL,
    target TEXT NOT NULL,
    target_id TEXT NOT NULL,
    origin TEXT NOT NULL,
    PRIMARY KEY (finding_key, position)
) WITHOUT ROWID;

CREATE TABLE ratings (
    report_id TEXT NOT NULL REFERENCES reports ON DELETE CASCADE,
    position INTEGER NOT NULL,
    level TEXT NOT NULL,
    standard_id TEXT,
    standard TEXT,
    rating TEXT,
    points INTEGER,
    percent INTEGER,
    comment TEXT,
    discretion INTEGER NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    page INTEGER,
    PRIMARY KEY (report_id, position)
);

CREATE TABLE key_questions (
    report_id TEXT NOT NULL REFERENCES reports ON DELETE CASCADE,
    position INTEGER NOT NULL,
    level TEXT NOT NULL,
    standard_id TEXT NOT NULL,
    question_id TEXT NOT NULL,
    question TEXT NOT NULL,
    percent INTEGER,
    yes INTEGER,
    relevant INTEGER,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    page INTEGER,
    PRIMARY KEY (report_id, position)
);

-- A vector for each finding of a report: row i belongs to finding_key first_key + i. rows holds whole numbers (int8),
-- findings by dimensions; times scales (little-endian float32, one a finding) they are vectors of unit length.
CREATE TABLE vectors (
    report_id TEXT PRIMARY KEY REFERENCES reports ON DELETE CASCADE,
    first_key INTEGER NOT NULL,
    findings INTEGER NOT NULL,
    dimensions INTEGER NOT NULL,
    scales BLOB NOT NULL,
    rows BLOB NOT NULL
);

CREATE VIRTUAL TABLE findings_fts USING fts5 (
    text,
    content = 'findings',
    content_rowid = 'finding_key',
    tokenize = 'porter unicode61'
);
CREATE TRIGGER findings_added AFTER INSERT ON findings BEGIN
    INSERT INTO findings_fts (rowid, text) VALUES (new.finding_key, new.text);
END;
CREATE TRIGGER findings_removed AFTER DELETE ON findings BEGIN
    INSERT INTO findings_fts (findings_fts, rowid, text) VALUES ('delete', old.finding_key, old.text);
END;
CREATE TRIGGER findings_changed AFTER UPDATE OF text ON findings BEGIN
    INSERT INTO findings_fts (findings_fts, rowid, text) VALUES ('delete', old.finding_key, old.text);
    INSERT INTO findings_fts (rowid, text) VALUES (new.finding_key, new.text);
END;

CREATE VIEW report_overview AS
SELECT r.report_id, r.service, r.programme, r.year, r.overall_rating, r.overall_score,
    count(f.finding_key) AS findings,
    coalesce(sum(f.counts), 0) AS findings_that_count,
    coalesce(sum(f.counts AND f.polarity = 'strength'), 0) AS strengths,
    coalesce(sum(f.counts AND f.polarity = 'area_for_improvement'), 0) AS areas_for_improvement,
    r.added, m.model, r.source_file
FROM reports r
JOIN models m USING (model_sha256, codebook_version)
LEFT JOIN findings f USING (report_id)
GROUP BY r.report_id;

CREATE VIEW findings_with_ratings AS
SELECT f.finding_id, r.report_id, r.service, r.programme, r.year, f.standard_id, f.standard, f.rating, f.rating_points,
    f.lowest_key_question_percent, r.overall_rating, f.kind, f.polarity,
    (SELECT group_concat(t.theme_id, ', ') FROM finding_themes t WHERE t.finding_key = f.finding_key) AS themes,
    f.text, f.page, f.counts, f.repeat_of
FROM findings f
JOIN reports r USING (report_id);

CREATE VIEW areas_for_improvement AS
SELECT * FROM findings_with_ratings WHERE polarity = 'area_for_improvement' AND counts;

CREATE VIEW theme_counts AS
SELECT t.theme_id, t.label, f.polarity, count(*) AS findings, count(DISTINCT f.report_id) AS reports
FROM themes t
JOIN finding_themes USING (theme_id)
JOIN findings f USING (finding_key)
WHERE f.counts
GROUP BY t.theme_id, t.label, f.polarity;
