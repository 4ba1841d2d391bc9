"""Reading a stretch of a document with white space folded and hidden parts left out, offsets kept.

Every step sees the report through a `View`, so that what it finds can be pointed at in the file.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from yosnlp.records import Document, Hidden, Span

# Letters that text recognition takes for Latin ones (the Cyrillic of "МАРРА").
_LOOKALIKES = str.maketrans("АВЕКМНОРСТХаеорсухіѕ", "ABEKMHOPCTXaeopcyxis")
_QUOTES = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "`": "'"})
_SUSPENDED = re.compile(r"(and|or|to)\b")  # "pre-\nand post-court": the hyphen stands for a left-out word
_LINE_END = re.compile(r"[\r\n\f]")
#: Hidden mark-up that parts words as white space does: the bar of a table, a hard space, a tag of a block or cell.
PARTS_WORDS = re.compile(r"\||&(?:nbsp|#160|#xa0);|</?(?:br|p|div|li|ul|ol|table|t[dhr]|h[1-6])\b", re.I)


@dataclass(frozen=True, slots=True)
class View:
    """Folded text of a stretch of a document; ``offsets[i]`` is where its character ``i`` stands."""

    text: str
    offsets: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """The document's span of ``text[start:end]``; raises IndexError where that is empty."""
        return Span(start=self.offsets[start], end=self.offsets[end - 1] + 1)

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        """``start`` and ``end`` moved inwards past spaces."""
        while start < end and self.text[start] == " ":
            start += 1
        while end > start and self.text[end - 1] == " ":
            end -= 1
        return start, end


def view(document: Document, start: int, end: int) -> View:
    """The visible text of ``document.text[start:end]``, white space folded to single spaces.

    Hidden mark-up between words counts as white space where it parts them (``<br>``, a table's bar). A line
    end after a hyphen inside a word is dropped ("out-of-⏎court"), as it is white space.
    """
    text, at = document.text, start
    chars: list[str] = []
    offsets: list[int] = []
    for piece_start, piece_end in _visible(document.hidden, start, end):
        if chars and chars[-1] != " " and PARTS_WORDS.search(text, at, piece_start):
            chars.append(" ")
            offsets.append(at)
        at = piece_end
        for i in range(piece_start, piece_end):
            char = text[i]
            if not char.isspace():
                chars.append(char)
                offsets.append(i)
            elif chars and chars[-1] != " ":
                chars.append(" ")
                offsets.append(i)
    chars, offsets = _joined(text, chars, offsets)
    if chars and chars[-1] == " ":
        chars.pop()
        offsets.pop()
    return View("".join(chars), tuple(offsets))


def _visible(hidden: tuple[Hidden, ...], start: int, end: int) -> list[tuple[int, int]]:
    """The pieces of ``start:end`` outside of ``hidden``, which is sorted and does not overlap."""
    pieces, at = [], start
    first = max(0, bisect_right(hidden, start, key=lambda h: h.start) - 1)
    for h in hidden[first : bisect_left(hidden, end, key=lambda h: h.start)]:
        if h.end <= at:
            continue
        if h.start > at:
            pieces.append((at, h.start))
        at = h.end
    if at < end:
        pieces.append((at, end))
    return pieces


def _joined(text: str, chars: list[str], offsets: list[int]) -> tuple[list[str], list[int]]:
    """``chars`` and ``offsets`` less the spaces that stand for a line end after a hyphen within a word."""
    dropped = set()
    for i in range(2, len(chars) - 1):
        if chars[i] != " " or chars[i - 1] not in "-‐‑" or not chars[i - 2].isalpha() or not chars[i + 1].islower():
            continue
        suspended = _SUSPENDED.match("".join(chars[i + 1 : i + 6]))
        if not suspended and _LINE_END.search(text, offsets[i], offsets[i + 1]):
            dropped.add(i)
    if not dropped:
        return chars, offsets
    kept = [i for i in range(len(chars)) if i not in dropped]
    return [chars[i] for i in kept], [offsets[i] for i in kept]


def fold(text: str) -> str:
    """``text`` with runs of white space as single spaces, and none at its ends."""
    return " ".join(text.split())


def plain(text: str) -> str:
    """``text`` for matching, of the same length: straight quotes and dashes, misread letters mended."""
    return text.translate(_LOOKALIKES).translate(_QUOTES)


def letters(text: str) -> str:
    """Only the letters and digits of ``text``, lower case: for comparing what says the same."""
    return "".join(c for c in plain(text).lower() if c.isalnum())
