"""Boxes that hold a practice example: what stands in them is a quotation of a case, whole."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import yaml

from yosnlp import resources
from yosnlp.reading.pdf.drafts import Draft
from yosnlp.text import letters


def mark(flows: Sequence[Sequence[Draft]]) -> None:
    """Make quotations of the paragraphs of each box that begins with the heading of a practice example.

    ``flows`` are the columns of all pages; a box that ends one of them may go on in the next.
    """
    goes_on = False
    for flow in flows:
        goes_on = _mark(flow, goes_on=goes_on)


def _mark(drafts: Sequence[Draft], *, goes_on: bool) -> bool:
    """The same for one column; ``goes_on``: the one before ended within such a box. Whether this one does, too."""
    boxes: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.row is None and draft.lines[0].box is not None:
            boxes.setdefault(draft.lines[0].box, []).append(draft)
    marked: list[Draft] = []
    for held in boxes.values():
        begun = letters(held[0].text) in _headings()
        if begun or (goes_on and held[0] is drafts[0]):
            for draft in held[1 if begun else 0 :]:
                draft.kind = "quotation" if draft.kind == "paragraph" else draft.kind
            marked = held
    return bool(marked) and marked[-1] is drafts[-1]


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
