"""Mark-up inside lines: HTML tags and entities, emphasis, links, the bars of tables.

Every repeat in a pattern stops at the sign that begins it or has a bound, so that no text takes more than
linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from yosnlp.records import Hidden, HiddenReason

Mark = tuple[int, int, HiddenReason]

_LINE_START, _LINE_END = r"(?<![^\r\n\f])", r"(?![^\r\n\f])"
_TAG = re.compile(r"</?[a-zA-Z][^<>\r\n\f]{0,300}>|<!--(?:(?!<!--).)*?-->", re.S)
_NOTE_TAG = re.compile(r"<sup>\s{0,9}\[?\d{1,3}\]?\s{0,9}</sup>", re.I)
_ENTITY = re.compile(r"&(?P<space>nbsp|#160|#xa0);|&(?P<amp>amp|#38);", re.I)
# A soft hyphen takes the line end after it along.
_INVISIBLE = re.compile(r"(?:\u00ad[ \t]{0,9}(?:\r\n?|\n)?|[\u200b-\u200f\u2060\ufeff])+")
_IMAGE = re.compile(r"!\[[^\[\]\r\n\f]{0,300}\]\([^()\r\n\f]{0,1000}\)")
_LINK = re.compile(r"(\[)[^\[\]\r\n\f]+(\]\([^()\s]{0,1000}(?:[ \t]{1,9}\"[^\"\r\n\f]{0,300}\")?\))")
_EMPHASIS = tuple(
    re.compile(rf"(?<![\\\w{s}])([{s}]{{1,3}})(?=[^\s{s}])[^{s}\r\n\f]*?[^\s{s}](\1)(?![\w{s}])") for s in "*_`"
)
_NOTE_LINK = re.compile(r"\[\[\d{1,3}\]\]\([^()\s]{0,300}\)|\\\[\d{1,3}\\\]")
_ESCAPE = re.compile(r"\\(?=[\\`*_{}\[\]()#+\-.!|])")
_BACK_TO_TOP = re.compile(r"\(?\bback to top\b\)?", re.I)
_RULE = re.compile(rf"{_LINE_START}[ \t|:*_=-]+{_LINE_END}")
_QUOTE_SIGN = re.compile(rf"{_LINE_START}[ \t]*(?:>[ \t]?)+")
_ROW = re.compile(rf"{_LINE_START}[ \t]*\|[^\r\n\f]*\|[ \t]*{_LINE_END}")
_BAR = re.compile(r"(?<!\\)\|")


def tags(text: str) -> list[Hidden]:
    """HTML tags, entities and links back to the top: in any format, as extractions leave them behind."""
    spans: list[Mark] = [(*m.span(), "footnote_mark") for m in _NOTE_TAG.finditer(text)]
    spans += [(*m.span(), "mark_up") for m in _TAG.finditer(text)]
    for m in _ENTITY.finditer(text):
        spans.append((m.start() + (1 if m["amp"] else 0), m.end(), "mark_up"))
    return merge([*spans, *invisible(text), *back_to_top(text)])


def invisible(text: str) -> list[Mark]:
    """Signs without a width: soft hyphens, joiners, marks of direction."""
    return [(*m.span(), "mark_up") for m in _INVISIBLE.finditer(text)]


def back_to_top(text: str) -> list[Mark]:
    """Links back to the top, as the words that extractions leave of them."""
    return [(*m.span(), "web_page") for m in _BACK_TO_TOP.finditer(text)]


def markdown(text: str) -> list[Hidden]:
    """The signs of Markdown: emphasis, links, images, rules, and the bars of table rows."""
    spans: list[Mark] = [(*m.span(), "mark_up") for m in _IMAGE.finditer(text)]
    spans += [(*m.span(), "footnote_mark") for m in _NOTE_LINK.finditer(text)]
    for pattern in (_LINK, *_EMPHASIS):
        for m in pattern.finditer(text):
            spans += [(*m.span(1), "mark_up"), (*m.span(2), "mark_up")]
    for pattern in (_ESCAPE, _QUOTE_SIGN):
        spans += [(*m.span(), "mark_up") for m in pattern.finditer(text)]
    spans += [(*m.span(), "mark_up") for m in _RULE.finditer(text) if _rules(m.group())]
    spans += [(a, b, "mark_up") for row in _ROW.finditer(text) for a, b in _bars(text, row.start(), row.end())]
    return merge(spans)


def _rules(line: str) -> bool:
    """Whether ``line`` rules off a part of the page or the head of a table, or underlines a heading."""
    signs = "".join(line.split())
    return "--" in signs or (len(signs) >= 3 and len(set(signs)) == 1 and signs[0] not in "|:")


def _bars(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for m in _BAR.finditer(text, start, end):
        yield m.span()


def merge(spans: Iterable[Mark]) -> list[Hidden]:
    """``spans`` sorted and cut so that none overlaps another; the one that starts first is kept."""
    merged: list[Hidden] = []
    for start, end, reason in sorted(spans, key=lambda s: (s[0], -s[1])):
        if merged and start < merged[-1].end:
            start = merged[-1].end
        if start < end:
            merged.append(Hidden(start=start, end=end, reason=reason))
    return merged
