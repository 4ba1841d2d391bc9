"""What a search gives: hits, how they are spread, and what is to be said of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A finding that stands before or after a hit in its report. ``distance``: -1 for the one before it, 1 after."""

    distance: int
    finding_id: str
    polarity: str
    text: str
    page: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A finding that answers.

    ``rank``: from 1. ``strength``: how well it matches, 0 to 1, comparable between searches of the same ``how``; by it
    the floor is set. ``cosine``: how near its meaning is, None where meaning was not asked. ``marks``: the stretches of
    ``text`` that match a word, from, up to. ``start`` and ``end``: its place in the text of its report. ``repeats``:
    ids of the findings of its report that say it again. ``context``: those beside it, in the order of the report.
    """

    rank: int
    finding_id: str
    report_id: str
    service: str | None
    year: int | None
    programme: str
    standard_id: str | None
    standard: str | None
    rating: str | None
    kind: str
    polarity: str
    themes: tuple[str, ...]
    text: str
    start: int
    end: int
    page: int | None
    strength: float
    cosine: float | None
    marks: tuple[tuple[int, int], ...] = ()
    repeats: tuple[str, ...] = ()
    context: tuple[Beside, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The outcome of a search.

    ``hits``: the best, best first; empty where nothing is a good match. ``total``: how many findings are good matches,
    of the best few hundred that were ranked. ``facets``: how these are spread over ``theme``, ``polarity``,
    ``service``, ``year`` and ``rating``, most first. ``note``: what is to be said of it, empty for nothing.
    ``weak``: the nearest findings below the floor, where there is no good match.
    """

    hits: tuple[Hit, ...]
    total: int
    facets: Mapping[str, Mapping[str, int]]
    note: str = ""
    weak: tuple[Hit, ...] = ()


#: The columns of `row`.
COLUMNS = (*(name for name in Hit.__dataclass_fields__ if name not in ("marks", "context")), "marks", "before", "after")


def record(hit: Hit) -> dict[str, Any]:
    """A hit as a record of JSON."""
    return asdict(hit)


def row(hit: Hit) -> dict[str, Any]:
    """A hit as a row of a table: marks as ``from-to``, the context as texts before and after."""
    plain = {name: getattr(hit, name) for name in COLUMNS[:-3]}
    return {
        **plain,
        "marks": tuple(f"{start}-{end}" for start, end in hit.marks),
        "before": " ".join(beside.text for beside in hit.context if beside.distance < 0) or None,
        "after": " ".join(beside.text for beside in hit.context if beside.distance > 0) or None,
    }
