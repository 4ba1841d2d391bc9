"""A text marked up with its blocks and hidden parts, beside what is read of it.

``<item marker=•>``, ``<paragraph>``, ``<heading level=2>``, ``<table>`` and ``<quotation>`` are blocks,
``<hidden reason=page_header>`` is what is not the report's prose, line by line. In an example without a tag of a
block only the hidden parts are compared, and the other way round.
"""

from __future__ import annotations

from typing import get_args

from tests.marked import Mark, marked
from yosnlp.reading.plain import read_markdown, read_plain
from yosnlp.records import BlockKind, Document
from yosnlp.text import fold, view

BLOCKS = get_args(BlockKind)


def document(text: str, *, markdown: bool = False) -> Document:
    """``text`` as read from a file."""
    return (read_markdown if markdown else read_plain)(text.encode(), "exbourne.txt")


def check(example: str, *, markdown: bool = False) -> None:
    """Compare what is read of ``example`` with what its tags say."""
    spec = marked(example, only=(*BLOCKS, "hidden"))
    read = document(spec.text, markdown=markdown)
    hidden = [mark for mark in spec.marks if mark.name == "hidden"]
    blocks = [mark for mark in spec.marks if mark.name in BLOCKS]
    if blocks:
        assert [_block(read, b.start, b.end, b.kind, b.marker, b.level) for b in read.blocks] == [
            _block(read, m.start, m.end, m.name, m.attributes.get("marker"), _level(m)) for m in blocks
        ]
    if hidden:
        found = [(h.reason, fold(read.text[h.start : h.end])) for h in read.hidden]
        said = [(m.attributes["reason"], fold(line)) for m in hidden for line in m.text.splitlines()]
        assert [pair for pair in found if pair[1]] == [pair for pair in said if pair[1]]


def texts(read: Document) -> list[str]:
    """The visible text of each block."""
    return [view(read, block.start, block.end).text for block in read.blocks]


def _level(mark: Mark) -> int | None:
    return int(mark.attributes["level"]) if "level" in mark.attributes else None


def _block(
    read: Document, start: int, end: int, kind: str, marker: str | None, level: int | None
) -> tuple[object, ...]:
    return kind, marker, level, view(read, start, end).text
