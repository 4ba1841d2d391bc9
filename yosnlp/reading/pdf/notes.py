"""Footnotes by place: smaller lines at the foot of a page, and the marks in its text that call them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from yosnlp.reading.pdf.arrange import Arranged, Item
from yosnlp.reading.pdf.lines import Line
from yosnlp.reading.pdf.tables import Row

_SMALLER = 0.94  # of the size of the prose
_NUMBERED = re.compile(r"[\[(]?(\d{1,3}|[†‡§]|[a-z](?=\s))[\])]?\.?\s*(?=\S)")
# A number stuck to a word or a stop, for files in which the marks are not raised.
_STUCK = r"(?:(?<=[a-z]{3})|(?<=[A-Z]{3})|(?<=\D[.,;:?!])|(?<=[)’”\"]))%s(?=[\s,.;:?!)’”]|$)"
_CLEAR = 1.5  # points that a line stands below the text, if it is not drawn under words
_SHORTEST_RULE, _LONGEST_RULE = 30.0, 0.6  # points; share of the width: the line above footnotes


def take_out(pages: Sequence[Arranged], body: float) -> None:
    """Move the lines of footnotes out of the flows of ``pages``; ``body`` is the size of the letters of the prose.

    A footnote begins with a mark that is called in the text of its page, or stands below a short line. It may go
    on at the foot of the next page, or stand there as a whole.
    """
    unfinished = False
    owed: set[str] = set()  # marks of the page before whose footnote has not come
    for page in pages:
        called = marks_called(page) | owed
        taken: list[Line] = []
        for flow in page.flows:
            tail = _tail(flow.items, page, body)
            start = _start(tail, called, page, body, goes_on=unfinished)
            if start is not None:
                taken += [line for line, _ in tail[start:]]
        if taken:
            page.take({id(line) for line in taken})
            page.notes = taken
        owed = called - {match[1] for line in taken if (match := _NUMBERED.match(line.text))} - owed
        unfinished = bool(taken) and not taken[-1].text.rstrip().endswith((".", "/", "”", ")"))
        _mark_stuck(page)


def marks_called(page: Arranged) -> set[str]:
    """The marks of footnotes that are raised in the text of ``page``."""
    return {mark for item in _items(page) for mark in _marks(item)}


def begins_with(item: Item, called: Set[str]) -> bool:
    """Whether a line begins with a mark that is ``called``: the same footnote may stand at the foot of many pages."""
    match = _NUMBERED.match(item.text)
    return match is not None and not isinstance(item, Row) and match[1] in called


def _items(page: Arranged) -> Iterator[Item]:
    for flow in page.flows:
        yield from flow.items


def _lines(item: Item) -> list[Line]:
    return item.lines if isinstance(item, Row) else [item]


def _marks(item: Item) -> Iterator[str]:
    """The marks raised in the text of a line or row, those at its start apart."""
    for line in _lines(item):
        for start, end in line.marks:
            if start > 0:
                yield from re.findall(r"\d+|[†‡§a-z]", line.text[start:end])


def _tail(items: Sequence[Item], page: Arranged, body: float) -> list[tuple[Line, bool]]:
    """The lines at the end of a flow that may be footnotes, each with whether a short line stands above it.

    They are no rows of tables, and small unless they stand below such a line.
    """
    tail: list[tuple[Line, bool]] = []
    for above, item in zip([None, *items[:-1]], items, strict=True):
        below = _below_a_separator(page, above, item)
        if isinstance(item, Row) or item.top < 0.2 * page.height:
            tail = []
        elif item.size <= _SMALLER * body or below or any(ruled for _, ruled in tail):
            tail.append((item, below))
        else:
            tail = []
    return tail


def _below_a_separator(page: Arranged, above: Item | None, item: Item) -> bool:
    """Whether a short line, as sets footnotes off, stands between two lines; one under words is no such line."""
    upper = (above.bottom if above is not None else item.top - 30) + _CLEAR
    longest = _LONGEST_RULE * page.width
    return any(upper < r.at < item.top + 2 and _SHORTEST_RULE <= r.end - r.start <= longest for r in page.rules)


def _start(
    tail: Sequence[tuple[Line, bool]], called: set[str], page: Arranged, body: float, *, goes_on: bool
) -> int | None:
    """Where in ``tail`` the footnotes begin; None if there are none."""
    numbers = [match[1] for line, _ in tail if (match := _NUMBERED.match(line.text))]
    answered = any(number in called for number in numbers)
    for i, (line, ruled) in enumerate(tail):
        small = line.size <= _SMALLER * body
        match = _NUMBERED.match(line.text)
        raised = bool(line.marks) and line.marks[0][0] == 0
        if not small and not ruled:
            continue
        if match and ruled and answered:
            return i
        if match and (match[1] in called or (raised and (ruled or not called)) or _stuck(page, match[1])):
            return i
        if ruled and small and all(x.size <= _SMALLER * body for x, _ in tail[i:]):
            return i
    first = tail[0][0] if tail else None
    if first is not None and goes_on and first.text[0].islower() and all(x.size <= _SMALLER * body for x, _ in tail):
        return 0
    return None


def _stuck(page: Arranged, number: str) -> bool:
    pattern = re.compile(_STUCK % re.escape(number))
    return any(pattern.search(line.text) for item in _items(page) for line in _lines(item))


def _mark_stuck(page: Arranged) -> None:
    """Mark the numbers that call the footnotes of a page where no raised mark does."""
    called = marks_called(page)
    for note in page.notes:
        match = _NUMBERED.match(note.text)
        if not match or match[1] in called or not match[1].isdigit():
            continue
        pattern = re.compile(_STUCK % match[1])
        for line in (line for item in _items(page) for line in _lines(item)):
            line.marks = tuple(sorted({*line.marks, *(m.span() for m in pattern.finditer(line.text))}))
