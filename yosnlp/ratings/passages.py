"""The report as a row of passages: each block's text in cells, and what part and standard it stands under."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from yosnlp.frameworks import Framework
from yosnlp.ratings import names, patterns
from yosnlp.records import Block, BlockKind, Document, Report, Section, SectionKind, Span
from yosnlp.text import plain, view

_CELL_END = re.compile(r"(?<!\\)\||\t|</?(?:t[dhr]|p|br)\b[^<>\n]{0,100}>", re.I)
_ROW_END = re.compile(r"</tr\b[^<>\n]{0,100}>", re.I)


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of the report. ``text`` is folded and plain, its ``cells`` (stretches of it) a space apart.

    ``printed`` is the same with the signs as printed, and as long; ``offsets`` tell where each character stands.
    ``part`` is the kind of the outermost section that holds it, ``inside`` that of the innermost.
    """

    text: str
    printed: str
    offsets: tuple[int, ...]
    cells: tuple[tuple[int, int], ...]
    kind: BlockKind
    marker: str | None
    section: int
    part: SectionKind
    inside: SectionKind
    domain: str | None
    standard_id: str | None

    def span(self, start: int, end: int) -> Span:
        """Where ``text[start:end]`` stands in the document; raises IndexError where that is empty."""
        return Span(start=self.offsets[start], end=self.offsets[end - 1] + 1)

    def sentences(self) -> Iterator[tuple[int, int]]:
        """Start and end of each sentence in ``text``."""
        start = 0
        for end in [*(m.end() for m in patterns.SENTENCE_END.finditer(self.text)), len(self.text)]:
            yield start, end
            start = end

    @property
    def place(self) -> SectionKind:
        """The part of the report to name as the place of what is read here."""
        return "standard" if self.part == "domain" and self.standard_id else self.part


def passages(report: Report, framework: Framework) -> list[Passage]:
    """The blocks of ``report`` in order.

    A table row that names a standard by its number ("3.1 Assessment | Good") puts what follows it in the
    same section under that standard, whether the section tree knows it or not.
    """
    found: list[Passage] = []
    named: tuple[int, str] | None = None
    for block, index in _placed(report):
        section = report.sections[index]
        outer = _outermost(report.sections, section)
        text, offsets, cells = _cells(report.document, block)
        if not text:
            continue
        in_cells = [text[a:b] for a, b in cells]
        standard = names.row(in_cells, framework, None) if names.STANDARD_NUMBER.match(text) else None
        if standard is not None:
            named = (index, standard.id)
        found.append(
            Passage(
                text=plain(text),
                printed=text,
                offsets=offsets,
                cells=cells,
                kind=block.kind,
                marker=block.marker,
                section=index,
                part=outer.kind,
                inside=section.kind,
                domain=section.domain,
                standard_id=named[1] if named and named[0] == index else section.standard_id,
            )
        )
    return found


def _placed(report: Report) -> Iterator[tuple[Block, int]]:
    """Each block, or row of an HTML table in it, with the index of the innermost section that holds it."""
    sections = report.sections
    starts = [s.start for s in sections]
    for block in (row for whole in report.document.blocks for row in _rows(report.document, whole)):
        index: int | None = bisect_right(starts, block.start) - 1
        while index is not None and index >= 0 and block.start >= sections[index].end:
            index = sections[index].parent if sections[index].parent is not None else index - 1
        if index is not None and index >= 0:
            yield block, index


def _rows(document: Document, block: Block) -> Iterator[Block]:
    start = block.start
    for match in _ROW_END.finditer(document.text, block.start, block.end):
        yield replace(block, start=start, end=match.end())
        start = match.end()
    if start < block.end:
        yield replace(block, start=start)


def _outermost(sections: tuple[Section, ...], section: Section) -> Section:
    while section.parent is not None:
        section = sections[section.parent]
    return section


def _cells(document: Document, block: Block) -> tuple[str, tuple[int, ...], tuple[tuple[int, int], ...]]:
    """The visible text of ``block``, where each character stands, and the stretches of its cells."""
    raw = document.text[block.start : block.end]
    cuts = [(block.start + m.start(), block.start + m.end()) for m in _CELL_END.finditer(raw)]
    starts = [block.start, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), block.end]
    text = ""
    offsets: list[int] = []
    cells: list[tuple[int, int]] = []
    for start, end in zip(starts, ends, strict=True):
        seen = view(document, start, end)
        first, last = seen.trimmed(0, len(seen.text))
        if first == last:
            continue
        if text:
            text += " "
            offsets.append(offsets[-1])
        cells.append((len(text), len(text) + last - first))
        text += seen.text[first:last]
        offsets.extend(seen.offsets[first:last])
    return text, tuple(offsets), tuple(cells)
