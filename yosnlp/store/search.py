"""Search over the findings of a corpus: by words, by meaning, or by both, which together say how well each matches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from yosnlp.store import hits, meaning, query
from yosnlp.store.database import Database, Vectors
from yosnlp.store.found import Found, Hit
from yosnlp.store.glossary import Glossary
from yosnlp.store.narrowing import FilterError, Narrowing, checked, condition, known
from yosnlp.store.strength import How, Numbers, coverage, floors, strengths
from yosnlp.store.wanted import Wanted, wanted
from yosnlp.store.words import Condition, Words, words_of

#: How many findings words and meaning rank each. Facets count among them.
DEPTH = 200
NO_MATCH = "no good match"
ALL_BUT_NOTHING = 1 - 1e-9  # all of a query, less what adding up shares may lose


@dataclass(frozen=True, slots=True)
class Ranked:
    """Keys of findings, best first, with how well each matches; ``cosines`` None where meaning was not asked.

    ``whole``: whether a finding holds, in words, all that was asked for. It is a good match then, however weak.
    """

    keys: list[int]
    strengths: Numbers
    cosines: Numbers | None
    whole: NDArray[np.bool_]

    def ordered(self, order: Sequence[int]) -> Ranked:
        """Those at the places ``order``, in that order."""
        at = np.array(order, dtype=int)
        cosines = None if self.cosines is None else self.cosines[at]
        return Ranked([self.keys[i] for i in order], self.strengths[at], cosines, self.whole[at])


@dataclass(frozen=True, slots=True)
class Field:
    """What is searched: the findings that filters and required words leave; None: all."""

    keys: NDArray[np.int64] | None
    reports: list[str] | None


def search(
    database: Database,
    text: str | None,
    narrowing: Narrowing,
    *,
    how: How = "both",
    like: str | None = None,
    limit: int = 20,
    context: int = 0,
) -> Found:
    """As `Corpus.search`."""
    narrowing = checked(narrowing, known(database, narrowing.given)) if narrowing.given else narrowing
    words = words_of(database)
    sought = wanted(query.read(text), Glossary.load()) if text is not None else None
    if sought is None and like is None:
        raise query.QueryError("", "nothing to look for")
    field = field_of(database, words, narrowing, sought)
    best = ranked(database, words, field, sought, how, like)
    floor = floors().of("like" if sought is None else how)
    folded = hits.fold(database, best.keys, field.keys)
    return _found(database, words, sought, best, folded, floor, _note(database, field), limit=limit, context=context)


def field_of(database: Database, words: Words, narrowing: Narrowing, sought: Wanted | None) -> Field:
    """What filters and required and excluded words leave."""
    parts: list[Condition] = []
    narrowed = condition(narrowing)
    if narrowed is not None:
        parts.append(narrowed)
    if sought is not None:
        parts += [words.holding(alternatives) for alternatives in sought.required]
        if sought.excluded:
            holding, values = words.holding(sought.excluded)
            parts.append((f"NOT {holding}", values))
    if not parts:
        return Field(None, None)
    rows = database.rows(
        "SELECT f.finding_key, f.report_id FROM findings f JOIN reports r ON r.report_id = f.report_id "
        f"WHERE {' AND '.join(sql for sql, _ in parts)} ORDER BY f.finding_key",
        [value for _, values in parts for value in values],
    )
    keys = np.array([row["finding_key"] for row in rows], dtype=np.int64)
    return Field(keys, sorted({row["report_id"] for row in rows}))


def ranked(
    database: Database, words: Words, field: Field, sought: Wanted | None, how: How = "both", like: str | None = None
) -> Ranked:
    """The best findings of ``field``, before repeats are folded and a floor is set.

    Those by words alone are in the order of bm25, all others in that of their strength.
    """
    if field.keys is not None and not len(field.keys):
        return Ranked([], np.zeros(0), None, np.zeros(0, dtype=bool))
    keys: list[int] = []
    near = covered = None
    if sought is not None and how != "meaning":
        keys = words.ranked(sought.terms, field.keys, DEPTH)
    if sought is None or like is not None or how != "words":
        near = meaning.near(database, _vector(database, sought, like), field.reports, field.keys)
        keys = list(dict.fromkeys([*keys, *near.ranked(DEPTH)]))
    cosines = near.of(keys).astype(np.float64) if near is not None else None
    if sought is not None and how != "meaning":
        covered = coverage(words, sought, keys, _how_many(database))
    whole = np.zeros(len(keys), dtype=bool) if covered is None else covered > ALL_BUT_NOTHING
    found = Ranked(keys, strengths(how, cosines, covered), cosines, whole)
    if like is not None:
        found = found.ordered(_others(database, keys, like))
    return found if near is None else found.ordered(np.argsort(-found.strengths, kind="stable").tolist())


def _others(database: Database, keys: Sequence[int], like: str) -> list[int]:
    """The places of ``keys`` that are neither the finding ``like`` nor say it again."""
    rows = database.rows(
        "SELECT finding_key FROM findings WHERE finding_id = ? OR repeat_of = ? "
        "OR finding_id = (SELECT repeat_of FROM findings WHERE finding_id = ?)",
        [like, like, like],
    )
    same = {row["finding_key"] for row in rows}
    return [place for place, key in enumerate(keys) if key not in same]


def _vector(database: Database, sought: Wanted | None, like: str | None) -> Vectors:
    """The vector of what is asked; of the finding ``like``; with both, between the two."""
    asked = [meaning.vector_of(sought.texts)] if sought is not None else []
    if like is not None:
        rows = database.rows("SELECT finding_key, report_id FROM findings WHERE finding_id = ?", [like])
        if not rows:
            raise FilterError(f"no finding '{like}' in the corpus. Give the id that a search or 'yosnlp tag' shows.")
        keys, vectors = database.vectors([rows[0]["report_id"]])
        asked.append(vectors[np.flatnonzero(keys == rows[0]["finding_key"])[0]])
    mean = np.mean(asked, axis=0)
    return np.asarray(mean / max(float(np.linalg.norm(mean)), 1e-9), dtype=np.float32)


def _found(
    database: Database,
    words: Words,
    sought: Wanted | None,
    ranked: Ranked,
    folded: Sequence[tuple[int, int]],
    floor: float,
    note: str,
    *,
    limit: int,
    context: int,
) -> Found:
    """``folded``: the key of each finding to show, and its place in ``ranked``."""
    good = [(key, i) for key, i in folded if ranked.whole[i] or ranked.strengths[i] >= floor * floors().tail]
    answered = any(ranked.whole[i] or ranked.strengths[i] >= floor for _, i in good)
    if sought is not None and len(sought.required) == len(sought.units) and folded:
        good, answered = list(folded), True  # all that was asked for is in quotes or the like, and it is there
    shown = good if answered else list(folded)

    def made(pairs: Sequence[tuple[int, int]]) -> tuple[Hit, ...]:
        of = [
            hits.Scored(key, float(ranked.strengths[i]), None if ranked.cosines is None else float(ranked.cosines[i]))
            for key, i in pairs
        ]
        return hits.made(database, words, sought, of, context)

    best = made(shown[:limit])
    if not answered:
        return Found(hits=(), total=0, facets=hits.facets(database, []), note=note, weak=best)
    facets = hits.facets(database, [key for key, _ in good])
    return Found(hits=best, total=len(good), facets=facets)


def _note(database: Database, field: Field) -> str:
    if field.keys is not None and not len(field.keys) and _how_many(database):
        return f"{NO_MATCH}: no finding meets all filters and required words"
    return NO_MATCH if _how_many(database) else f"{NO_MATCH}: the corpus is empty"


def _how_many(database: Database) -> int:
    return int(database.rows("SELECT count(*) AS n FROM findings")[0]["n"])
