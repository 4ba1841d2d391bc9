"""From all places to one rating a matter; places that contradict one another are reported."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from yosnlp.frameworks import Framework
from yosnlp.records import Document, Rating, RatingLevel, SectionKind

# Where a rating is surest, first: the table of ratings, the heading in the body, the annex, then prose.
_SUREST: tuple[SectionKind, ...] = ("ratings", "standard", "domain", "results", "overall_findings", "foreword")
_LEVELS: tuple[RatingLevel, ...] = ("overall", "score", "domain", "standard", "criterion")


def settle(
    places: Sequence[Rating], discretion: Iterable[str], document: Document, framework: Framework
) -> tuple[list[Rating], list[str]]:
    """One rating for each matter, in the order of the programme, and warnings where places differ.

    The value that most places give is taken; of as many, that of the surest place.
    """
    matters: dict[tuple[RatingLevel, str | None], list[Rating]] = {}
    for place in places:
        matters.setdefault((place.level, place.standard_id), []).append(place)
    settled, odd = [], []
    used = frozenset(discretion)
    for (_, standard_id), told in matters.items():
        votes = Counter(map(_said, told))
        best = min(told, key=lambda r: (-votes[_said(r)], _sureness(r), r.start))
        settled.append(replace(best, discretion=standard_id in used))
        odd += [_conflict(best, other, document) for other in _differing(best, told)]
    return sorted(settled, key=lambda r: _order(r, framework)), odd


def where(rating: Rating, document: Document) -> str:
    """The place of a rating in words: the part of the report, and the page or the character."""
    page = document.page_at(rating.start)
    return f"{rating.place} ({f'page {page}' if page else f'character {rating.start}'})"


def _differing(best: Rating, told: Sequence[Rating]) -> list[Rating]:
    """The first place of each value that is not the settled one."""
    others: dict[str, Rating] = {}
    for rating in told:
        if _said(rating) != _said(best):
            others.setdefault(_said(rating), rating)
    return list(others.values())


def _conflict(best: Rating, other: Rating, document: Document) -> str:
    name = f"{best.standard_id} {best.standard}" if best.standard_id else best.level
    return f"{name}: {_said(best)} in {where(best, document)}, but {_said(other)} in {where(other, document)}"


def _said(rating: Rating) -> str:
    return str(rating.points) if rating.level == "score" else rating.value or "not rated"


def _sureness(rating: Rating) -> int:
    return _SUREST.index(rating.place) if rating.place in _SUREST else len(_SUREST)


def _order(rating: Rating, framework: Framework) -> tuple[int, int, int]:
    """Overall and score first; then each domain before its standards."""
    if rating.level in ("overall", "score"):
        return (0, _LEVELS.index(rating.level), 0)
    for i, domain in enumerate(framework.domains, start=1):
        if rating.level == "domain" and rating.standard_id == domain.number:
            return (i, 0, 0)
        for j, standard in enumerate(domain.standards, start=1):
            if rating.standard_id == standard.id:
                return (i, j, 0)
    return (len(framework.domains) + 1, 0, 0)
