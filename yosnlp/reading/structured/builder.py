"""Parts of a structured file to a `Document`: the text that they make, and what stands where in it.

Blocks come from the structure, not from the look of lines. What only words tell is told as in plain text: signs of
items that were typed, '[1]' marks and their notes, links back to the top, a contents page, running headers.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from yosnlp.errors import UnreadableInput
from yosnlp.reading import blocks, furniture, limits, lines, markup
from yosnlp.reading.structured.parts import Part
from yosnlp.reading.structured.stretch import Stretch, broken
from yosnlp.records import Anchor, Block, Defect, Document, Hidden, HiddenReason

_LONGEST_TABBED = 300  # characters of a paragraph whose tabs may part the cells of a row
_CLOSE = ("item", "table")  # parts of these kinds stand in lines below each other
_WITHIN = re.compile(r"[.!?] [A-Z]")  # a sentence that ends within a paragraph
_NOTHING = "\ufeff\u200b\u00a0 \n\t"


@dataclass(slots=True)
class Builder:
    """A document in the making. Parts are added in the order in which they are read."""

    _text: list[str] = field(default_factory=list)
    _length: int = 0
    _blocks: list[Block] = field(default_factory=list)
    _hidden: list[Hidden] = field(default_factory=list)
    _anchors: list[tuple[int, str]] = field(default_factory=list)
    _called: set[str] = field(default_factory=set)
    _last: str = ""
    _prose: str = ""  # of the last block, where that is a paragraph or an item

    def add(self, parts: Iterable[Part]) -> None:
        """Add ``parts``; those without any text are left out."""
        for part in parts:
            if part.kind == "table":
                self._add_row(part)
            elif part.kind == "heading":
                self._add_line(Stretch.of(part.pieces), part)
            else:
                for at, pieces in enumerate(broken(part.pieces, within=part.kind == "item")):
                    own = part if at == 0 or part.kind != "item" else Part("paragraph", hidden=part.hidden)
                    self._add_line(Stretch.of(pieces, keep_tabs=part.kind == "paragraph"), own)

    def document(
        self, data: bytes, source: str, *, format_: str, encoding: str, defects: Sequence[Defect] = ()
    ) -> Document:
        """The document that the parts of ``data`` make. Raises UnreadableInput if they have no text, or too much."""
        text = "".join(self._text)
        if not text.strip(_NOTHING):
            raise UnreadableInput(source, "there is no text in it", "Check that the download or export was finished.")
        if len(text) > limits.TEXT:
            what = f"{len(text):,} characters are more than any report has (limit {limits.TEXT:,})"
            raise UnreadableInput(source, what, "Give each report as a file of its own.")
        hidden, kept = self._less_furniture(text)
        ends = [*(at for at, _ in self._anchors[1:]), len(text)]
        anchors = [Anchor(start=at, end=end, name=name) for (at, name), end in zip(self._anchors, ends, strict=False)]
        return Document(
            text=text,
            source=source,
            format=format_,
            encoding=encoding,
            sha256=hashlib.sha256(data).hexdigest(),
            blocks=tuple(kept),
            hidden=tuple(hidden),
            anchors=tuple(anchors),
            defects=tuple(defects),
        )

    def _add_line(self, line: Stretch, part: Part) -> None:
        """Add one line of a part that is no row."""
        cells = line.cells() if part.kind == "paragraph" and len(line.text) <= _LONGEST_TABBED else []
        if part.hidden or line.begins_note() & self._called:
            self._put_hidden(line, part.hidden or "footnote", part.kind)
        elif cells:
            self._add_row(Part("table", cells=cells))
        else:
            self._called |= line.called()
            self._put(line.without_tabs(), part)

    def _add_row(self, part: Part) -> None:
        row = Stretch.joined([Stretch.of(cell) for cell in part.cells], "\t")
        self._called |= row.called()
        if part.hidden:
            self._put_hidden(row, part.hidden, "table")
        else:
            self._put(row, part)

    def _put(self, line: Stretch, part: Part) -> None:
        """Let ``line`` stand in the text, and what can be seen of it be a block, its sign before it."""
        seen = list(line.seen())
        kind, marker, begin = part.kind, part.marker, 0
        if seen and (kind == "paragraph" or (kind == "item" and not (marker or "").strip("().").isalnum())):
            typed, length = blocks.typed_marker(line.text[seen[0][0] :])
            if typed:
                kind, marker, begin = "item", typed, seen[0][0] + length
        rest = kind == "paragraph" and self._goes_on(line)
        sign = f"{marker} " if marker and not begin else ""
        start = self._write(sign, line, kind)
        self._hidden += [Hidden(start=start + h.start, end=start + h.end, reason=h.reason) for h in line.hidden]
        places = [(max(a, begin), b) for a, b in seen if b > begin]
        if places and part.anchor:
            self._anchors.append((start - len(sign), part.anchor))
        if places:
            first, last = start + places[0][0], start + places[-1][1]
            if rest:
                begun = self._blocks.pop()
                self._blocks.append(replace(begun, end=last))
            else:
                self._blocks.append(Block(kind=kind, start=first, end=last, marker=marker, level=part.level))
            self._prose = line.text[: places[-1][1]] if kind in ("paragraph", "item") else ""

    def _goes_on(self, line: Stretch) -> bool:
        """Whether a paragraph is the rest of a sentence that a page end broke in two, as in files made from a PDF."""
        words, before = line.text.lstrip(), self._prose
        broken_off = blocks.dangles(before) or (_WITHIN.search(before) and not blocks.ends_sentence(before))
        return bool(words[:1].islower() and before and self._blocks and broken_off)

    def _put_hidden(self, line: Stretch, reason: HiddenReason, kind: str) -> None:
        if line.text:
            start = self._write("", line, kind)
            self._hidden.append(Hidden(start=start, end=self._length, reason=reason))

    def _write(self, sign: str, line: Stretch, kind: str) -> int:
        """Write ``line`` below what stands there already, and say where it begins."""
        if not line.text:
            return self._length
        gap = "" if not self._text else "\n" if kind == self._last and kind in _CLOSE else "\n\n"
        self._text += [gap, sign, line.text]
        start = self._length + len(gap) + len(sign)
        self._length, self._last = start + len(line.text), kind
        return start

    def _less_furniture(self, text: str) -> tuple[list[Hidden], list[Block]]:
        """Hidden stretches and blocks, once running headers and the contents page that words tell are hidden too."""
        rows = {block.start for block in self._blocks if block.kind == "table"}
        seen = [line for line in lines.split(text, self._hidden) if not line.blank]
        headers = furniture.headers([line for line in seen if line.start not in rows])
        headed = {h.start for h in headers}
        whole = headers + furniture.contents([line for line in seen if line.start not in headed])
        if not whole:
            return self._hidden, self._blocks
        hidden = markup.merge([(h.start, h.end, h.reason) for h in (*whole, *self._hidden)])
        gone = sorted((h.start, h.end) for h in whole)
        return hidden, [block for block in self._blocks if not _inside(block, gone)]


def _inside(block: Block, stretches: list[tuple[int, int]]) -> bool:
    at = bisect_right(stretches, block.start, key=lambda stretch: stretch[0]) - 1
    return at >= 0 and block.end <= stretches[at][1]
