"""A text cut into lines, each knowing its place and what of it can be seen."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from yosnlp.records import Hidden, HiddenReason
from yosnlp.text import PARTS_WORDS

_LINE = re.compile(r"([^\r\n\f]*)(\r\n|[\r\n\f]|$)")


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its end. ``visible`` is its text less inline mark-up, stripped."""

    start: int
    end: int
    visible: str
    page_ends: bool

    @property
    def blank(self) -> bool:
        """Whether there is nothing to see on it."""
        return not self.visible


def split(text: str, hidden: Sequence[Hidden] = ()) -> list[Line]:
    """The lines of ``text``; ``hidden`` is left out of what is visible. A form feed ends a page."""
    lines: list[Line] = []
    for match in _LINE.finditer(text):
        start, end = match.span(1)
        if start == len(text) and lines:
            break
        lines.append(Line(start, end, _visible(text, start, end, hidden), match.group(2) == "\f"))
    return lines


def _visible(text: str, start: int, end: int, hidden: Sequence[Hidden]) -> str:
    kept, at = [], start
    for h in _within(hidden, start, end):
        kept.append(text[at : max(at, h.start)])
        if PARTS_WORDS.search(text, h.start, h.end):
            kept.append(" ")
        at = max(at, h.end)
    kept.append(text[at:end] if at < end else "")
    return "".join(kept).strip()


def _within(hidden: Sequence[Hidden], start: int, end: int) -> Sequence[Hidden]:
    first = max(0, bisect_right(hidden, start, key=lambda h: h.start) - 1)
    last = bisect_left(hidden, end, key=lambda h: h.start)
    return [h for h in hidden[first:last] if h.end > start]


def hide(line: Line, reason: HiddenReason) -> Hidden:
    """The whole of ``line`` as hidden."""
    return Hidden(start=line.start, end=line.end, reason=reason)
