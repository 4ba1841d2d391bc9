"""Findings by their words: FTS5 with bm25 in SQLite, its own full text search in PostgreSQL."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from yosnlp.store.database import Database, among
from yosnlp.store.query import Term

#: A condition in SQL on findings ``f`` of reports ``r``, and the values for its question marks.
Condition: TypeAlias = tuple[str, list[Any]]
Keys: TypeAlias = NDArray[np.int64]
Span: TypeAlias = tuple[int, int]

#: Among keys, as a JSON list. + keeps SQLite from asking for the words once more for each key.
_KEPT = "AND +rowid IN (SELECT value FROM json_each(?))"

_OPEN, _SHUT = "\ue000", "\ue001"  # signs of private use, that no report holds for a reader
_MARKED = re.compile(f"[{_OPEN}{_SHUT}]")


class Words(Protocol):
    """Word search in one database. All are about findings that hold at least one of ``terms``."""

    def holding(self, terms: Sequence[Term]) -> Condition:
        """The condition that a finding holds one of ``terms``."""
        ...

    def ranked(self, terms: Sequence[Term], within: Keys | None, most: int) -> list[int]:
        """Keys of findings, the best match first, at most so many; among those ``within``, if they are given."""
        ...

    def held(self, terms: Sequence[Term], keys: Sequence[int]) -> set[int]:
        """Those of ``keys`` whose findings hold one of ``terms``."""
        ...

    def how_many(self, terms: Sequence[Term]) -> int:
        """How many findings hold one of ``terms``."""
        ...

    def marked(self, terms: Sequence[Term], keys: Sequence[int]) -> dict[int, str]:
        """The texts of findings with every match between two signs, by key."""
        ...


def words_of(database: Database) -> Words:
    """Word search in ``database``."""
    from yosnlp.store.sqlite import Sqlite

    return SqliteWords(database) if isinstance(database, Sqlite) else PostgresWords(database)


def marks(marked: str) -> tuple[str, tuple[Span, ...]]:
    """A text without the signs of `Words.marked`, and the stretches between them; those that touch are one."""
    spans: list[Span] = []
    plain, start = 0, 0
    for part, sign in zip(_MARKED.split(marked), [*_MARKED.findall(marked), ""], strict=True):
        plain += len(part)
        if sign == _OPEN:
            start = plain
        elif sign == _SHUT and plain > start:
            spans.append((start, plain))
    return _MARKED.sub("", marked), tuple(spans)


class SqliteWords:
    """Search by FTS5. Every word goes in as a string in quotes, so that none is taken for a part of its language."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def holding(self, terms: Sequence[Term]) -> Condition:
        return "f.finding_key IN (SELECT rowid FROM findings_fts WHERE findings_fts MATCH ?)", [any_of(terms)]

    def ranked(self, terms: Sequence[Term], within: Keys | None, most: int) -> list[int]:
        narrowed, values = ("", []) if within is None else (_KEPT, [json.dumps(within.tolist())])
        rows = self.database.rows(
            f"SELECT rowid FROM findings_fts WHERE findings_fts MATCH ? {narrowed} ORDER BY rank, rowid LIMIT ?",
            [any_of(terms), *values, most],
        )
        return [row["rowid"] for row in rows]

    def held(self, terms: Sequence[Term], keys: Sequence[int]) -> set[int]:
        sql = f"SELECT rowid FROM findings_fts WHERE findings_fts MATCH ? {_KEPT}"
        return {row["rowid"] for row in self.database.rows(sql, [any_of(terms), json.dumps(list(keys))])}

    def how_many(self, terms: Sequence[Term]) -> int:
        sql = "SELECT count(*) AS n FROM findings_fts WHERE findings_fts MATCH ?"
        return int(self.database.rows(sql, [any_of(terms)])[0]["n"])

    def marked(self, terms: Sequence[Term], keys: Sequence[int]) -> dict[int, str]:
        these, values = among("rowid", keys)
        rows = self.database.rows(
            "SELECT rowid, highlight(findings_fts, 0, ?, ?) AS marked FROM findings_fts "
            f"WHERE findings_fts MATCH ? AND {these}",
            [_OPEN, _SHUT, any_of(terms), *values],
        )
        return {row["rowid"]: row["marked"] for row in rows}


def any_of(terms: Sequence[Term]) -> str:
    """Terms as a query of FTS5 that any of them meets."""
    return " OR ".join(_fts5(term) for term in terms)


def _fts5(term: Term) -> str:
    if term.near is None:
        return f'"{" ".join(term.words)}"'
    parts = " ".join(f'"{" ".join(part)}"' for part in term.parts)
    return f"NEAR({parts}, {term.near})"


class PostgresWords:
    """Search by PostgreSQL's text search in English."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def holding(self, terms: Sequence[Term]) -> Condition:
        query, values = _tsquery(terms)
        return f"f.finding_key IN (SELECT finding_key FROM findings WHERE words @@ ({query}))", values

    def ranked(self, terms: Sequence[Term], within: Keys | None, most: int) -> list[int]:
        query, values = _tsquery(terms)
        narrowed, more = ("", []) if within is None else ("AND finding_key = ANY(?)", [within.tolist()])
        rows = self.database.rows(
            f"SELECT finding_key FROM findings, (SELECT ({query}) AS sought) AS asked "
            f"WHERE words @@ sought {narrowed} "
            "ORDER BY ts_rank(words, sought, 1) DESC, finding_key LIMIT ?",  # 1: long findings do not gain by length
            [*values, *more, most],
        )
        return [row["finding_key"] for row in rows]

    def held(self, terms: Sequence[Term], keys: Sequence[int]) -> set[int]:
        query, values = _tsquery(terms)
        sql = f"SELECT finding_key FROM findings WHERE words @@ ({query}) AND finding_key = ANY(?)"
        return {row["finding_key"] for row in self.database.rows(sql, [*values, list(keys)])}

    def how_many(self, terms: Sequence[Term]) -> int:
        query, values = _tsquery(terms)
        return int(self.database.rows(f"SELECT count(*) AS n FROM findings WHERE words @@ ({query})", values)[0]["n"])

    def marked(self, terms: Sequence[Term], keys: Sequence[int]) -> dict[int, str]:
        query, values = _tsquery(terms)
        these, more = among("finding_key", keys)
        rows = self.database.rows(
            "SELECT finding_key, ts_headline('english', text, sought, ?) AS marked "
            f"FROM findings, (SELECT ({query}) AS sought) AS asked WHERE words @@ sought AND {these}",
            [f"HighlightAll=true, StartSel={_OPEN}, StopSel={_SHUT}", *values, *more],
        )
        return {row["finding_key"]: row["marked"] for row in rows}


def _tsquery(terms: Sequence[Term]) -> tuple[str, list[Any]]:
    parts, values = [], []
    for term in terms:
        part, more = _phrase(term.words) if term.near is None else _near(term.parts, term.near)
        parts.append(part)
        values += more
    return " || ".join(parts), values


def _phrase(words: Sequence[str]) -> tuple[str, list[Any]]:
    return "phraseto_tsquery('english', ?)", [" ".join(words)]


def _near(parts: Sequence[Sequence[str]], within: int) -> tuple[str, list[Any]]:
    """Each part within so many words of the next, in either order."""
    pairs, values = [], []
    for left, right in pairwise(parts):
        either = []
        for first, second in ((left, right), (right, left)):
            for distance in range(1, within + 2):
                either.append("tsquery_phrase(phraseto_tsquery('english', ?), phraseto_tsquery('english', ?), ?::int)")
                values += [" ".join(first), " ".join(second), distance]
        pairs.append(f"({' || '.join(either)})")
    return f"({' && '.join(pairs)})", values
