"""Where a chapter begins in a report that has no standards: by its heading, whatever that says."""

from __future__ import annotations

import re

from yosnlp.records import Block, SectionKind
from yosnlp.reports.headings import named
from yosnlp.reports.tree import LISTS, Tree

_LONGEST = 110  # characters of a heading
_MOST_WORDS = 12
_FEWEST_WORDS_AFTER = 12  # of the paragraph that a line without a mark heads
_NO_HEADING = re.compile(r"[.:;,!]$|https?://|@")
_NUMBERED = re.compile(r"^\d{1,2}(?:\.\d{1,2})?\.?\s+[A-Z]")
#: Parts that have headings of their own inside: a deeper one does not end them.
_WITH_HEADINGS: frozenset[SectionKind] = LISTS | {
    "overall_findings",
    "recommendations",
    "methodology",
    "annex",
    "glossary",
    "notes",
}


def begins(block: Block, text: str, after: str, tree: Tree) -> bool:
    """Whether ``block`` heads a chapter, and is not a heading within the part that is open.

    A format that marks its headings says so; in plain text it is a short line over a paragraph.
    """
    if len(text) > _LONGEST or len(text.split()) > _MOST_WORDS or _NO_HEADING.search(text) or not text[:1].isalnum():
        return False
    top = tree.top()
    inside = top is not None and top.kind in _WITH_HEADINGS
    if top is not None and top.kind == "front" and not (_NUMBERED.match(text) or _heads(after)):
        return False  # the title
    if block.kind == "heading":
        deeper = top is not None and None not in (top.level, block.level) and (block.level or 0) > (top.level or 0)
        of_its_own = top is not None and top.kind not in ("front", "chapter")
        return not ((deeper and of_its_own) or (inside and block.level is None))
    if block.kind == "paragraph" and _NUMBERED.match(text):
        return True
    numbered = block.kind == "item" and (block.marker or "")[:1].isdigit()
    if (numbered or block.kind == "paragraph") and _heads_a_list(after, tree):
        return True
    return not inside and (block.kind == "paragraph" or numbered) and text[0].isupper() and _heads(after)


def _heads_a_list(after: str, tree: Tree) -> bool:
    """Whether what follows a line is the heading of a list of strengths or the like, which a chapter begins with."""
    follows = named(after, tree.framework)
    return follows is not None and follows.level == "list" and follows.kind != "key_findings"


def _heads(after: str) -> bool:
    """Whether what follows a line is the prose that it could head."""
    return len(after.split()) >= _FEWEST_WORDS_AFTER and after[:1].isupper()
