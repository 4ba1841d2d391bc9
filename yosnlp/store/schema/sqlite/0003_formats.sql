-- What only the file of a PDF, a web page or a word-processor file shows: where its blocks are, the anchors of its
-- headings, and what could not be read in it. Of text and Markdown the text tells it all.
ALTER TABLE documents ADD COLUMN blocks_json TEXT NOT NULL DEFAULT '[]';
ALTER TABLE documents ADD COLUMN anchors_json TEXT NOT NULL DEFAULT '[]';
ALTER TABLE documents ADD COLUMN defects_json TEXT NOT NULL DEFAULT '[]';
ALTER TABLE findings ADD COLUMN anchor TEXT;
