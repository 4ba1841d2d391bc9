"""What an element of a web page is, as far as its tag, role, class and id say."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from yosnlp.reading.web import names
from yosnlp.records import HiddenReason

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_CLASSES = 20
_LONGEST_TOGGLE = 40  # characters of the words that fold a part of a page up
_MOST_PIECES = 10  # of text in them

#: What an element is said to be, and whether a class or id alone says so.
Said = tuple[HiddenReason, bool]


def is_main(element: _Element) -> bool:
    """Whether an element is the main part of its page."""
    return bool(element.tag == "main" or element.get("role") == "main")


def said(element: _Element, *, in_main: bool, in_cell: bool, controlled: frozenset[str]) -> Said | None:
    """What ``element`` is said to be, other than the report's prose. ``controlled`` are ids of parts folded away."""
    tag = element.tag
    if tag in ("html", "body", "main"):
        return None
    if (role := element.get("role")) in names.ROLES:
        return names.ROLES[role], False
    if tag in names.HEADINGS:
        return None
    classes, name = _classes(element), element.get("id", "")
    return (
        _note_or_contents(tag, classes, name)
        or _by_tag(element, classes, in_main=in_main)
        or _by_name(element, classes, name, in_cell=in_cell)
        or _unseen(element, classes, name, controlled)
        or (("contents", False) if tag in ("ul", "ol") else None)
    )


def _classes(element: _Element) -> list[str]:
    return (element.get("class") or "").split()[:_MOST_CLASSES]


def _any(pattern: re.Pattern[str], words: list[str]) -> bool:
    return bool(words) and any(pattern.search(word) for word in words)


def _note_or_contents(tag: str, classes: list[str], name: str) -> Said | None:
    if not classes and not name:
        return None
    if names.NOTE_ID.fullmatch(name) or _any(names.NOTES, classes):
        return "footnote_mark" if tag in ("a", "sup") else "footnote", True
    if tag in ("a", "sup", "span") and _any(names.NOTE_CALL, classes):
        return "footnote_mark", True
    return ("contents", True) if _any(names.CONTENTS, classes) or name.lower() == "toc" else None


def _by_tag(element: _Element, classes: list[str], *, in_main: bool) -> Said | None:
    tag = element.tag
    if tag == "nav":
        about = element.get("aria-label", "").lower()
        return "contents" if "contents" in about or "on this" in about else "web_page", False
    outside = tag in ("header", "footer", "aside") and not in_main and not _within(element, names.ARTICLES, levels=8)
    if tag in names.CONTROLS or outside or (tag == "button" and not _is_heading(element, classes)):
        return "web_page", False
    return None


def _by_name(element: _Element, classes: list[str], name: str, *, in_cell: bool) -> Said | None:
    tag = element.tag
    if _any(names.PAGE, classes) or (name and tag not in ("p", "li") and names.PAGE_ID.fullmatch(name)):
        return "web_page", True
    if tag in ("span", "a", "small") and not in_cell and _any(names.UNSEEN, classes):
        return "web_page", True
    return ("web_page", True) if tag in ("span", "small", "i", "em") and _folds(element) else None


def _unseen(element: _Element, classes: list[str], name: str, controlled: frozenset[str]) -> Said | None:
    """Hidden content, but not that of an accordion or tab: folded away, not left out."""
    if "hidden" not in element.attrib:
        return None
    folded = element.get("hidden", "").lower() == "until-found" or element.get("role") == "tabpanel"
    return None if folded or name in controlled or _any(names.PANEL, [*classes, name]) else ("web_page", True)


def _within(element: _Element, tags: frozenset[str], *, levels: int) -> bool:
    """Whether one of ``tags`` is around an element, or what acts as one; looked for so many ``levels`` up."""
    above = element.getparent()
    while above is not None and levels:
        if above.tag in tags or above.get("role") in tags:
            return True
        above, levels = above.getparent(), levels - 1
    return False


def _is_heading(button: _Element, classes: list[str]) -> bool:
    """Whether a button is the heading of what it opens."""
    if _any(names.PANEL, classes) or any(child.tag in names.HEADINGS for child in button):
        return True
    return _within(button, names.HEADINGS | {"heading", "summary"}, levels=4)


def _folds(element: _Element) -> bool:
    """Whether an element is what stands at the end of a button or summary to fold a part of the page up ("Show")."""
    if not _within(element, names.BUTTONS, levels=4):
        return False
    words = "".join(islice(element.itertext(), _MOST_PIECES))
    return len(words) <= _LONGEST_TOGGLE and bool(names.TOGGLE.fullmatch(words))
