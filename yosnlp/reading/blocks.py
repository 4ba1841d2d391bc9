"""Lines to blocks: headings, paragraphs, list items and table rows, whole across page breaks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from yosnlp.reading.lines import Line
from yosnlp.records import Block, BlockKind

# Signs that only a list has (dingbats stand in the private area) need no space; others do.
_BULLET = re.compile(
    r"(?P<sign>[•●○◦▪■□♦◆◊►▶▸➢➤❖‣⁃✓✔\uf020-\uf0ff])\s*(?=\S)|(?P<mark>[*–—+→·»-]|o(?=\s{1,3}[A-Z]|\s{2,}\S))\s+(?=\S)"
)
_ALONE = re.compile(r"[•●○◦▪■□♦◆◊►▶▸➢➤❖‣⁃✓✔\uf020-\uf0ff]|\(?(?:\d{1,2}|[a-z]|[ivx]{2,4})\)|\d{1,2}\.")
_QUOTE_SIGN = re.compile(r"(?:>\s?)+")
_NUMBER = re.compile(r"(?P<sign>\(?(?P<number>\d{1,2})[.)]|\(?(?P<letter>[a-z]|[ivx]{2,4})\))\s+(?=\S)")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_HASHES = re.compile(r"(?P<hashes>#{1,6})\s+(?=[^#\s])")
_SENTENCE_END = re.compile(r"[.!?:;][\"'’”)\]]*\s*\d{0,2}$")
_URL = re.compile(r"(?:https?://|www\.)\S|\S\.(?:pdf|html?|uk/?)$|\S/$")
_ROW = re.compile(r"\S {3,}\S.{0,40}$")  # cells set apart by spaces: a row of a table, whole in its line
_FIGURES_ONLY = re.compile(r"^[\d\s%./,()-]+$")
_FIGURES_ALONE = re.compile(r"^[\d\s%./,()-]+(?<![.,])$")  # with a stop they are the end of a sentence: "(90%)."
_WRAPPED = 130  # characters: longer lines than this mean that each line is a paragraph
# A line was ended on purpose if the next word would still have fit in this share of the width: more
# surely so after a full stop. Letters of a page differ in width, so neither share is 1.
_DELIBERATE = 0.75
_DELIBERATE_AFTER_STOP = 0.9
_FEWEST_WORDS_OF_A_SENTENCE = 3  # that stands alone and goes on after a gap
_SET_IN = "   "  # at least, before each line of a quotation
_MOST_SET_IN = 0.2  # share of the lines: where more are set in, it is a margin
_HEADING_WIDTH = 0.6  # share of the width that a heading stays below
_DANGLING = re.compile(
    r"(?:,|-|\b(?:an?|the|and|or|but|of|to|in|on|at|by|for|from|with|that|which|who|as|is|are|was|were|be|been|has|have"
    r"|had|not|their|its|this|these|those|than|into|between|both|all|any|some|where|when|while|whether))$"
)


@dataclass(slots=True)
class _Open:
    """A block that may go on in the next line."""

    kind: BlockKind
    start: int
    end: int
    visible: str
    width: int
    indented: bool = False
    marker: str | None = None
    level: int | None = None
    number: int | None = None
    row: bool = False
    set_in: bool = False  # every line of it
    lines: int = 1

    @property
    def finished(self) -> bool:
        ended = _SENTENCE_END.search(self.visible) or _URL.search(self.visible.split()[-1])
        return bool(ended) or self.kind in ("heading", "table")

    def close(self) -> Block:
        quoted = self.kind == "paragraph" and self.set_in and self.lines > 1
        kind = "quotation" if quoted else self.kind
        return Block(kind=kind, start=self.start, end=self.end, marker=self.marker, level=self.level)


def build(text: str, lines: Sequence[Line], furniture: set[int], *, markdown: bool) -> list[Block]:
    """The blocks of ``text``. ``furniture`` holds the starts of lines to pass over (headers, notes).

    A block goes on over furniture, blank lines and page ends while its sentence is unfinished.
    """
    width = _width(lines)
    quoting = not markdown and _stands_out(text, lines)
    blocks: list[Block] = []
    current: _Open | None = None
    gap = ""
    sign: Line | None = None  # a bullet that stands on a line of its own, before its text
    for line, after in zip(lines, [*lines[1:], None], strict=True):
        if line.start in furniture or line.blank:
            gap = "page" if line.page_ends or line.start in furniture else gap or "blank"
            continue
        if sign is None and _ALONE.fullmatch(line.visible) and _begins(line, after, current, gap):
            sign = line
            continue
        fresh = _start(text, line, current, gap, markdown=markdown)
        fresh.set_in = quoting and text.startswith(_SET_IN, line.start)
        if sign is not None:
            if fresh.kind == "paragraph":
                fresh.kind, fresh.marker, fresh.number = "item", sign.visible, _value(sign.visible.strip("()."), None)
            sign = None
        if current is not None and _joins(current, fresh) and _continues(current, fresh, after, gap, width):
            if not gap and current.finished and _heads(fresh, after, width):
                blocks.append(current.close())
                current = fresh
            else:
                current.end, current.visible, current.width = fresh.end, fresh.visible, fresh.width
                current.set_in = current.set_in and fresh.set_in
                current.lines += 1
        else:
            if current is not None:
                blocks.append(current.close())
            current = fresh
        gap = "page" if line.page_ends else ""
    if current is not None:
        blocks.append(current.close())
    return blocks


def typed_marker(text: str) -> tuple[str | None, int]:
    """The sign of an item that ``text`` begins with, and where its own words begin; None and 0 without both."""
    sign, _, begin = _marker(text, None, "blank")
    return (sign, begin) if sign and text[begin:].strip() else (None, 0)


def ends_sentence(text: str) -> bool:
    """Whether ``text`` ends as a sentence does, a footnote's number apart."""
    return bool(_SENTENCE_END.search(text))


def dangles(text: str) -> bool:
    """Whether ``text`` ends with a word or sign that needs more to follow."""
    return bool(_DANGLING.search(text))


def _begins(line: Line, after: Line | None, current: _Open | None, gap: str) -> bool:
    """Whether a sign on a ``line`` of its own begins an item: a text follows, and no sentence goes on here."""
    if after is None or after.blank or _FIGURES_ONLY.match(after.visible):
        return False
    return not line.visible[0].isalnum() or bool(gap) or current is None or current.finished


def _joins(current: _Open, fresh: _Open) -> bool:
    """Whether a block of the kind of ``fresh`` can be the rest of ``current``."""
    return fresh.kind == "paragraph" or (fresh.kind == current.kind == "quotation")


def _width(lines: Sequence[Line]) -> int:
    """How long a full line is, in characters: the 95th percentile."""
    lengths = sorted(len(line.visible) for line in lines if not line.blank)
    return lengths[int(0.95 * (len(lengths) - 1))] if lengths else 0


def _stands_out(text: str, lines: Sequence[Line]) -> bool:
    """Whether few lines are set in, so that those that are stand out from the text."""
    seen = [line for line in lines if not line.blank]
    return sum(text.startswith(_SET_IN, line.start) for line in seen) <= _MOST_SET_IN * len(seen)


def _start(text: str, line: Line, current: _Open | None, gap: str, *, markdown: bool) -> _Open:
    """The block that ``line`` would begin."""
    raw = text[line.start : line.end]
    at = line.start + len(raw) - len(raw.lstrip())
    end = line.start + len(raw.rstrip())
    body = text[at:end]
    if markdown and (match := _HASHES.match(body)) and _holds_more(line, match.group()):
        end = at + len(body.rstrip("#").rstrip())
        return _Open("heading", at + match.end(), end, line.visible, 0, level=len(match["hashes"]))
    if markdown and (quoted := _QUOTE_SIGN.match(body)):
        return _Open("quotation", at + quoted.end(), end, line.visible, len(line.visible))
    within_table = current is not None and current.kind == "table" and not gap
    empty_cells = not markdown and raw.endswith("\t" if within_table else "\t\t")
    if body.startswith("|") or empty_cells or len([c for c in body.split("\t") if c.strip()]) > 1:
        return _Open("table", at, end, line.visible, 0)
    marker, number, begin = _marker(body, current, gap)
    if marker and _holds_more(line, body[:begin]):
        return _Open("item", at + begin, end, line.visible, len(line.visible), marker=marker, number=number)
    indented, row = raw[:1] in (" ", "\t"), bool(_ROW.search(body))
    return _Open("paragraph", at, end, line.visible, len(line.visible), indented=indented, row=row)


def _holds_more(line: Line, sign: str) -> bool:
    """Whether there is more to see on ``line`` than the ``sign`` that it begins with."""
    return line.visible.split() != sign.split()


def _marker(body: str, current: _Open | None, gap: str) -> tuple[str | None, int | None, int]:
    """The sign of a list item that ``body`` begins with, its number, and where its text begins."""
    within = current is not None and not gap and not current.finished
    bullet = _BULLET.match(body)
    sign = (bullet["sign"] or bullet["mark"]) if bullet else None
    if bullet and bullet["mark"] and within and current and current.kind == "paragraph":
        return None, None, 0  # a dash inside of a sentence that goes on
    begin = bullet.end() if bullet else 0
    numbered = _NUMBER.match(body, begin)
    if not numbered:
        return sign, None, begin
    last = current.number if current is not None else None
    number = _value(numbered["number"] or numbered["letter"], last)
    follows = last is not None and number == last + 1
    if within and not bullet and not follows:
        return None, None, 0  # a figure at the start of a line ("... in March⏎12. ")
    return numbered["sign"], number, numbered.end()


def _value(sign: str, last: int | None) -> int | None:
    """The place of an item in its list by its number or letter; ``last`` is that of the item before."""
    if sign.isdigit():
        return int(sign)
    if sign in _ROMAN and (len(sign) > 1 or sign == "i" or last == _ROMAN.index(sign)):
        return _ROMAN.index(sign) + 1 if sign != "i" or last != 8 else 9
    return ord(sign) - ord("a") + 1 if len(sign) == 1 and sign.isalpha() else None


def _continues(current: _Open, fresh: _Open, after: Line | None, gap: str, width: int) -> bool:
    """Whether the line of ``fresh`` goes on with ``current`` rather than begin a paragraph."""
    if current.kind in ("heading", "table") or current.row or fresh.row:
        return False
    lower = fresh.visible[0].islower()
    figures = bool(_FIGURES_ONLY.match(current.visible) or _FIGURES_ALONE.match(fresh.visible))
    wrapped = width <= _WRAPPED
    if not gap:
        if lower:
            return not _FIGURES_ONLY.match(current.visible)
        first = fresh.indented and (not current.indented or current.lines == 1)  # of a paragraph, or of a lost item
        if not wrapped or figures or (current.finished and first):
            return False
        share = _DELIBERATE_AFTER_STOP if current.finished else _DELIBERATE
        return current.width + 1 + len(fresh.visible.split(maxsplit=1)[0]) > share * width
    heading = current.lines == 1 and len(current.visible.split()) < _FEWEST_WORDS_OF_A_SENTENCE
    halved = gap == "page" and lower and current.visible.endswith(";")  # a sentence of two halves, one on each page
    if (current.finished and not halved) or figures or heading:
        return False
    return (
        lower
        or bool(_DANGLING.search(current.visible))
        or (gap == "page" and wrapped and current.width > _DELIBERATE * width and not _heads(fresh, after, width))
    )


def _heads(fresh: _Open, following: Line | None, width: int) -> bool:
    """Whether a line after a full stop or a page end looks like a heading: short, unfinished, then a new start.

    A short line that ends with a colon and has the first item of a list below it is one, too.
    """
    after = following.visible if following else ""
    over_a_list = fresh.visible.endswith(":") and bool(_BULLET.match(after))
    if len(fresh.visible) > _HEADING_WIDTH * width or (fresh.finished and not over_a_list):
        return False
    return not after or not (after[0].islower() or after[0].isdigit())
