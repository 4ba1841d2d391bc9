"""What can be seen of a document, and what is hidden in it, to compare with what a file holds."""

from __future__ import annotations

from yosnlp.records import Document
from yosnlp.text import view


def shape(document: Document) -> list[tuple[str, str | None, int | None, str]]:
    """Kind, sign, level and visible text of each block."""
    return [(b.kind, b.marker, b.level, view(document, b.start, b.end).text) for b in document.blocks]


def hidden(document: Document) -> list[tuple[str, str]]:
    """Reason and text of each hidden stretch."""
    return [(h.reason, document.text[h.start : h.end]) for h in document.hidden]
