"""The published scoring rules, recomputed: standards from key questions, the total from points, overall from total.

Source: the scoring rules printed in the method annex of the reports; bands and margins are in the frameworks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import floor

from yosnlp.frameworks import Framework, Standard
from yosnlp.records import KeyQuestion, Rating, RatingLevel, Reconciliation


def band(figure: float, bands: Mapping[str, int]) -> str | None:
    """The rating of the band that holds ``figure``, rounded half up as the reports print it; None below all bands."""
    rounded = floor(figure + 0.5)
    reached = [(least, rating) for rating, least in bands.items() if rounded >= least]
    return max(reached)[1] if reached else None


def reconcile(
    ratings: Sequence[Rating], questions: Sequence[KeyQuestion], framework: Framework
) -> tuple[Reconciliation, ...]:
    """Each published rating beside the recomputed one: case-work standards, the total, the overall rating."""
    standards = {r.standard_id: r for r in ratings if r.level == "standard" and r.standard_id}
    total = points(standards, framework)
    rows = [r for d in framework.domains for r in _domain(d.standards, standards, questions, framework)]
    printed = next((r.points for r in ratings if r.level == "score"), None)
    if framework.overall or printed is not None:
        rows.append(_total(printed, total, standards, framework))
    if framework.overall:
        overall = next((r for r in ratings if r.level == "overall"), None)
        rows.append(_overall(overall, total if total is not None else printed, framework))
    return tuple(rows)


def points(standards: Mapping[str, Rating], framework: Framework) -> int | None:
    """The total of the points of all standards that are not rated apart; None if one is missing."""
    counted = [standards.get(s.id) for _, s in framework.standards() if not s.rated_apart]
    known = [r.points for r in counted if r is not None and r.points is not None]
    return sum(known) if len(known) == len(counted) else None


def _domain(
    members: Sequence[Standard],
    ratings: Mapping[str, Rating],
    questions: Sequence[KeyQuestion],
    framework: Framework,
) -> list[Reconciliation]:
    """The standards of a domain that is rated by its cases: those with figures, and their neighbours without."""
    figures = {
        s.id: {q.question_id: q for q in questions if q.standard_id == s.id and q.level == "key_question"}
        for s in members
    }
    if not any(figures.values()):
        return []
    return [
        _standard(s, ratings.get(s.id), figures[s.id], framework) for s in members if figures[s.id] or s.id in ratings
    ]


def _standard(
    standard: Standard, rating: Rating | None, figures: Mapping[str, KeyQuestion], framework: Framework
) -> Reconciliation:
    published = rating.value if rating else None
    shares = {i: q for i, q in figures.items() if q.share_percent is not None}
    missing = [q.id for q in standard.key_questions if q.id not in shares]
    if missing or not shares:
        note = f"no figure for {', '.join(missing)}" if missing else "no figures"
        return _row("standard", standard.id, published, None, note)
    lowest = min(shares.values(), key=lambda q: q.share_percent or 0.0)
    recomputed = band(lowest.share_percent or 0.0, framework.bands)
    note = "" if published else "rating not found"
    if published and published != recomputed:
        if rating and rating.discretion:
            note = "professional discretion"
        elif _within_discretion(published, lowest, framework):
            note = "within discretion of the boundary"
        else:
            note = f"lowest key question {lowest.question_id} gives {recomputed}"
    return _row("standard", standard.id, published, recomputed, note)


def _within_discretion(published: str, lowest: KeyQuestion, framework: Framework) -> bool:
    """Whether a panel was free to give ``published``: near the boundary, one case from it, or few cases."""
    rule, share = framework.discretion, lowest.share_percent
    if rule is None or share is None or published not in framework.bands:
        return False
    if lowest.relevant is not None and lowest.yes is not None and lowest.relevant > 0:
        one_off = (100 * (lowest.yes + step) / lowest.relevant for step in (-1, 1))
        if lowest.relevant <= rule.cases or published in {band(share, framework.bands) for share in one_off}:
            return True
    moved = (share - rule.points, share + rule.points)
    return published in {band(max(0.0, min(100.0, figure)), framework.bands) for figure in moved}


def _total(
    printed: int | None, total: int | None, standards: Mapping[str, Rating], framework: Framework
) -> Reconciliation:
    if total is None:
        note = f"no rating for {', '.join(_unrated(standards, framework))}"
    else:
        note = "" if printed is not None else "the report prints no total"
    return _row("score", None, _text(printed), _text(total), note)


def _overall(rating: Rating | None, total: int | None, framework: Framework) -> Reconciliation:
    published = rating.value if rating else None
    if total is None or framework.overall is None:
        return _row("overall", None, published, None, "no total")
    return _row(
        "overall", None, published, band(total, framework.overall.bands), "" if published else "rating not found"
    )


def _unrated(standards: Mapping[str, Rating], framework: Framework) -> list[str]:
    return [
        s.id
        for _, s in framework.standards()
        if not s.rated_apart and (s.id not in standards or standards[s.id].points is None)
    ]


def _row(
    level: RatingLevel, standard_id: str | None, published: str | None, recomputed: str | None, note: str
) -> Reconciliation:
    agrees = published == recomputed if published is not None and recomputed is not None else None
    return Reconciliation(
        level=level,
        standard_id=standard_id,
        published=published,
        recomputed=recomputed,
        agrees=agrees,
        note=note,
    )


def _text(number: int | None) -> str | None:
    return None if number is None else str(number)
