"""What the names of built-in styles say of a paragraph. Word writes them into its own files and into RTF."""

from __future__ import annotations

import re

TITLES = {"title": 1, "subtitle": 2}
QUOTES = frozenset({"quote", "intense quote", "block text", "quotations", "block quotation"})
_HEADING = re.compile(r"heading (\d)$", re.I)
_CONTENTS = re.compile(r"(?:toc|contents) \d$|toc ?heading$|contents heading$|table of figures$", re.I)


def heading(name: str) -> int | None:
    """The level of the headings that the style ``name`` makes; None for other styles, titles among them."""
    match = _HEADING.match(name)
    return int(match[1]) if match else None


def contents(name: str) -> bool:
    """Whether the style ``name`` is that of entries of a contents page."""
    return bool(_CONTENTS.match(name))
