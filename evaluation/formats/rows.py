"""Tables that a sample of plain text spells out line by line, put together again; and rows of one table joined."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from evaluation.formats.parts import Inline, Part, shown
from yosnlp.frameworks import frameworks

_FIGURE = re.compile(r"\d{1,3}(?:\.\d)?%")
_QUESTION = re.compile(r"V?\d\.\d\.\d\.? .*\?")
_LONGEST_LABEL = 14  # words
_FEWEST_ROWS = 2
_LINE, _PADDING, _MOST = 65, 3, 60  # characters: of a line, around the text of a cell, that count of a cell

Row = tuple[Inline, ...]


@cache
def _rated() -> re.Pattern[str]:
    """A line that ends with a rating, or with what heads a column of ratings."""
    words = {rating for framework in frameworks().values() for rating in framework.ratings}
    values = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return re.compile(rf"(?:(?P<label>\S.*?)\s+)?(?P<value>(?:{values}|Not rated)\*?|Rating(?: and % yes)?|\d+/\d+)")


def widths(table: Part) -> list[float]:
    """Shares of the width that the columns of ``table`` take: the longest word of each has room, and more its texts."""
    columns = [[shown(cell) for cell in column] for column in zip(*table.rows, strict=True)]
    words = [max((len(word) for text in texts for word in text.split()), default=0) + _PADDING for texts in columns]
    more = [min(_MOST, max(map(len, texts), default=0)) for texts in columns]
    left = max(0, _LINE - sum(words))
    sizes = [word + left * text / max(1, sum(more)) for word, text in zip(words, more, strict=True)]
    return [size / sum(sizes) for size in sizes]


def tables(parts: Sequence[Part]) -> Iterator[Part]:
    """``parts`` with runs of rows as tables."""
    run: list[Part] = []
    for part in _rows(parts):
        if part.kind == "table":
            run.append(part)
            continue
        yield from _table(run)
        run = []
        yield part
    yield from _table(run)


def _table(run: Sequence[Part]) -> Iterator[Part]:
    """One table of the rows of ``run``; a single row that was no row in the sample stays a line of text."""
    rows = [row for part in run for row in part.rows]
    spelled = all(part.marker == "line" for part in run)
    if len(rows) < _FEWEST_ROWS and spelled:
        yield from (_line(row) for row in rows)
    elif rows:
        width = max(map(len, rows))
        yield Part("table", tuple((*row, *((),) * (width - len(row))) for row in rows))


def _line(row: Row) -> Part:
    """A row as the line or the heading that it was."""
    joined: Inline = row[0]
    for cell in row[1:]:
        joined = (*joined, " ", *cell) if cell and joined else (*joined, *cell)
    return Part("paragraph", ((joined,),))


def _rows(parts: Sequence[Part]) -> Iterator[Part]:
    """``parts``, with those that are rows of a table as tables of a row, marked as spelled out."""
    at = 0
    while at < len(parts):
        part, after = parts[at], parts[at + 1] if at + 1 < len(parts) else None
        row, taken = _row(part, after)
        near = _is_row(parts, at - 1) or _is_row(parts, at + taken)
        if row is None or (part.kind == "heading" and not near):
            yield part
        else:
            yield Part("table", (row,), marker="line")
        at += taken


def _is_row(parts: Sequence[Part], at: int) -> bool:
    return 0 <= at < len(parts) and _row(parts[at], parts[at + 1] if at + 1 < len(parts) else None)[0] is not None


def _row(part: Part, after: Part | None) -> tuple[Row | None, int]:
    """The row that ``part`` is, alone or with its value in the part ``after``; and how many parts that takes."""
    if part.kind not in ("paragraph", "heading", "label"):
        return None, 1
    text = shown(part.inline)
    value = shown(after.inline) if after is not None and after.kind == "paragraph" else ""
    if _QUESTION.fullmatch(text):
        return ((part.inline, (value,)), 2) if _FIGURE.fullmatch(value) else ((part.inline, ()), 1)
    alone = _rated().fullmatch(value)
    if alone and not alone["label"] and part.kind == "paragraph" and not _rated().fullmatch(text):
        return (part.inline, (value,)), 2
    match = _rated().fullmatch(text)
    if match and match["label"] and len(text.split()) <= _LONGEST_LABEL and len(part.inline) == 1:
        return ((match["label"],), (match["value"],)), 1
    return None, 1
