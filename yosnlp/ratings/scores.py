"""A report to its scores: the one place of this step that knows the order of its parts."""

from __future__ import annotations

from collections.abc import Sequence

from yosnlp import numbers
from yosnlp.frameworks import Framework
from yosnlp.ratings import core_case, discretion, key_questions, overall, patterns, rules, standards, stars
from yosnlp.ratings.passages import Passage, passages
from yosnlp.ratings.settle import settle
from yosnlp.records import Rating, Report, Scores, SectionKind

_METHOD: frozenset[SectionKind] = frozenset({"methodology", "introduction", "annex"})


def read_scores(report: Report, framework: Framework) -> Scores:
    """All that ``report``, an inspection under ``framework``, rates: settled, at every place, and recomputed.

    What is not stated is missing, never guessed; what is missing or does not fit is said in ``warnings``.
    """
    if framework.scale == "none":
        return Scores()
    parts = passages(report, framework)
    if framework.scale == "score":
        return core_case.read(parts, report.document, framework)
    if framework.scale == "stars":
        return stars.read(parts, report, framework)
    rated, odd = standards.rated(parts, framework)
    totals = overall.score(parts, framework)
    places = [*overall.overall(parts, report, framework), *(rating for rating, _ in totals), *rated]
    places, used = discretion.flagged(places, parts, report.document, framework)
    settled, conflicts = settle(places, used, report.document, framework)
    questions, unfit = key_questions.read(parts, framework)
    out_of = [of for _, of in totals if of is not None]
    return Scores(
        ratings=tuple(settled),
        places=tuple(sorted(places, key=lambda r: (r.start, r.end))),
        key_questions=tuple(questions),
        reconciliations=rules.reconcile(settled, questions, framework),
        warnings=(
            *odd,
            *conflicts,
            *unfit,
            *_missing(settled, parts, report, framework),
            *_method(parts, out_of, framework),
        ),
    )


def _missing(settled: Sequence[Rating], parts: Sequence[Passage], report: Report, framework: Framework) -> list[str]:
    """Ratings that the report should give and does not, unless it says that they were not given."""
    told = {(r.level, r.standard_id) for r in settled}
    without = ("overall", None) not in told and not any(patterns.NO_OVERALL.search(part.text) for part in parts)
    missing = ["overall rating: not found"] if without else []
    for domain in framework.domains:
        if ("domain", domain.number) in told:
            continue
        missing += [
            f"standard {s.id} {s.name}: rating not found"
            for s in domain.standards
            if ("standard", s.id) not in told and s.id in report.expected
        ]
    return missing


def _method(parts: Sequence[Passage], out_of: Sequence[int], framework: Framework) -> list[str]:
    """Where the report's own account of the method does not fit its score."""
    if framework.overall is None:
        return []
    total = out_of[0] if out_of else framework.overall.out_of
    counted = sum(1 for _, s in framework.standards() if not s.rated_apart)
    odd = []
    if total != framework.overall.out_of:
        odd.append(f"score: out of {total}, where the programme's total is out of {framework.overall.out_of}")
    for passage in parts:
        if passage.part not in _METHOD:
            continue
        counts = (m["count"] for m in patterns.METHOD_STANDARDS.finditer(passage.text))
        scales = (int(m["of"]) for m in patterns.METHOD_SCALE.finditer(passage.text))
        odd += [
            f"method: speaks of {count} standards, where the programme scores {counted}"
            for count in counts
            if numbers.parse(count) != counted
        ]
        odd += [
            f"method: gives the total on a 0-{end} scale, while the score is out of {total}"
            for end in scales
            if end != total
        ]
    return odd
