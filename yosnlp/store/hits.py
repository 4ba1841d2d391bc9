"""Keys of findings made hits: repeats folded, matched words marked, what stands beside them, how they are spread."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from yosnlp.store import models
from yosnlp.store.database import Database, Row, among
from yosnlp.store.found import Beside, Hit
from yosnlp.store.wanted import Wanted
from yosnlp.store.words import Words, marks

FACETS = ("theme", "polarity", "service", "year", "rating")


@dataclass(frozen=True, slots=True)
class Scored:
    """A finding with how well it matches."""

    key: int
    strength: float
    cosine: float | None


def fold(database: Database, keys: Sequence[int], within: NDArray[np.int64] | None) -> list[tuple[int, int]]:
    """Each finding once, with its place in ``keys``: in the place of a repeat, what it repeats, if search may find it.

    ``within``: keys, ascending, of the findings that may be found; None: all.
    """
    these, values = among("f.finding_key", keys)
    rows = database.rows(
        "SELECT f.finding_key AS repeat, first.finding_key AS first FROM findings f "
        f"JOIN findings first ON first.finding_id = f.repeat_of WHERE {these}",
        values,
    )
    firsts = {row["repeat"]: row["first"] for row in rows}
    if within is not None:
        firsts = {key: first for key, first in firsts.items() if first in set(within.tolist())}
    places: dict[int, int] = {}
    for place, key in enumerate(keys):
        places.setdefault(firsts.get(key, key), place)
    return list(places.items())


def made(
    database: Database, words: Words, sought: Wanted | None, scored: Sequence[Scored], context: int
) -> tuple[Hit, ...]:
    """The hits, in the order given."""
    keys = [found.key for found in scored]
    rows = _rows(database, keys)
    themes = _themes(database, keys)
    repeats = _repeats(database, list(rows.values()))
    marked = words.marked(sought.terms, keys) if sought is not None and keys else {}
    return tuple(
        Hit(
            rank=rank,
            **{name: rows[found.key][name] for name in _TOLD},
            themes=themes.get(found.key, ()),
            start=rows[found.key]["span_start"],
            end=rows[found.key]["span_end"],
            strength=round(found.strength, 4),
            cosine=None if found.cosine is None else round(found.cosine, 4),
            marks=_marks(rows[found.key]["text"], marked.get(found.key)),
            repeats=repeats.get(rows[found.key]["finding_id"], ()),
            context=_context(database, rows[found.key], context) if context else (),
        )
        for rank, found in enumerate(scored, start=1)
    )


def facets(database: Database, keys: Sequence[int]) -> dict[str, dict[str, int]]:
    """How many of the findings are of each theme, polarity, service, year and rating, most first; unknown left out."""
    these, values = among("f.finding_key", keys)
    rows = database.rows(
        "SELECT f.polarity, f.rating, r.service, r.year FROM findings f JOIN reports r ON r.report_id = f.report_id "
        f"WHERE {these}",
        values,
    )
    counted = {name: Counter(str(row[name]) for row in rows if row[name] is not None) for name in FACETS[1:]}
    of_theme = _themes(database, keys)
    counted["theme"] = Counter(theme for themes in of_theme.values() for theme in themes)
    return {name: dict(sorted(counted[name].items(), key=lambda item: (-item[1], item[0]))) for name in FACETS}


_TOLD = (
    *("finding_id", "report_id", "service", "year", "programme", "standard_id", "standard", "rating"),
    *("kind", "polarity", "text", "page"),
)


def _rows(database: Database, keys: Sequence[int]) -> dict[int, Row]:
    these, values = among("f.finding_key", keys)
    rows = database.rows(
        "SELECT f.finding_key, f.finding_id, f.report_id, f.standard_id, f.standard, f.rating, f.kind, f.polarity, "
        "f.text, f.span_start, f.span_end, f.page, f.repeat_of, r.service, r.year, r.programme "
        f"FROM findings f JOIN reports r ON r.report_id = f.report_id WHERE {these}",
        values,
    )
    return {row["finding_key"]: row for row in rows}


def _themes(database: Database, keys: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """Ids of the themes of findings, in codebook order."""
    these, values = among("finding_key", keys)
    places = {theme: place for place, (theme, _) in enumerate(models.themes(database))}
    of: dict[int, list[str]] = defaultdict(list)
    for row in database.rows(f"SELECT finding_key, theme_id FROM finding_themes WHERE {these}", values):
        of[row["finding_key"]].append(row["theme_id"])
    return {key: tuple(sorted(ids, key=lambda t: (places.get(t, len(places)), t))) for key, ids in of.items()}


def _repeats(database: Database, rows: Sequence[Row]) -> dict[str, tuple[str, ...]]:
    """Ids of the findings that repeat each, which are of the same report."""
    reports, some = among("report_id", sorted({row["report_id"] for row in rows}))
    these, values = among("repeat_of", [row["finding_id"] for row in rows])
    of: dict[str, list[str]] = defaultdict(list)
    for row in database.rows(
        f"SELECT finding_id, repeat_of FROM findings WHERE {reports} AND {these} ORDER BY finding_key",
        [*some, *values],
    ):
        of[row["repeat_of"]].append(row["finding_id"])
    return {finding_id: tuple(ids) for finding_id, ids in of.items()}


def _marks(text: str, marked: str | None) -> tuple[tuple[int, int], ...]:
    """The stretches of ``text`` that are marked; none where the signs stood in it before."""
    plain, spans = marks(marked or text)
    return spans if plain == text else ()


def _context(database: Database, row: Mapping[str, object], context: int) -> tuple[Beside, ...]:
    """So many findings before and after one, in the order of its report."""
    beside = []
    for sign, order, step in (("<", "DESC", -1), (">", "ASC", 1)):
        rows = database.rows(
            "SELECT finding_id, polarity, text, page FROM findings "
            f"WHERE report_id = ? AND finding_key {sign} ? ORDER BY finding_key {order} LIMIT ?",
            [row["report_id"], row["finding_key"], context],
        )
        beside += [Beside(distance=step * i, **found) for i, found in enumerate(rows, start=1)]
    return tuple(sorted(beside, key=lambda found: found.distance))
