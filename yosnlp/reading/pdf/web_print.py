"""What a web page that was printed to a PDF leaves in the text: links back to the top, notes in brackets at its end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yosnlp.reading import markup
from yosnlp.records import Block, Hidden

_MARK = re.compile(r"\[(\d{1,3})\]")
_NOTE = re.compile(r"\[(\d{1,3})\]\s+(?=\S)")


def hidden(text: str, blocks: Sequence[Block]) -> list[Hidden]:
    """Links back to the top, marks in brackets that a note answers, and these notes, whole."""
    found = [Hidden(start=start, end=end, reason=reason) for start, end, reason in markup.back_to_top(text)]
    called: dict[str, list[re.Match[str]]] = {}
    for match in _MARK.finditer(text):
        called.setdefault(match[1], []).append(match)
    for block in blocks:
        note = _NOTE.match(text, block.start, block.end) if block.kind != "table" else None
        marks = called.get(note[1], []) if note else []
        if marks and marks[0].start() < block.start:
            found.append(Hidden(start=block.start, end=block.end, reason="footnote"))
            found += [Hidden(start=m.start(), end=m.end(), reason="footnote_mark") for m in marks]
    return found
