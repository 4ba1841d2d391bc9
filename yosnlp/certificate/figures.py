"""Whether the ratings, scores and figures that the programme asks for are there, and fit one another."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from yosnlp.certificate.material import Material
from yosnlp.frameworks import Framework, Standard
from yosnlp.records import Rating, Reconciliation, Remark, Tally

#: Matters of key questions that are answered case by case, and so have a figure. The others are answered by
#: inspectors on evidence (published rules and guidance of the inspectorate, 2018 to 2025).
_BY_CASES = frozenset(
    {"desistance", "positive_change", "child_safety", "others_safety", "recommendations", "police", "victims"}
)
_EXPLAINED = ("professional discretion", "within discretion of the boundary")
_MOST_OF_A_TABLE = 0.5  # share of the standards that a table tells of, from which on it should tell of all
_TABLES = {
    "ratings": "table of ratings gives",
    "results": "table of results gives",
    "standard": "headings of the standards give",
}


def ratings(of: Material) -> tuple[Tally, list[Remark]]:
    """Ratings or scores expected by the programme and found, and what is wrong with them."""
    if of.framework is None or of.framework.scale == "none":
        return Tally(), []
    level = "criterion" if of.framework.scale == "score" else "standard"
    told = {r.standard_id for r in of.scores.ratings if r.level == level and _figured(r)}
    names = {s.id: f"{s.id} {s.name}" for _, standards in of.expected() for s in standards}
    found = [one for one in names if one in told]
    lost = [one for one in names if one not in told]
    what = "score" if level == "criterion" else "rating"
    remarks = [_lost(of, [names[one] for one in lost], lost, what)] if lost else []
    expected = [*names]
    if of.framework.scale == "rating":
        told_overall = any(r.level == "overall" and r.value for r in of.scores.ratings)
        if told_overall:
            found.insert(0, "overall")
        if told_overall or not _without_total(of, of.framework):
            expected.insert(0, "overall")
        if not told_overall and not _without_total(of, of.framework):
            remarks.append(of.remark("rating_missing", "The overall rating was not found."))
    elif of.framework.scale == "score":
        more, lacking = _headlines(of, of.framework)
        expected += [*more, *lacking]
        found += more
        remarks += [of.remark("rating_missing", f"The {one} score was not found.") for one in lacking]
    remarks += [*_tables(of, names), *_disagreeing(of)]
    return Tally(expected=tuple(expected), found=tuple(found)), remarks


def _figured(rating: Rating) -> bool:
    """Whether it is whole: a rating has its word, a score its figure, without which its comment says little."""
    return (rating.value if rating.level == "standard" else rating.percent) is not None


def _without_total(of: Material, framework: Framework) -> bool:
    """Whether not all was rated that counts: a standard was not, or a domain was not inspected.

    Then there need be no overall rating.
    """
    inspected = {domain.id for domain, _ in of.expected()}
    counted = ((d, s) for d, s in framework.standards() if not s.rated_apart)
    return any(s.id in of.unrated or d.id not in inspected for d, s in counted)


def _lost(of: Material, names: list[str], ids: list[str], what: str) -> Remark:
    place = next((s.start for s in of.body if s.kind == "standard" and s.standard_id in ids), None)
    told = f"{what}s of {', '.join(names)} were" if len(ids) > 1 else f"{what} of {names[0]} was"
    return of.remark("rating_missing", f"The {told} not found.", place)


def _headlines(of: Material, framework: Framework) -> tuple[list[str], list[str]]:
    """Headline and section scores that were found, by name, and those that were not."""
    levels = {(r.level, r.standard_id) for r in of.scores.ratings if _figured(r)}
    wanted = [("score", h.id, h.name) for h in framework.headlines]
    wanted += [("domain", d.number, f"section {d.number}") for d in framework.domains]
    found = [name for level, key, name in wanted if (level, key) in levels]
    return found, [name for level, key, name in wanted if (level, key) not in levels]


def _tables(of: Material, names: dict[str, str]) -> Iterator[Remark]:
    """Tables that rate most of the standards and not all."""
    places: dict[str, dict[str, Rating]] = defaultdict(dict)
    for rating in of.scores.places:
        if rating.level == "standard" and rating.standard_id in names:
            places[rating.place][rating.standard_id] = rating
    domains = [[s.id for s in standards] for _, standards in of.expected()]
    for place, rated in places.items():
        if place == "results":  # an annex may tell of the domains alone that are rated by their cases
            meant = [one for ids in domains if not rated.keys().isdisjoint(ids) for one in ids]
        else:
            meant = list(names)
        lost = [one for one in meant if one not in rated]
        if place in _TABLES and lost and len(rated) > _MOST_OF_A_TABLE * len(meant):
            says = f"The {_TABLES[place]} no rating for {', '.join(names[one] for one in lost)}."
            yield of.remark("table_incomplete", says, max(r.end for r in rated.values()) - 1)


def _disagreeing(of: Material) -> Iterator[Remark]:
    """Matters that are rated one way in one place and another way elsewhere."""
    values: dict[tuple[str, str | None], dict[str, Rating]] = defaultdict(dict)
    for rating in of.scores.places:
        if rating.value and rating.level in ("overall", "standard"):
            values[rating.level, rating.standard_id].setdefault(rating.value, rating)
    for (level, standard_id), told in values.items():
        if len(told) > 1:
            what = "The overall rating" if level == "overall" else f"The rating of {standard_id}"
            places = " and ".join(f"‘{value}’ ({rating.place.replace('_', ' ')})" for value, rating in told.items())
            yield of.remark("ratings_disagree", f"{what} is {places}.", [*told.values()][-1].start)


def key_questions(of: Material) -> tuple[Tally, list[Remark]]:
    """Key questions that should have a figure, those that have, and standards with less than they should.

    None is expected where the report gives no figures for the standards of a domain.
    """
    have = {q.question_id for q in of.scores.key_questions if q.level == "key_question" and q.share_percent is not None}
    expected: list[str] = []
    remarks: list[Remark] = []
    for _, standards in of.expected() if have else ():
        asked = {s.id: _by_cases(s) for s in standards}
        if not any(asked.values()):
            continue
        for standard in standards:
            expected += asked[standard.id]
            lost = [q for q in asked[standard.id] if q not in have]
            if lost:
                remarks.append(_without_figure(of, standard, lost))
    found = tuple(sorted(have))
    return Tally(expected=tuple(expected), found=found), remarks


def _by_cases(standard: Standard) -> list[str]:
    return [q.id for q in standard.key_questions if q.matter in _BY_CASES]


def _without_figure(of: Material, standard: Standard, lost: list[str]) -> Remark:
    figures = [q for q in of.scores.key_questions if q.standard_id == standard.id]
    place = figures[-1].start if figures else max((q.end for q in of.scores.key_questions), default=1) - 1
    says = f"No figure for key question {', '.join(lost)} of {standard.id} {standard.name}."
    return of.remark("key_questions_missing", says, place)


def reconciled(of: Material) -> tuple[dict[str, int], list[Remark]]:
    """How many ratings agree with the report's own figures, and those that do not, without a reason for it."""
    checks = of.scores.reconciliations
    counted = Counter("unchecked" if c.agrees is None else "agree" if c.agrees else "differ" for c in checks)
    odd = [c for c in checks if c.agrees is False and c.note not in _EXPLAINED]
    return {name: counted[name] for name in ("agree", "differ", "unchecked")}, [_odd(of, check) for check in odd]


def _odd(of: Material, check: Reconciliation) -> Remark:
    what = {"overall": "The overall rating", "score": "The total score"}.get(check.level, "The rating")
    about = f" of {check.standard_id}" if check.standard_id else ""
    says = f"{what}{about} is {check.published}, and the report's own figures give {check.recomputed}."
    ours = (r.start for r in of.scores.ratings if (r.level, r.standard_id) == (check.level, check.standard_id))
    return of.remark("ratings_not_reconciled", says, next(ours, None))
