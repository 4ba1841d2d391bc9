"""Boxes that hold a practice example: what stands in them is a quotation of a case, whole."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import yaml

from yosnlp import resources
from yosnlp.reading.pdf.drafts import Draft
from yosnlp.text import letters


def mark(drafts: Sequence[Draft]) -> None:
    """Make quotations of the paragraphs of each box that begins with the heading of a practice example."""
    boxes: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.row is None and draft.lines[0].box is not None:
            boxes.setdefault(draft.lines[0].box, []).append(draft)
    for held in boxes.values():
        if letters(held[0].text) in _headings():
            for draft in held[1:]:
                draft.kind = "quotation" if draft.kind == "paragraph" else draft.kind


@cache
def _headings() -> frozenset[str]:
    """The headings of practice examples that are set apart from the text, in letters alone."""
    entries = yaml.safe_load(resources.corpus("sections.yaml").read_text(encoding="utf-8"))
    return frozenset(
        letters(words)
        for entry in entries
        if entry["kind"] == "practice_examples" and entry["level"] == "aside"
        for words in entry.get("headings", ())
    )
