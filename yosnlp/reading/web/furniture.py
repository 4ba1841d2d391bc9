"""What on a web page is not the report: navigation, banners, licence, links to share; and contents and notes.

What is named so but is long and no list of links is read: a name alone loses nothing of a report.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yosnlp.reading.web import names as web_names
from yosnlp.records import HiddenReason

if TYPE_CHECKING:
    from lxml.etree import _Element

_LONGEST_FURNITURE = 3_000  # characters of furniture that is no list of links
_LINKS = 0.5  # share of the text in links from which on it is a list of links
_LINKS_WITHIN = 0.9  # share of a list in links to the same page: a list of contents
_FEWEST_ENTRIES = 3
_LONGEST_TOGGLE = 40  # characters of the word that folds a part of a page up
_LARGEST_OUTSIDE = 0.3  # share of the text that may stand outside of the main part of the page


@dataclass(slots=True)
class _Scope:
    """An element that may be furniture, and how much text stands in it."""

    element: _Element
    reason: HiddenReason
    by_name: bool  # whether a class or id alone says so
    whole: int = 0
    linked: int = 0
    within: int = 0
    entries: int = 0

    def holds(self) -> bool:
        """Whether it is what it is taken for."""
        if self.element.tag in ("ul", "ol") and not self.by_name:
            return self.entries >= _FEWEST_ENTRIES and self.within >= _LINKS_WITHIN * self.whole
        if self.reason != "web_page" or self.linked >= _LINKS * self.whole:
            return True
        return self.whole <= _LONGEST_FURNITURE


def furniture(root: _Element) -> dict[_Element, HiddenReason]:
    """The elements below ``root`` that are not the report's own prose, and what they are.

    What is outside of a page's ``main`` is furniture too, where that holds nearly all of the text.
    """
    from lxml import etree

    scopes: list[_Scope] = []
    found: list[_Scope] = []
    controlled = _controlled(root)
    link = 0  # how many links are open
    within = 0  # how many of them lead to the same page
    cells = main = outside = inside = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag
        if event == "start":
            link += tag == "a"
            within += tag == "a" and element.get("href", "").startswith("#")
            cells += tag in ("td", "th")
            main += is_main(element)
            scope = _scope(element, in_main=main > 0, in_cell=cells > 0, controlled=controlled)
            if scope:
                scopes.append(scope)
            words = element.text
        else:
            if scopes and scopes[-1].element is element:
                scope = scopes.pop()
                found.append(scope)
                if scopes:
                    _count(scopes[-1], scope)
            link -= tag == "a"
            within -= tag == "a" and element.get("href", "").startswith("#")
            cells -= tag in ("td", "th")
            main -= is_main(element)
            words = element.tail
        if words and (size := len(words.strip())):
            if scopes:
                scopes[-1].whole += size
                scopes[-1].linked += size if link else 0
                scopes[-1].within += size if within else 0
                scopes[-1].entries += 1 if within else 0
            elif main:
                inside += size
            else:
                outside += size
    reasons = {scope.element: scope.reason for scope in found if scope.holds()}
    if inside and outside <= _LARGEST_OUTSIDE * inside:
        reasons[root] = "web_page"
    return reasons


def is_main(element: _Element) -> bool:
    """Whether an element is the main part of its page."""
    return bool(element.tag == "main" or element.get("role") == "main")


def _count(outer: _Scope, inner: _Scope) -> None:
    outer.whole += inner.whole
    outer.linked += inner.linked
    outer.within += inner.within
    outer.entries += inner.entries


def _controlled(root: _Element) -> frozenset[str]:
    """The ids of elements that a control of the page shows and hides."""
    named = root.xpath("//@aria-controls | //@data-target | //@data-bs-target")
    return frozenset(name.lstrip("#") for names in named if len(names) < 200 for name in names.split())


def _scope(element: _Element, *, in_main: bool, in_cell: bool, controlled: frozenset[str]) -> _Scope | None:
    tag = element.tag
    if tag in ("html", "body", "main"):
        return None
    names = element.get("class", "").split()[:20]
    name = element.get("id", "")
    reason: HiddenReason | None = web_names.ROLES.get(element.get("role", ""))
    if reason:
        return _Scope(element, reason, by_name=False)
    if tag in web_names.HEADINGS:
        return None
    if web_names.NOTE_ID.fullmatch(name) or any(web_names.NOTES.search(n) for n in names):
        return _Scope(element, "footnote_mark" if tag in ("a", "sup") else "footnote", by_name=True)
    if tag in ("a", "sup", "span") and any(web_names.NOTE_CALL.search(n) for n in names):
        return _Scope(element, "footnote_mark", by_name=True)
    if any(web_names.CONTENTS.search(n) for n in names) or name.lower() == "toc":
        return _Scope(element, "contents", by_name=True)
    if tag == "nav":
        about = element.get("aria-label", "").lower()
        return _Scope(element, "contents" if "contents" in about or "on this" in about else "web_page", by_name=False)
    if tag in web_names.CONTROLS or (tag in ("header", "footer", "aside") and not in_main and not _in_article(element)):
        return _Scope(element, "web_page", by_name=False)
    if tag == "button" and not _opens(element, names):
        return _Scope(element, "web_page", by_name=False)
    if any(web_names.PAGE.search(n) for n in names) or (tag not in ("p", "li") and web_names.PAGE_ID.fullmatch(name)):
        return _Scope(element, "web_page", by_name=True)
    if tag in ("span", "a", "small") and not in_cell and any(web_names.UNSEEN.search(n) for n in names):
        return _Scope(element, "web_page", by_name=True)
    if tag in ("span", "small", "i", "em") and not len(element) and _folds(element):
        return _Scope(element, "web_page", by_name=True)
    if "hidden" in element.attrib and not _shown_later(element, names, name, controlled):
        return _Scope(element, "web_page", by_name=True)
    if tag in ("ul", "ol"):
        return _Scope(element, "contents", by_name=False)
    return None


def _in_article(element: _Element) -> bool:
    """Whether an element lies in an article or section, whose head or foot it then is; looked for a few levels up."""
    for _ in range(8):
        element = element.getparent()
        if element is None:
            return False
        if element.tag in ("article", "section", "main"):
            return True
    return False


def _opens(element: _Element, names: list[str]) -> bool:
    """Whether a button is the heading of what it opens."""
    if any(web_names.PANEL.search(n) for n in names) or any(child.tag in web_names.HEADINGS for child in element):
        return True
    for _ in range(4):
        element = element.getparent()
        if element is None:
            return False
        if element.tag in web_names.HEADINGS or element.tag == "summary":
            return True
    return False


def _folds(element: _Element) -> bool:
    """Whether an element is the word at the end of a button or summary that folds a part of the page up."""
    if not element.text or len(element.text) > _LONGEST_TOGGLE or not web_names.TOGGLE.fullmatch(element.text):
        return False
    for _ in range(4):
        element = element.getparent()
        if element is None:
            return False
        if element.tag in ("button", "summary") or element.get("role") == "button":
            return True
    return False


def _shown_later(element: _Element, names: list[str], name: str, controlled: frozenset[str]) -> bool:
    """Whether hidden content is that of an accordion or tab: folded away, not left out."""
    return (
        element.get("hidden", "").lower() == "until-found"
        or name in controlled
        or element.get("role") == "tabpanel"
        or any(web_names.PANEL.search(n) for n in [*names, name])
    )
