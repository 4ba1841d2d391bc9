"""The scores of a Core Case Inspection: headlines, sections and criteria, in per cent, with comments.

There are no ratings in this programme, and none are made of the scores. A score that the text has lost is missing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from yosnlp.frameworks import Domain, Framework, Headline
from yosnlp.ratings import names, patterns
from yosnlp.ratings.passages import Passage
from yosnlp.ratings.settle import where
from yosnlp.records import Document, Rating, RatingLevel, Scores, SectionKind
from yosnlp.text import letters

_PERCENT = re.compile(r"(?<!\d)(?P<percent>\d{1,3}) ?(?:%|per ?cent\b)", re.I)
_HEADLINE_LABEL = re.compile(r"\bscore\W*$", re.I)
_LONGEST_LABEL = 120  # characters
_TABLES: frozenset[SectionKind] = frozenset({"front", "foreword", "overall_findings", "ratings", "results"})
_COLUMNS = 4  # of the comparison: lowest, highest and average elsewhere, and the score of the service
_HEAD_OF_A_CRITERION = 8  # passages from the name of a criterion within which its score stands


def read(passages: list[Passage], document: Document, framework: Framework) -> Scores:
    """Headline scores with what they are compared to, scores of sections and of criteria."""
    places = [
        *_compared(passages, framework),
        *_headlines(passages, framework),
        *_sections(passages, framework),
        *_criteria(passages, framework),
        *_summary_rows(passages, framework),
    ]
    settled, odd = _settle(places, document)
    ordered = sorted(settled, key=lambda r: _order(r, framework))
    return Scores(
        ratings=tuple(ordered),
        places=tuple(sorted(places, key=lambda r: r.start)),
        warnings=(*odd, *_lost(ordered, framework)),
    )


def _headline_in(text: str, framework: Framework) -> Headline | None:
    """The headline that ``text`` names; spaces that the extraction put into words are let pass."""
    words = letters(text)
    return next((h for h in framework.headlines if any(letters(w) in words for w in h.words)), None)


def _headlines(passages: list[Passage], framework: Framework) -> Iterator[Rating]:
    """The tables "Safeguarding score:", with score and comment below."""
    for i, passage in enumerate(passages):
        labelled = passage.part in _TABLES and _is_label(passage, framework)
        headline = _headline_in(passage.text, framework) if labelled else None
        if headline is None:
            continue
        below = _until(passages[i + 1 :], lambda p: _is_label(p, framework))
        yield from _scored(below, "score", headline.id, headline.name, framework)


def _is_label(passage: Passage, framework: Framework) -> bool:
    short = len(passage.text) <= _LONGEST_LABEL
    return short and bool(_HEADLINE_LABEL.search(passage.text)) and _headline_in(passage.text, framework) is not None


def _until(following: Sequence[Passage], ends: Callable[[Passage], bool]) -> list[Passage]:
    head: list[Passage] = []
    for passage in following[:_HEAD_OF_A_CRITERION]:
        if ends(passage):
            break
        head.append(passage)
    return head


def _criteria(passages: list[Passage], framework: Framework) -> Iterator[Rating]:
    """The head of each criterion in the body, between its name and its findings."""
    heads: dict[tuple[int, str], list[Passage]] = {}
    for passage in passages:
        if passage.part == "domain" and passage.inside == "standard" and passage.standard_id:
            heads.setdefault((passage.section, passage.standard_id), []).append(passage)
    for (_, standard_id), head in heads.items():
        standard = framework.standard(standard_id)
        if standard is not None:
            yield from _scored(head[: _HEAD_OF_A_CRITERION + 1], "criterion", standard_id, standard.name, framework)


def _scored(
    head: Sequence[Passage], level: RatingLevel, ident: str, name: str, framework: Framework
) -> Iterator[Rating]:
    """The score and comment that stand in ``head``, in one passage or one after the other."""
    text = " ".join(p.text for p in head)
    offsets = [offset for p in head for offset in (*p.offsets, p.offsets[-1])]
    matches = (pattern.search(text) for pattern in patterns.commented_score(framework.comments))
    match = next((m for m in matches if m), None)
    if match is None:
        return
    percent, comment = (match.groupdict().get(group) for group in ("percent", "comment"))
    if percent and int(percent) > 100:
        return
    yield Rating(
        level=level,
        standard_id=ident,
        standard=name,
        percent=int(percent) if percent else None,
        comment=comment.upper() if comment else None,
        place=head[0].place,
        start=offsets[match.start()],
        end=offsets[match.end() - 1] + 1,
    )


def _compared(passages: list[Passage], framework: Framework) -> Iterator[Rating]:
    """The rows that set a headline score beside the lowest, highest and average of the areas before."""
    for i, passage in enumerate(passages):
        headline = _headline_in(passage.text, framework) if passage.part in _TABLES else None
        if headline is None or len(passage.text) > 2 * _LONGEST_LABEL:
            continue
        run = [passage, *_until(passages[i + 1 : i + 1 + _COLUMNS], lambda p: not _PERCENT.fullmatch(p.text.strip()))]
        figures = [(p, m) for p in run for m in _PERCENT.finditer(p.text)]
        if len(figures) != _COLUMNS:
            continue
        lowest, highest, average, own = (int(m["percent"]) for _, m in figures)
        in_order = lowest <= average <= highest <= 100
        last, match = figures[-1]
        yield Rating(
            level="score",
            standard_id=headline.id,
            standard=headline.name,
            percent=own,
            comparison=(lowest, highest, average) if in_order else None,
            place=passage.place,
            start=passage.offsets[0],
            end=last.span(match.start(), match.end()).end,
        )


def _sections(passages: list[Passage], framework: Framework) -> Iterator[Rating]:
    """The "OVERALL SCORE" of each section."""
    for i, passage in enumerate(passages):
        match = patterns.SECTION_SCORE.match(passage.text)
        domain = _scored_domain(passages, i, framework) if match else None
        if match is None or domain is None:
            continue
        start, end = passage.offsets[0], passage.offsets[-1] + 1
        if match["percent"] is None and i + 1 < len(passages):
            match = _PERCENT.fullmatch(passages[i + 1].text.strip())
            end = passages[i + 1].offsets[-1] + 1
        if match and match["percent"]:
            yield Rating(
                level="domain",
                standard_id=domain.number,
                standard=domain.name,
                percent=int(match["percent"]),
                place=passage.place,
                start=start,
                end=end,
            )


def _scored_domain(passages: list[Passage], at: int, framework: Framework) -> Domain | None:
    """The section that the score at ``at`` is of: the one named before it, or that of the next criterion."""
    named = names.domain(passages[at - 1].text, framework) if at else None
    if named is None:
        following = (p.standard_id for p in passages[at + 1 : at + 1 + _HEAD_OF_A_CRITERION] if p.standard_id)
        criterion = next(following, None)
        named = framework.domain_of(criterion) if criterion else None
    return named or next((d for d in framework.domains if d.id == passages[at].domain), None)


def _summary_rows(passages: list[Passage], framework: Framework) -> Iterator[Rating]:
    """Rows of an annex that list the criteria by number and name, each with its score."""
    for passage in passages:
        number = patterns.STANDARD_NUMBER.match(passage.text)
        score = _PERCENT.search(passage.text)
        if passage.part != "results" or number is None or score is None or score.end() != len(passage.text):
            continue
        standard = framework.standard(number["number"].replace(" ", ""))
        name = letters(passage.text[number.end() : score.start()])
        if standard is not None and any(name.startswith(letters(n)) for n in standard.names):
            yield Rating(
                level="criterion",
                standard_id=standard.id,
                standard=standard.name,
                percent=int(score["percent"]),
                place=passage.place,
                start=passage.offsets[0],
                end=passage.offsets[-1] + 1,
            )


def _settle(places: Sequence[Rating], document: Document) -> tuple[list[Rating], list[str]]:
    """One row a score: percent, comment and comparison from wherever each is stated."""
    settled: dict[tuple[RatingLevel, str | None], Rating] = {}
    odd: list[str] = []
    for place in sorted(places, key=lambda r: (r.comment is None, r.start)):
        kept = settled.setdefault((place.level, place.standard_id), place)
        if None not in (kept.percent, place.percent) and kept.percent != place.percent:
            odd.append(
                f"{kept.standard_id} {kept.standard}: {kept.percent}% in {where(kept, document)}, "
                f"but {place.percent}% in {where(place, document)}"
            )
        settled[kept.level, kept.standard_id] = replace(
            kept,
            percent=kept.percent if kept.percent is not None else place.percent,
            comment=kept.comment or place.comment,
            comparison=kept.comparison or place.comparison,
        )
    return list(settled.values()), odd


def _lost(ratings: Sequence[Rating], framework: Framework) -> list[str]:
    """Which scores of the programme were not found, or without their comment."""
    known = {(r.level, r.standard_id) for r in ratings if r.percent is not None}
    wanted = [
        *(("score", h.id, "headline", h.name) for h in framework.headlines),
        *(("domain", d.number, "section", d.number) for d in framework.domains),
        *(("criterion", s.id, "criterion", s.id) for _, s in framework.standards()),
    ]
    return [f"{what} {name}: score not found" for level, ident, what, name in wanted if (level, ident) not in known]


def _order(rating: Rating, framework: Framework) -> tuple[int, int, int]:
    if rating.level == "score":
        return (0, [h.id for h in framework.headlines].index(rating.standard_id or ""), 0)
    for i, domain in enumerate(framework.domains, start=1):
        if rating.level == "domain" and rating.standard_id == domain.number:
            return (i, 0, 0)
        for j, standard in enumerate(domain.standards, start=1):
            if rating.level == "criterion" and rating.standard_id == standard.id:
                return (i, j, 0)
    return (len(framework.domains) + 1, 0, 0)
