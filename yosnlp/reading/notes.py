"""Footnotes at the foot of a page, and the marks that call them in the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial

from yosnlp.reading.lines import Line, hide
from yosnlp.records import Hidden

_SUPERSCRIPT = re.compile(r"[⁰¹²³⁴-⁹]+")
_BRACKETED = re.compile(r"\[\^?(\d{1,3})\]")
# A number stuck to a word, a bracket, a per cent or a stop ("services1", "CAMHS3", "33.1%1", "offended.2"), not to a
# short code ("C32").
_STUCK = re.compile(
    r"(?:(?<=[a-z]{3})|(?<=[A-Z]{3})|(?<=\D[.,;:?!])|(?<=\d%)|(?<=[)’”\"]))(\d{1,2})(?=[\s,.;:?!)’”]|$)"
)
_OPENING = r"(?=[A-Z‘'“\"(\[]|http)"
_MARKED_LINE = re.compile(
    rf"\s*(?:<[Ss][Uu][Pp]>\s*\d{{1,3}}\s*</[Ss][Uu][Pp]>|[⁰¹²³⁴-⁹]+)\s*{_OPENING}|\[\^\d{{1,3}}\]:"
)
_NUMBERED_LINE = re.compile(rf"(\d{{1,2}})\s+{_OPENING}")
_BRACKETED_LINE = re.compile(rf"\[(\d{{1,3}})\]\s+{_OPENING}")
_FINISHED = re.compile(r"[.!?][”’\"')]?$|/$")
_LOOKAHEAD = 3  # footnotes that the extraction may have lost between two that it kept

Marks = dict[int, list[tuple[int, int]]]


def find(text: str, lines: Sequence[Line]) -> list[Hidden]:
    """Footnotes and their marks.

    A numbered line is a footnote only if its number comes next in the sequence of footnotes and a
    mark of that number stands in the text before it; so table rows that begin with a figure are kept.
    """
    stuck, bracketed = _marks(_STUCK, text), _marks(_BRACKETED, text)
    found, numbers, i, last = [], set(), 0, 0
    while i < len(lines):
        line = lines[i]
        number = _number(line, last, stuck)
        if number is None and not _marked(text, line, bracketed):
            i += 1
            continue
        if number is not None:
            last = number
            numbers.add(number)
        starts = partial(_starts, text=text, last=last, stuck=stuck, bracketed=bracketed)
        end = _end(text, lines, i, starts)
        found += [hide(line, "footnote") for line in lines[i:end]]
        i = end
    for n in numbers:
        found += [Hidden(start=a, end=b, reason="footnote_mark") for a, b in stuck[n]]
    for pattern in (_SUPERSCRIPT, _BRACKETED):
        found += [Hidden(start=m.start(), end=m.end(), reason="footnote_mark") for m in pattern.finditer(text)]
    return found


def _end(text: str, lines: Sequence[Line], first: int, starts: Callable[[Line], bool]) -> int:
    """Index of the line after the footnote that begins at ``first``.

    It ends at a blank line, the next footnote, the end of the page, or where after a full stop the text
    of the next page begins, set in.
    """
    i = first + 1
    while i < len(lines) and not lines[i].blank and not lines[i - 1].page_ends and not starts(lines[i]):
        if _FINISHED.search(lines[i - 1].visible) and text[lines[i].start].isspace():
            break
        i += 1
    return i


def _marks(pattern: re.Pattern[str], text: str) -> Marks:
    marks: Marks = {}
    for m in pattern.finditer(text):
        marks.setdefault(int(m[1]), []).append(m.span(1))
    return marks


def _called(number: int, line: Line, marks: Marks) -> bool:
    """Whether a mark of ``number`` stands in the text before ``line``."""
    return number in marks and marks[number][0][0] < line.start


def _number(line: Line, last: int, stuck: Marks) -> int | None:
    """The number of the footnote that begins at ``line``, or None."""
    match = _NUMBERED_LINE.match(line.visible)
    number = int(match[1]) if match else 0
    return number if last < number <= last + _LOOKAHEAD and _called(number, line, stuck) else None


def _marked(text: str, line: Line, bracketed: Marks) -> bool:
    """Whether ``line`` begins with the mark of a footnote, raised or in brackets."""
    match = _BRACKETED_LINE.match(line.visible)
    called = match is not None and _called(int(match[1]), line, bracketed)
    return called or bool(_MARKED_LINE.match(text, line.start, line.end))


def _starts(line: Line, *, text: str, last: int, stuck: Marks, bracketed: Marks) -> bool:
    return _number(line, last, stuck) is not None or _marked(text, line, bracketed)
