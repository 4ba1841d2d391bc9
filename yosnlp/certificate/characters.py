"""Where every character of the text went: into a finding, a figure or a heading, or nowhere, and why."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import get_args

from yosnlp.certificate.material import Material
from yosnlp.records import HiddenReason, Span

#: What becomes of the characters that the findings and figures are made of.
KEPT = ("finding", "figure", "heading")
#: Why the others are in none: how they were told from the text, or what they are.
#: ``boilerplate`` is prose of the domains that is no finding: standing text, questions, what is no sentence;
#: ``other_part`` is the prose of forewords, introductions and annexes.
DROPPED = (*get_args(HiddenReason), "boilerplate", "table", "other_part", "list_mark", "white_space")

_CODES = {use: code for code, use in enumerate((*KEPT, *DROPPED), start=1)}
_LEFT = re.compile(rb"\x00+")


def uses(of: Material) -> bytearray:
    """The use of each character of the text, as `_CODES` number them."""
    document = of.report.document
    used = bytearray(len(document.text))
    for block in document.blocks:
        if block.kind in ("heading", "table"):
            use: str = block.kind
        else:
            use = "boilerplate" if of.in_body(block) else "other_part"
        _paint(used, [block], use)
    _paint(used, [*of.scores.places, *of.scores.key_questions], "figure")
    _paint(used, of.findings, "finding")
    for hidden in document.hidden:
        _paint(used, [hidden], hidden.reason)
    for left in _LEFT.finditer(bytes(used)):
        start, end = left.span()
        _paint(used, [Span(start=start, end=end)], "white_space")
        for sign in re.finditer(r"\S+", document.text[start:end]):
            _paint(used, [Span(start=start + sign.start(), end=start + sign.end())], "list_mark")
    return used


def count(used: bytearray) -> tuple[dict[str, int], dict[str, int]]:
    """How many characters were kept and dropped, by use; each character once, uses without any left out."""
    counted = {use: used.count(code) for use, code in _CODES.items()}
    return _some(counted, KEPT), _some(counted, DROPPED)


def coverage(of: Material, used: bytearray) -> tuple[int, int]:
    """Letters and digits of the paragraphs, items and quotations of the domains, and those of them in a finding.

    Rows of figures that were read as such, where an extraction lost the table around them, are not counted.
    """
    body = found = 0
    for block, seen in zip(of.report.document.blocks, of.views, strict=True):
        if block.kind in ("heading", "table") or not of.in_body(block):
            continue
        for char, offset in zip(seen.text, seen.offsets, strict=True):
            if char.isalnum() and used[offset] != _CODES["figure"]:
                body += 1
                found += used[offset] == _CODES["finding"]
    return body, found


def _paint(used: bytearray, spans: Iterable[Span], use: str) -> None:
    code = bytes([_CODES[use]])
    for span in spans:
        start, end = max(span.start, 0), min(span.end, len(used))
        if start < end:
            used[start:end] = code * (end - start)


def _some(counted: dict[str, int], uses_: tuple[str, ...]) -> dict[str, int]:
    return {use: counted[use] for use in uses_ if counted[use]}
