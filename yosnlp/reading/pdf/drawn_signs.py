"""Signs of list items that are drawn as dots, as browsers do, put among the words as what they look like."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from yosnlp.reading.pdf.sheet import Area, Sheet, Word

_SIGN = "•"
_FURTHEST = 2.5  # of the size: from a dot to its text
_CLEAR = 2.0  # of the size: left of a dot there is no text as near
_MOST = 400  # dots of a page; with more it is a drawing
_REACH = 40.0  # points above and below a dot within which its line is looked for


def add(sheet: Sheet) -> None:
    """Put a sign among the words of ``sheet`` for each dot that stands before a line of text."""
    if not sheet.dots or len(sheet.dots) > _MOST:
        return
    words = sorted(sheet.words, key=lambda w: w.y)
    levels = [w.y for w in words]
    for dot in sheet.dots:
        middle = (dot.y0 + dot.y1) / 2
        near = words[bisect_left(levels, middle - 1) : bisect_right(levels, middle + _REACH)]
        beside = [w for w in near if w.y - 0.85 * w.size <= middle <= w.y and dot.height <= 0.7 * w.size]
        following = [w for w in beside if 0 < w.x0 - dot.x1 <= _FURTHEST * w.size]
        before = [w for w in beside if w.x0 < dot.x0 and dot.x0 - w.x1 < _CLEAR * w.size]
        if following and not before:
            word = min(following, key=lambda w: w.x0)
            sheet.words.append(_sign(dot, word))


def _sign(dot: Area, word: Word) -> Word:
    return word._replace(text=_SIGN, x0=dot.x0, x1=dot.x1, symbol=True)
