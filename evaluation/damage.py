"""Damage as happens to reports on their way, done on purpose: to see whether the certificate tells of it.

Each kind gives copies of a text, each with one thing lost or spoilt, and what that is.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from yosnlp.records import Report, Section

_SHARES = range(5, 100, 5)  # per cent of the text at which it is cut off
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_RATING = r"(?:Outstanding|Good|Requires improvement|Inadequate)\*?"
_LEAST_OF_A_PAGE = 400  # characters; less is a blank or a title


@dataclass(frozen=True, slots=True)
class Damaged:
    """A copy of a text with something lost. ``past_body``: nothing of the body is."""

    what: str
    text: str
    past_body: bool = False


Damage = Callable[[Report], Iterator[Damaged]]


def _body_end(report: Report) -> int:
    """Where the last domain ends, or the last section before the annexes."""
    ends = [s.end for s in report.sections if s.parent is None and s.kind == "domain"]
    return max(ends, default=len(report.document.text))


def cut_at_sections(report: Report) -> Iterator[Damaged]:
    """Cut off before each section, whatever its depth."""
    text, end = report.document.text, _body_end(report)
    for at in sorted({s.start for s in report.sections if 0 < s.start < len(text)}):
        yield Damaged(f"cut off at {at}", text[:at], past_body=at >= end)


def cut_at_shares(report: Report) -> Iterator[Damaged]:
    """Cut off after 5, 10 ... 95% of the text."""
    text, end = report.document.text, _body_end(report)
    for share in _SHARES:
        at = len(text) * share // 100
        yield Damaged(f"cut off at {share}%", text[:at], past_body=at >= end)


def _without(report: Report, sections: list[Section]) -> Iterator[Damaged]:
    text = report.document.text
    for s in sections:
        yield Damaged(f"without {s.standard_id or s.domain} ({s.start}-{s.end})", text[: s.start] + text[s.end :])


def _outermost(report: Report, section: Section) -> Section:
    while section.parent is not None:
        section = report.sections[section.parent]
    return section


def without_domain(report: Report) -> Iterator[Damaged]:
    """Each domain taken out of the body."""
    yield from _without(report, [s for s in report.sections if s.kind == "domain" and s.parent is None])


def without_standard(report: Report) -> Iterator[Damaged]:
    """Each standard taken out of the body."""
    own = [s for s in report.sections if s.kind == "standard" and _outermost(report, s).kind == "domain"]
    yield from _without(report, own)


def without_list(report: Report) -> Iterator[Damaged]:
    """The items of each list of strengths or areas for improvement taken out, their heading left."""
    text = report.document.text
    for s in report.sections:
        if s.kind in ("strengths", "areas_for_improvement", "key_findings"):
            head = text.find("\n", s.start)
            if s.start < head < s.end:
                yield Damaged(f"no items under {s.kind} ({s.start})", text[:head] + "\n\n" + text[s.end :])


def _pages(report: Report) -> list[tuple[int, int]]:
    """The pages between the first and the last, those in the body and around it; made up where none are marked."""
    marked = [(p.start, p.end) for p in report.document.pages]
    return [(a, b) for a, b in marked[2:-1] if len(report.document.text[a:b].strip()) >= _LEAST_OF_A_PAGE]


def empty_page(report: Report) -> Iterator[Damaged]:
    """The text of a page taken out, as of a page that was scanned, the form feed left."""
    text = report.document.text
    for a, b in _pages(report):
        yield Damaged(f"page at {a} without text", text[:a] + "\f" + text[b:])


def lost_page(report: Report) -> Iterator[Damaged]:
    """A page taken out with its form feed."""
    text = report.document.text
    for a, b in _pages(report):
        yield Damaged(f"page at {a} lost", text[:a] + text[b:])


def _stretches(report: Report) -> list[tuple[int, int]]:
    """Pages, or stretches of as many characters where the file marks none."""
    text = report.document.text
    if report.document.pages:
        return _pages(report)
    size = 1800
    return [(a, min(a + size, len(text))) for a in range(size, len(text) - size, size)]


def garbled_page(report: Report) -> Iterator[Damaged]:
    """The letters of a page changed for others, as of a font without a key."""
    text = report.document.text
    for n, (a, b) in enumerate(_stretches(report)):
        shuffled = list(_LETTERS)
        random.Random(n).shuffle(shuffled)
        table = str.maketrans(_LETTERS + _LETTERS.upper(), "".join(shuffled) + "".join(shuffled).upper())
        yield Damaged(f"page at {a} garbled", text[:a] + text[a:b].translate(table) + text[b:])


def unmapped_page(report: Report) -> Iterator[Damaged]:
    """The letters of a page given as numbers of signs, as some readers of PDFs do."""
    text = report.document.text
    for a, b in _stretches(report):
        spoilt = re.sub(r"[A-Za-z]", lambda m: f"(cid:{ord(m.group()) - 29})", text[a:b])
        yield Damaged(f"page at {a} as signs", text[:a] + spoilt + text[b:])


def lost_rating(report: Report) -> Iterator[Damaged]:
    """Each rating of a standard, or score of a criterion, taken out of one place that states it."""
    yield from _in_rows(report, lambda row: re.sub(rf"{_RATING}|\d{{1,3}}%", "", row, count=1))


def other_rating(report: Report) -> Iterator[Damaged]:
    """Each rating of a standard changed for another at one place, as when the cells of a table slip."""
    values = ("Outstanding", "Good", "Requires improvement", "Inadequate")

    def slipped(row: str) -> str:
        match = re.search(_RATING, row)
        if not match:
            return row
        value = match.group().rstrip("*")
        other = values[(values.index(value) + 2) % len(values)]
        return row[: match.start()] + other + row[match.end() :]

    yield from _in_rows(report, slipped)


def _in_rows(report: Report, spoil: Callable[[str], str]) -> Iterator[Damaged]:
    from yosnlp import ratings
    from yosnlp.frameworks import frameworks

    text = report.document.text
    for r in ratings.read_scores(report, frameworks()[report.programme]).places:
        if r.level in ("standard", "criterion"):
            spoilt = spoil(text[r.start : r.end])
            if spoilt != text[r.start : r.end]:
                yield Damaged(f"{r.standard_id} in {r.place} at {r.start}", text[: r.start] + spoilt + text[r.end :])


def lost_figure(report: Report) -> Iterator[Damaged]:
    """The figure of each key question taken out."""
    from yosnlp import ratings
    from yosnlp.frameworks import frameworks

    text = report.document.text
    for q in ratings.read_scores(report, frameworks()[report.programme]).key_questions:
        if q.level == "key_question":
            spoilt = re.sub(r"\d{1,3}\s*%|(?<![\d.])\d{1,3}(?![\d.])", "", text[q.start : q.end])
            yield Damaged(f"{q.question_id} at {q.start}", text[: q.start] + spoilt + text[q.end :])


DAMAGES: dict[str, Damage] = {
    "cut off before a section": cut_at_sections,
    "cut off at 5% to 95%": cut_at_shares,
    "a domain lost": without_domain,
    "a standard's section lost": without_standard,
    "items of a list lost": without_list,
    "a page without text": empty_page,
    "a page lost": lost_page,
    "a page of wrong letters": garbled_page,
    "a page of sign numbers": unmapped_page,
    "a rating lost in one place": lost_rating,
    "a rating changed in one place": other_rating,
    "a key question's figure lost": lost_figure,
}
