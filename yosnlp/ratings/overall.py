"""The overall rating and the total score, at every place: tables, and sentences of the foreword.

A sentence counts only if it speaks of the service inspected, now: not of another, of one domain, or of before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yosnlp.frameworks import Framework
from yosnlp.ratings import patterns
from yosnlp.ratings.passages import Passage
from yosnlp.ratings.standards import value_of
from yosnlp.records import Rating, Report, SectionKind, Span

_BEFORE_THE_BODY: frozenset[SectionKind] = frozenset(
    {"front", "foreword", "overall_findings", "key_findings", "introduction", "summary", "ratings", "domain"}
)
_AFTER_IT: frozenset[SectionKind] = frozenset({"ratings", "results", "summary"})
_PRODUCT = "work with children and victims"  # named like a domain, yet the whole of what is rated


def overall(passages: list[Passage], report: Report, framework: Framework) -> list[Rating]:
    """The overall rating at every place that states it."""
    found = []
    labelled: Passage | None = None
    for passage in _speaking_of_it(passages):
        label, labelled = labelled, passage if patterns.OVERALL_LABEL.match(passage.text) else None
        alone = patterns.value_alone(framework.ratings).match(passage.text) if label else None
        match = alone or patterns.overall_row(framework.ratings).match(passage.text)
        if match:
            found.append(_rating(passage, passage.span(0, match.end("value")), match["value"], framework))
        else:
            found += _in_prose(passage, report, framework)
    return found


def score(passages: list[Passage], framework: Framework) -> list[tuple[Rating, int | None]]:
    """The total score at every place that prints it, each with what it is out of, if that is said."""
    found: list[tuple[Rating, int | None]] = []
    labelled = False
    for passage in _speaking_of_it(passages):
        bare = patterns.BARE_SCORE.match(passage.text) if framework.overall and passage.part == "ratings" else None
        if bare:
            found.append((_score(passage, bare), None))
        found += [
            (_score(passage, match), int(match["of"]))
            for match in patterns.POINTS.finditer(passage.text)
            if _told(passage, match, labelled) and _is_total(int(match["points"]), int(match["of"]), framework)
        ]
        labelled = passage.text.lower().rstrip(" :").endswith("score")
    return found


def _told(passage: Passage, match: re.Match[str], labelled: bool) -> bool:
    """Whether "21/36" is said to be a score: before it, behind it, or by standing alone where scores stand."""
    alone = match.start() == 0 and match.end() >= len(passage.text.rstrip(" .*"))
    before = patterns.OF_POINTS.search(passage.text[: match.start()])
    behind = passage.text[match.end() :].lstrip().lower().startswith("points")
    return bool(before) or behind or (alone and (labelled or passage.part == "ratings"))


def _score(passage: Passage, match: re.Match[str]) -> Rating:
    where = passage.span(match.start("points"), match.end())
    return Rating(
        level="score",
        standard_id=None,
        standard=None,
        points=int(match["points"]),
        place=passage.place,
        start=where.start,
        end=where.end,
    )


def _speaking_of_it(passages: list[Passage]) -> Iterator[Passage]:
    """The passages in which the overall rating is stated: all before the body, and tables after it."""
    body = next((i for i, p in enumerate(passages) if p.part == "domain"), len(passages))
    for i, passage in enumerate(passages):
        if passage.part in (_BEFORE_THE_BODY if i < body else _AFTER_IT):
            yield passage


def _is_total(points: int, of: int, framework: Framework) -> bool:
    """Whether a total can be out of so many points: a multiple of three, near what the programme has."""
    best = len(framework.ratings) - 1
    return points <= of and of % best == 0 and abs(of // best - sum(1 for _ in framework.standards())) <= 2


def _in_prose(passage: Passage, report: Report, framework: Framework) -> Iterator[Rating]:
    for start, end in passage.sentences():
        match = _stated(passage.text[start:end], report, framework)
        if match:
            where = passage.span(start + match.start(), start + match.end("value"))
            yield _rating(passage, where, match["value"], framework)


def _stated(sentence: str, report: Report, framework: Framework) -> re.Match[str] | None:
    """The first statement in ``sentence`` of the overall rating of the service inspected."""
    if patterns.OF_OTHERS.search(sentence) or not _this_inspection(sentence, report):
        return None
    told = patterns.overall_prose(framework.ratings) if "overall" in sentence.lower() else ()
    for pattern in told:
        match = pattern.search(sentence)
        if match and _of_the_service(match["about"], sentence, report, framework):
            return match
    if report.service:
        return patterns.service_rated(report.service, framework.ratings).search(sentence)
    return None


def _this_inspection(sentence: str, report: Report) -> bool:
    """Whether no year but that of the inspection is named."""
    known = {p.first.year for p in (report.fieldwork, report.published) if p}
    named = {int(m.group()) for m in patterns.YEAR.finditer(sentence)}
    return not named or bool(named & known)


def _of_the_service(about: str, sentence: str, report: Report, framework: Framework) -> bool:
    own = [word for word in (report.service or "").split() if word[0].isupper()]
    named = [m["name"] for m in patterns.SERVICE_NAMED.finditer(sentence)]
    if own and named and not any(word in name.split() for name in named for word in own):
        return False
    if any(re.search(rf"\b{re.escape(word)}\b", about) for word in own):
        return True
    lowered = about.lower().replace(_PRODUCT, "")
    names = [n for d in framework.domains for n in d.names] + [n for _, s in framework.standards() for n in s.names]
    return not any(re.search(rf"\b{re.escape(name.lower())}\b", lowered) for name in names)


def _rating(passage: Passage, where: Span, words: str, framework: Framework) -> Rating:
    return Rating(
        level="overall",
        standard_id=None,
        standard=None,
        value=value_of(words, framework),
        place=passage.place,
        start=where.start,
        end=where.end,
    )
