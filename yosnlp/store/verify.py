"""Whether a corpus is whole: its database, and that what it says of the reports stands in their text."""

from __future__ import annotations

from collections.abc import Iterator

from yosnlp.store import held
from yosnlp.store.database import Database
from yosnlp.text import view


def verify(database: Database) -> list[str]:
    """What is wrong, a sentence each.

    A damaged database is told by itself alone: what is read out of it says nothing then.
    """
    wrong = database.check()
    if wrong:
        return wrong
    return [*_without_document(database), *_spans(database), *_vectors(database), *_hashes(database)]


def _without_document(database: Database) -> Iterator[str]:
    for row in database.rows(
        "SELECT report_id FROM reports WHERE report_id NOT IN (SELECT report_id FROM documents) ORDER BY report_id"
    ):
        yield f"{row['report_id']}: its text is missing"


def _spans(database: Database) -> Iterator[str]:
    """Findings and evidence that the stored text does not hold where they point; a report at a time."""
    for row in database.rows("SELECT report_id FROM documents ORDER BY report_id"):
        document = held.document(database, row["report_id"])
        found = database.rows(
            "SELECT finding_id AS id, 'text' AS part, text, span_start, span_end FROM findings WHERE report_id = ? "
            "UNION ALL SELECT f.finding_id, 'evidence', e.text, e.span_start, e.span_end "
            "FROM evidence e JOIN findings f USING (finding_key) WHERE f.report_id = ?",
            [row["report_id"]] * 2,
        )
        for part in found:
            if view(document, part["span_start"], part["span_end"]).text != part["text"].strip():
                yield f"{part['id']}: its {part['part']} does not stand in the report at {part['span_start']}"


def _vectors(database: Database) -> Iterator[str]:
    """Findings without a vector, and vectors of no finding."""
    keys = set(database.vectors()[0].tolist())
    named = held.finding_ids(database)
    for key in sorted(named.keys() - keys):
        yield f"{named[key]}: has no vector"
    for key in sorted(keys - named.keys()):
        yield f"vectors: one for finding_key {key}, which is no finding"


def _hashes(database: Database) -> Iterator[str]:
    """Reports whose text is not the one that was stored."""
    from yosnlp.store.written import text_sha256

    for row in database.rows("SELECT report_id, text_sha256, text FROM reports JOIN documents USING (report_id)"):
        if text_sha256(row["text"]) != row["text_sha256"]:
            yield f"{row['report_id']}: its text is not the one that was stored"
