"""Words to lines: what stands on one baseline, with raised marks put back and signs of list items told apart."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from yosnlp.reading.pdf.sheet import Word

_SAME_LINE = 0.3  # of the size: how far baselines of one line may differ
_RAISED = (0.1, 0.75)  # of the size of the line: how far above its baseline a raised mark stands
_SMALLER = 0.86  # of the size of the line: what a raised mark is no larger than
_GOOD_PART = 0.25  # share of the characters of a line
_SPACE = 0.13  # of the size: a gap as wide parts words
_TOUCHES = 0.5  # of the size: how far behind the text a raised mark may stand
CELL_GAP = 0.9  # of the size: a gap as wide may part columns
_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[a-z†‡§])(?:,\s?\d{1,3})*[\])]?")
_UNIT = re.compile(r"(?:^|[\d\s])[kcm]?m$")

_ONLY_SIGNS = "•●○◦▪■□♦◆◊►▶▸➢➤❖‣⁃✓✔∙⚫⬤⦁\u00b7\uf0b7\ufffd"
_OTHER_SIGNS = frozenset("-–—*+→»>o§vnqlØüu")
_SIGN = re.compile(rf"[{_ONLY_SIGNS}\ue000-\uf8ff]")
_NUMBERED = re.compile(r"\(?(?:\d{1,2}|[a-z]|[ivx]{2,4})[.)]|\(\d{1,2}\)")
_HANGING = 0.25  # of the size: the least gap behind the sign of an item
_FURTHEST = 5.0  # of the size: the widest


@dataclass(slots=True)
class Line:
    """Words on one baseline. ``marks`` are stretches of ``text`` that are raised marks of footnotes.

    ``sign`` is how many characters at the start are the sign of a list item, ``inner`` where the text behind it
    begins. ``right`` is how far the text may run here; ``box`` numbers the box that holds the line;
    ``set_in``: from both margins, as quotations are.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    italic: bool = False
    marks: tuple[tuple[int, int], ...] = ()
    sign: int = 0
    inner: float = 0.0
    first_width: float = 0.0
    right: float = 0.0
    box: int | None = None
    running: bool = False
    set_in: bool = False
    words: list[Word] = field(default_factory=list)

    @property
    def top(self) -> float:
        """Where its letters begin, roughly."""
        return self.y - 0.75 * self.size

    @property
    def bottom(self) -> float:
        """Where its letters end, roughly."""
        return self.y + 0.2 * self.size


def rows(words: Sequence[Word]) -> list[list[Word]]:
    """The words of each baseline, from the top down and from left to right; raised marks with their line."""
    plain: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (w.y, w.x0)):
        if plain and word.y - plain[-1][0].y <= _SAME_LINE * min(plain[-1][0].size, word.size):
            plain[-1].append(word)
        else:
            plain.append([word])
    return [_whole(sorted(row, key=lambda w: w.x0)) for row in _with_marks(plain)]


def _whole(row: Sequence[Word]) -> list[Word]:
    """``row`` with words put together again that the file sets in parts, even letter by letter."""
    found: list[Word] = []
    for word in row:
        last = found[-1] if found else None
        alike = last and last.y == word.y and last.size == word.size and last[5:8] == word[5:8]
        if last and alike and not _parted(last, word, word.size):
            found[-1] = last._replace(text=last.text + word.text, x1=max(last.x1, word.x1))
        else:
            found.append(word)
    return found


def _with_marks(found: list[list[Word]]) -> list[list[Word]]:
    """Rows of raised marks, each put into the row that it stands a little above."""
    kept: list[list[Word]] = []
    largest = [max(w.size for w in row) for row in found]
    for i, row in enumerate(found):
        below = [
            found[j]
            for j in range(i + 1, min(i + 4, len(found)))
            if found[j][0].y - row[0].y <= _RAISED[1] * largest[j] and min(w.size for w in row) <= _SMALLER * largest[j]
        ]
        rest = []
        for word in row:
            line = next((b for b in below if _raised(word, b)), None) if below else None
            if line is None:
                rest.append(word)
            else:
                line.append(word)
        if rest:
            kept.append(rest)
    return kept


def _raised(word: Word, row: Sequence[Word]) -> bool:
    """Whether ``word`` is raised above the words of ``row``, and stands close behind or before one of them."""
    for other in row:
        rise = other.y - word.y
        if not _RAISED[0] * other.size <= rise <= _RAISED[1] * other.size or word.size > _SMALLER * other.size:
            continue
        if -0.2 * other.size <= word.x0 - other.x1 <= _TOUCHES * other.size:
            return True
        if -0.2 * other.size <= other.x0 - word.x1 <= other.size:
            return True
    return False


def pieces(row: Sequence[Word], gap: float = CELL_GAP) -> list[list[Word]]:
    """``row`` cut where a gap is wide enough to part columns."""
    found: list[list[Word]] = []
    for word in row:
        if found and word.x0 - found[-1][-1].x1 <= gap * max(word.size, found[-1][-1].size):
            found[-1].append(word)
        else:
            found.append([word])
    return found


def line(words: Sequence[Word]) -> Line:
    """The line that ``words``, from left to right, make."""
    size = _size(words)
    base = [w for w in words if w.size > _SMALLER * size] or list(words)
    y = base[0].y
    text, marks = "", []
    before: Word | None = None
    for word in words:
        if before is not None and _parted(before, word, size):
            text += " "
        raised = word.size <= _SMALLER * size and y - word.y >= _RAISED[0] * size
        if raised and _MARK.fullmatch(word.text) and not _UNIT.search(text):
            marks.append((len(text), len(text) + len(word.text)))
        text += word.text
        before = word
    letters = sum(len(w.text) for w in words)
    bold = sum(len(w.text) for w in words if w.bold) > 0.8 * letters
    italic = sum(len(w.text) for w in words if w.italic) > 0.8 * letters
    made = Line(text, words[0].x0, max(w.x1 for w in words), y, size, bold, italic, tuple(marks), words=list(words))
    made.running = all(w.running for w in words)
    _find_sign(made, words)
    made.first_width = _first_width(made, words)
    return made


def _size(words: Sequence[Word]) -> float:
    """The largest size that a good part of the characters has: a link back to the top may be longer than a heading."""
    counted: dict[float, int] = {}
    for word in words:
        size = round(word.size * 2) / 2
        counted[size] = counted.get(size, 0) + len(word.text)
    enough = _GOOD_PART * sum(counted.values())
    return max((s for s, count in counted.items() if count >= enough), default=0.0) or 10.0


def _parted(before: Word, word: Word, size: float) -> bool:
    gap = word.x0 - before.x1
    least = min(size, before.size, word.size)
    return gap > _SPACE * least or (word.spaced and gap > -_SPACE * least)


def _find_sign(made: Line, words: Sequence[Word]) -> None:
    """Tell the sign of a list item at the start of a line, if there is one."""
    made.inner = made.x0
    if len(words) < 2:
        return
    first, second = words[0], words[1]
    gap = (second.x0 - first.x1) / made.size
    if gap > _FURTHEST:
        return
    only = len(first.text) == 1 and (_SIGN.match(first.text) or first.symbol)
    other = first.text in _OTHER_SIGNS and gap >= 2 * _HANGING
    other = other and (second.text[0].isupper() or not first.text.isalpha() or gap >= 1)
    numbered = _NUMBERED.fullmatch(first.text) and gap >= _HANGING / 2
    if only or other or numbered:
        made.sign, made.inner = len(first.text), second.x0


def _first_width(made: Line, words: Sequence[Word]) -> float:
    """How wide the first word of the line is, its sign apart: what the line before had no room for, if it goes on."""
    first = bisect_left(words, made.inner, key=lambda w: w.x0) if made.sign else 0
    first = min(first, len(words) - 1)
    end = words[first].x1
    for before, word in zip(words[first:], words[first + 1 :], strict=False):
        if _parted(before, word, made.size):
            break
        end = word.x1
    return end - words[first].x0


def joined(lines: Sequence[Line]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text of ``lines`` in one, its marks moved along; a line end is kept only behind a hyphen."""
    text, marks = "", []
    for each in lines:
        if text:
            text += "\n" if text.endswith(("-", "‐", "‑")) else " "
        marks += [(len(text) + start, len(text) + end) for start, end in each.marks]
        text += each.text
    return text, tuple(marks)
