"""Footnotes at the foot of a page, and the marks that call them in the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yosnlp.reading.lines import Line, hide
from yosnlp.records import Hidden

_SUPERSCRIPT = re.compile(r"[⁰¹²³⁴-⁹]+")
_BRACKETED = re.compile(r"\[\d{1,3}\]")
# A number stuck to a word, a bracket or a stop ("services1", "offended.2", "safe?9"), not to a short code ("C32").
_STUCK = re.compile(r"(?:(?<=[a-z]{3})|(?<=\D[.,;:?!])|(?<=[)’”\"]))(\d{1,2})(?=[\s,.;:?!)’”]|$)")
_MARKED_LINE = re.compile(r"\s*(?:<sup>\s*\d{1,3}\s*</sup>|[⁰¹²³⁴-⁹]+)\s*\S", re.I)
_NUMBERED_LINE = re.compile(r"(\d{1,2})\s+(?=[A-Z‘'“\"(\[]|http)")
_LOOKAHEAD = 3  # footnotes that the extraction may have lost between two that it kept


def find(text: str, lines: Sequence[Line]) -> list[Hidden]:
    """Footnotes and their marks.

    A numbered line is a footnote only if its number comes next in the sequence of footnotes and a
    mark of that number stands in the text before it; so table rows that begin with a figure are kept.
    """
    marks: dict[int, list[tuple[int, int]]] = {}
    for m in _STUCK.finditer(text):
        marks.setdefault(int(m[1]), []).append(m.span(1))
    found, numbers, i, last = [], set(), 0, 0
    while i < len(lines):
        line = lines[i]
        number = _number(line, last, marks)
        if number is None and not _MARKED_LINE.match(text, line.start, line.end):
            i += 1
            continue
        if number is not None:
            last = number
            numbers.add(number)
        first = i
        while i < len(lines) and not lines[i].blank and (i == first or not _starts(text, lines[i], last, marks)):
            found.append(hide(lines[i], "footnote"))
            i += 1
            if lines[i - 1].page_ends:
                break
    for spans in (marks[n] for n in numbers):
        found += [Hidden(start=a, end=b, reason="footnote_mark") for a, b in spans]
    for pattern in (_SUPERSCRIPT, _BRACKETED):
        found += [Hidden(start=m.start(), end=m.end(), reason="footnote_mark") for m in pattern.finditer(text)]
    return found


def _number(line: Line, last: int, marks: dict[int, list[tuple[int, int]]]) -> int | None:
    """The number of the footnote that begins at ``line``, or None."""
    match = _NUMBERED_LINE.match(line.visible)
    if not match:
        return None
    number = int(match[1])
    called = any(start < line.start for start, _ in marks.get(number, ()))
    return number if last < number <= last + _LOOKAHEAD and called else None


def _starts(text: str, line: Line, last: int, marks: dict[int, list[tuple[int, int]]]) -> bool:
    return _number(line, last, marks) is not None or bool(_MARKED_LINE.match(text, line.start, line.end))
