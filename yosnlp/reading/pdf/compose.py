"""Pages of blocks to a text with what was recognised in it, by offset."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from yosnlp.reading import furniture
from yosnlp.reading.lines import split
from yosnlp.reading.pdf import lines, web_print
from yosnlp.reading.pdf.arrange import Item
from yosnlp.reading.pdf.drafts import Draft
from yosnlp.reading.pdf.lines import Line
from yosnlp.reading.pdf.tables import Row
from yosnlp.records import Block, Hidden, HiddenReason, Page

_Marks = Iterable[tuple[int, int]]


@dataclass(slots=True)
class Text:
    """A text as it is put together. Blocks and hidden stretches are in its order."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    blocks: list[Block] = field(default_factory=list)
    hidden: list[Hidden] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)

    def add(self, text: str) -> int:
        """Put ``text`` at the end; where it begins is given."""
        start = self.length
        self.parts.append(text)
        self.length += len(text)
        return start

    def page(
        self,
        label: str | None,
        heads: Sequence[tuple[Item, HiddenReason]],
        drafts: Sequence[Draft],
        notes: Sequence[Line],
        feet: Sequence[tuple[Item, HiddenReason]],
    ) -> None:
        """Put a page at the end: running headers, blocks, footnotes, running footers, and a form feed."""
        start = self.length
        for item, reason in heads:
            self._hidden(item, reason)
        for draft in drafts:
            self._draft(draft)
        for line in notes:
            self._hidden(line, "footnote")
        for item, reason in feet:
            self._hidden(item, reason)
        self.add("\f")
        self.pages.append(Page(number=len(self.pages) + 1, start=start, end=self.length, label=label))

    def _hidden(self, item: Item, reason: HiddenReason) -> None:
        text = item.text
        start = self.add(text)
        self.add("\n")
        self.hidden.append(Hidden(start=start, end=start + len(text), reason=reason))

    def _draft(self, draft: Draft) -> None:
        if draft.row is not None:
            self._row(draft, draft.row)
            return
        start = self.length
        for i, line in enumerate(draft.lines):
            if i:
                self.add("\n")
            self._line(line.text, line.marks)
        end = self.length
        self.add("\n" if draft.kind == "item" else "\n\n")
        if draft.goes_on and self.blocks:
            self.blocks[-1] = replace(self.blocks[-1], end=end)
            return
        first = draft.lines[0]
        marker = first.text[: first.sign] if first.sign and draft.kind == "item" else None
        if marker:
            start += first.sign + len(first.text[first.sign :]) - len(first.text[first.sign :].lstrip())
        self.blocks.append(Block(kind=draft.kind, start=start, end=end, marker=marker, level=draft.level))

    def _row(self, draft: Draft, row: Row) -> None:
        if not row.lines:
            return
        start = self.length
        for i, cell in enumerate(row.cells):
            if i:
                self.add("\t")
            self._line(*lines.joined(cell))
        end = self.length
        self.add("\n")
        if draft.repeats:
            self.hidden.append(Hidden(start=start, end=end, reason="page_header"))
        else:
            self.blocks.append(Block(kind="table", start=start, end=end))

    def _line(self, text: str, marks: _Marks) -> None:
        at = self.add(text)
        self.hidden += [Hidden(start=at + start, end=at + end, reason="footnote_mark") for start, end in marks]

    def finish(self) -> tuple[str, tuple[Block, ...], tuple[Hidden, ...], tuple[Page, ...]]:
        """The text, its blocks, what is hidden in it, with the contents page, and its pages."""
        text = "".join(self.parts)
        rows = [row for row in split(text, self.hidden) if not row.blank]
        entries = furniture.contents(rows)
        hidden = _apart([*self.hidden, *entries, *web_print.hidden(text, self.blocks)])
        blocks = tuple(b for b in self.blocks if not _is_hidden(b, text, hidden))
        return text, blocks, hidden, tuple(self.pages)


def _is_hidden(block: Block, text: str, hidden: Sequence[Hidden]) -> bool:
    """Whether nothing of ``block`` can be seen."""
    at = block.start
    for h in hidden[bisect_right(hidden, at, key=lambda h: h.end) :]:
        if h.start >= block.end or text[at : h.start].strip():
            break
        at = max(at, h.end)
    return not text[at : block.end].strip()


def _apart(hidden: Iterable[Hidden]) -> tuple[Hidden, ...]:
    """``hidden`` in order; of two that overlap the longer one that begins first."""
    kept: list[Hidden] = []
    for h in sorted(hidden, key=lambda h: (h.start, -h.end)):
        if not kept or h.start >= kept[-1].end:
            kept.append(h)
    return tuple(kept)
