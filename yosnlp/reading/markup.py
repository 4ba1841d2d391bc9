"""Mark-up inside lines: HTML tags and entities, emphasis, links, the bars of tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yosnlp.records import Hidden

_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,300}>|<!--.*?-->", re.S)
_NOTE_TAG = re.compile(r"<sup>\s*\[?\d{1,3}\]?\s*</sup>", re.I)
_ENTITY = re.compile(r"&(?P<space>nbsp|#160|#xa0);|&(?P<amp>amp|#38);", re.I)
_IMAGE = re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)")
_LINK = re.compile(r"(\[)[^\[\]\n]+(\]\([^)\s]*(?:\s+\"[^\"\n]*\")?\))")
_EMPHASIS = re.compile(r"(?<![\\*\w])(\*{1,3}|_{1,3}|`)(?=\S)[^*`\n]*?\S(\1)(?![*\w])")
_ESCAPE = re.compile(r"\\(?=[\\`*_{}\[\]()#+\-.!|])")
_BACK_TO_TOP = re.compile(r"[ \t]*\(?\bback to top\b\)?", re.I)
_TABLE_RULE = re.compile(r"^[ \t]*\|?(?:[ \t]*:?-{2,}:?[ \t]*(?:\||\t|$))+[ \t-]*$", re.M)
_RULE = re.compile(r"^[ \t]*(?:-[ \t]*){3,}$|^[ \t]*(?:\*[ \t]*){3,}$|^[ \t]*_{3,}[ \t]*$", re.M)
_QUOTE_SIGN = re.compile(r"^[ \t]*(?:>[ \t]?)+", re.M)
_BAR = re.compile(r"(?<!\\)\|")
_ROW = re.compile(r"^[ \t]*\|.*\|[ \t]*$", re.M)


def tags(text: str) -> list[Hidden]:
    """HTML tags, entities and links back to the top: in any format, as extractions leave them behind."""
    spans = [(*m.span(), "footnote_mark") for m in _NOTE_TAG.finditer(text)]
    spans += [(*m.span(), "mark_up") for m in _TAG.finditer(text)]
    for m in _ENTITY.finditer(text):
        spans.append((m.start() + (1 if m["amp"] else 0), m.end(), "mark_up"))
    spans += [(*m.span(), "web_page") for m in _BACK_TO_TOP.finditer(text)]
    return merge(spans)


def markdown(text: str) -> list[Hidden]:
    """The signs of Markdown: emphasis, links, images, rules, and the bars of table rows."""
    spans = [(*m.span(), "mark_up") for m in _IMAGE.finditer(text)]
    for m in _LINK.finditer(text):
        spans += [(*m.span(1), "mark_up"), (*m.span(2), "mark_up")]
    for m in _EMPHASIS.finditer(text):
        spans += [(*m.span(1), "mark_up"), (*m.span(2), "mark_up")]
    for pattern in (_ESCAPE, _TABLE_RULE, _RULE, _QUOTE_SIGN):
        spans += [(*m.span(), "mark_up") for m in pattern.finditer(text)]
    for row in _ROW.finditer(text):
        spans += [(row.start() + a, row.start() + b, "mark_up") for a, b in _bars(row.group())]
    return merge(spans)


def _bars(row: str) -> Iterator[tuple[int, int]]:
    for m in _BAR.finditer(row):
        yield m.span()


def merge(spans: list[tuple[int, int, str]]) -> list[Hidden]:
    """``spans`` sorted and cut so that none overlaps another; the one that starts first is kept."""
    merged: list[Hidden] = []
    for start, end, reason in sorted(spans, key=lambda s: (s[0], -s[1])):
        if merged and start < merged[-1].end:
            start = merged[-1].end
        if start < end:
            merged.append(Hidden(start=start, end=end, reason=reason))  # type: ignore[arg-type]
    return merged
