"""A corpus: reports that were added over time, with their texts, findings, ratings and vectors, in one database."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

import numpy as np

from yosnlp.errors import CorpusError
from yosnlp.exchange import Content, in_part
from yosnlp.records import Document, InPart, Provenance, TaggedReport
from yosnlp.store import embedding, held, models, verify, written
from yosnlp.store.database import Database, Row, Vectors, connect
from yosnlp.store.narrowing import LISTED, Narrowing, known
from yosnlp.tables import Tables

if TYPE_CHECKING:
    import pandas as pd

    from yosnlp.store.found import Found
    from yosnlp.store.strength import How


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """A report that a corpus holds: its file, and the hashes of file, text, model and embedding.

    ``in_part``: why it is not known to be whole; None if it is.
    """

    report_id: str
    service: str | None
    programme: str
    year: int | None
    source_file: str
    source_path: str
    sha256: str
    text_sha256: str
    model_sha256: str
    codebook_version: int
    embedding_sha256: str
    version: str
    in_part: InPart | None


class Corpus:
    """Reports in a database. Use it as a context manager, or `close` it."""

    def __init__(self, database: Database) -> None:
        self.database = database

    @classmethod
    def open(cls, where: str | Path, *, create: bool = False) -> Corpus:
        """The corpus in the SQLite file ``where``, or at the URL ``postgresql://...``.

        Raises CorpusError if there is none, unless ``create`` is set, and if it cannot be opened.
        """
        return cls(connect(where, create=create))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def where(self) -> str:
        """The file or URL of the corpus."""
        return self.database.where

    def close(self) -> None:
        """Let go of the database."""
        self.database.close()

    def put(
        self,
        tagged: TaggedReport,
        provenance: Provenance,
        themes: Sequence[tuple[str, str]],
        vectors: Vectors,
        *,
        replaces: str | None = None,
    ) -> str:
        """Store a report, whole or not at all, and give the id that it has here.

        It takes the place, and the id, of the report ``replaces`` and of that with the same file hash. If its id is
        otherwise another report's, it gets its hash as an ending.
        ``themes``: id and label of those coded, in codebook order. ``vectors``: findings by dimensions, of `Embedding`.
        Raises CorpusError.
        """
        if len(vectors) != len(tagged.findings):
            raise CorpusError(f"{tagged.report.id}: {len(vectors)} vectors for {len(tagged.findings)} findings")
        now = datetime.now(UTC).isoformat(timespec="seconds")
        row = written.report_row(tagged, provenance)
        with self.database.writing():
            replaced = self._replaced(row, replaces)
            added = min((old["added"] for old in replaced), default=now)
            self._delete([old["report_id"] for old in replaced])
            tagged = tagged.named(replaced[0]["report_id"] if replaced else self._free_id(row))
            row = written.report_row(tagged, provenance)
            models.put(self.database, provenance, themes)
            by = embedding.sha256()
            self.database.insert("reports", [{**row, "embedding_sha256": by, "added": added, "tagged": now}])
            self.database.insert("documents", [written.document_row(tagged.report.id, tagged.report.document)])
            key = self.database.rows("SELECT coalesce(max(finding_key), 0) + 1 AS next FROM findings")[0]["next"]
            written.put_findings(self.database, tagged, [theme for theme, _ in themes], key)
            written.put_figures(self.database, tagged)
            self.database.put_vectors(tagged.report.id, key, np.asarray(vectors, dtype=np.float32))
            models.drop_unused(self.database)
        return tagged.report.id

    def known(self, sha256: str) -> Stored | None:
        """The report from a file with this hash."""
        return self._stored("sha256", sha256)

    def known_at(self, path: Path) -> Stored | None:
        """The report last read from the file ``path``."""
        return self._stored("source_path", str(path.resolve()))

    def known_text(self, text: str) -> Stored | None:
        """The report that says the same as ``text``, letter for letter, in whatever file."""
        return self._stored("text_sha256", written.text_sha256(text))

    def said(self, programme: str, service: str | None) -> list[tuple[Stored, list[str]]]:
        """The reports of a programme on a service, each with the texts of its findings."""
        of_service = "service IS NULL" if service is None else "service = ?"
        rows = self.database.rows(
            f"SELECT report_id, text FROM findings JOIN reports USING (report_id) WHERE programme = ? AND {of_service} "
            "ORDER BY finding_key",
            [programme, *([] if service is None else [service])],
        )
        texts: dict[str, list[str]] = {}
        for row in rows:
            texts.setdefault(row["report_id"], []).append(row["text"])
        found = ((self._stored("report_id", report_id), said) for report_id, said in texts.items())
        return [(stored, said) for stored, said in found if stored is not None]

    def moved(self, report_id: str, path: Path) -> None:
        """Note that the file of a report is now at ``path``. Raises CorpusError."""
        with self.database.writing():
            (row,) = self.database.rows("SELECT certificate_json FROM reports WHERE report_id = ?", [report_id])
            entry = json.dumps({**json.loads(row["certificate_json"]), "source": str(path)}, ensure_ascii=False)
            self.database.execute(
                "UPDATE reports SET source_file = ?, source_path = ?, certificate_json = ? WHERE report_id = ?",
                [str(path), str(path.resolve()), entry, report_id],
            )

    def remove(self, report_ids: Iterable[str]) -> None:
        """Remove reports with all that belongs to them. Raises CorpusError, and removes none, if one is not there."""
        wanted = list(dict.fromkeys(report_ids))
        with self.database.writing():
            there = held.ids(self.database)
            unknown = [report_id for report_id in wanted if report_id not in there]
            if unknown:
                raise held.no_report(self.database, unknown[0])
            self._delete(wanted)
            models.drop_unused(self.database)

    def stored(self) -> list[Stored]:
        """All reports, in the order of their files."""
        return [_stored(row) for row in held.report_rows(self.database, None)]

    def model(self) -> str | None:
        """The name of the model that tagged last; None for an empty corpus."""
        return models.newest(self.database)

    def reports(self) -> pd.DataFrame:
        """A row a report, as the view ``report_overview`` has them, in the order of service and year."""
        import pandas as pd

        columns = (
            *("report_id", "service", "programme", "year", "overall_rating", "overall_score", "findings"),
            *("findings_that_count", "strengths", "areas_for_improvement", "added", "model", "source_file"),
        )
        rows = self.database.rows(f"SELECT {', '.join(columns)} FROM report_overview")
        rows.sort(key=lambda row: (row["service"] or "", row["year"] or 0, row["report_id"]))
        frame = pd.DataFrame(rows, columns=list(columns), dtype="object")
        whole = [
            c for c in columns if c in ("year", "overall_score") or c.startswith(("findings", "strength", "areas"))
        ]
        return frame.astype(dict.fromkeys(whole, "Int64"))

    def document(self, report_id: str) -> Document:
        """The text of a report with its source, hidden parts and pages, less its blocks. Raises CorpusError."""
        return held.document(self.database, report_id)

    def themes(self) -> tuple[tuple[str, str], ...]:
        """Id and label of the themes coded, in codebook order."""
        return models.themes(self.database)

    def tables(self, report_ids: Sequence[str] | None = None) -> Tables:
        """The tables of all reports, or of some: those that `exchange.read_folder` gives for the same reports."""
        return self.content(report_ids).tables()

    def content(self, report_ids: Sequence[str] | None = None) -> Content:
        """What a run over these reports would have found, as plain rows: for `exchange.write`."""
        return held.content(self.database, report_ids)

    def vectors(self, report_ids: Sequence[str] | None = None) -> tuple[list[str], Vectors]:
        """Ids of findings, in the order that they were stored, and their vectors: findings by dimensions."""
        keys, vectors = self.database.vectors(report_ids)
        named = held.finding_ids(self.database, report_ids)
        return [named[key] for key in keys.tolist()], vectors

    def search(
        self,
        text: str | None,
        *,
        theme: str | None = None,
        polarity: str | None = None,
        service: str | None = None,
        year: str | None = None,
        standard: str | None = None,
        rating: str | None = None,
        programme: str | None = None,
        kind: str | None = None,
        how: How = "both",
        like: str | None = None,
        limit: int = 20,
        context: int = 0,
    ) -> Found:
        """The findings that best match ``text``, best first; none where none is a good match.

        ``text``: words, "a phrase", school NEAR police, -word, school OR college (see `yosnlp.store.query`). The other
        filters narrow before anything is ranked (see `Narrowing`). ``how``: by ``words``, by ``meaning``, or by both.
        ``like``: the id of a finding that those found should resemble, with or in place of ``text``. ``context``: so
        many findings before and after each hit, in its report.

        Raises QueryError for a text that cannot be read, FilterError for a value that the corpus does not have.
        """
        from yosnlp.store.search import search

        narrowing = Narrowing(
            theme=theme,
            polarity=polarity,
            service=service,
            year=year,
            standard=standard,
            rating=rating,
            programme=programme,
            kind=kind,
        )
        return search(self.database, text, narrowing, how=how, like=like, limit=limit, context=context)

    def known_values(self, filters: Iterable[str] = LISTED) -> dict[str, dict[str, str]]:
        """The values that filters of `search` may have here, by filter, each with its label; any year will do."""
        return known(self.database, filters)

    def verify(self) -> list[str]:
        """What is wrong with the corpus, a sentence each; nothing if it is whole."""
        return verify.verify(self.database)

    def _rows(self, column: str, value: str) -> list[Row]:
        return self.database.rows(f"SELECT * FROM reports WHERE {column} = ? ORDER BY tagged DESC, report_id", [value])

    def _stored(self, column: str, value: str) -> Stored | None:
        rows = self._rows(column, value)
        return _stored(rows[0]) if rows else None

    def _replaced(self, row: Row, replaces: str | None) -> list[Row]:
        named = self._rows("report_id", replaces) if replaces else []
        return list({old["report_id"]: old for old in [*named, *self._rows("sha256", row["sha256"])]}.values())

    def _free_id(self, row: Row) -> str:
        """The id of a report that is new here; with its hash where the id is another's."""
        report_id = str(row["report_id"])
        return f"{report_id}-{row['sha256'][:8]}" if self._rows("report_id", report_id) else report_id

    def _delete(self, report_ids: Iterable[str]) -> None:
        for report_id in report_ids:
            self.database.execute("DELETE FROM reports WHERE report_id = ?", [report_id])


def _stored(row: Row) -> Stored:
    names = (
        *("report_id", "service", "programme", "year", "source_file", "source_path"),
        *("sha256", "text_sha256", "model_sha256", "codebook_version", "embedding_sha256"),
    )
    return Stored(
        **{name: row[name] for name in names},
        version=row["yosnlp_version"],
        in_part=in_part(json.loads(row["certificate_json"])),
    )
