"""What on a web page is not the report: navigation, banners, licence, links to share; and contents and notes.

What is named so but is long and no list of links is read: a name alone loses nothing of a report.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from yosnlp.reading.web.elements import is_main, said
from yosnlp.records import HiddenReason

if TYPE_CHECKING:
    from lxml.etree import _Element

_LONGEST_FURNITURE = 3_000  # characters of furniture that is no list of links
_LINKS = 0.5  # share of the text in links from which on it is a list of links
_LINKS_WITHIN = 0.9  # share of a list in links to the same page: a list of contents
_FEWEST_ENTRIES = 3
_LARGEST_OUTSIDE = 0.3  # share of the text that may stand outside of the main part of the page


@dataclass(slots=True)
class _Amount:
    """How much text there is, in characters, and how many entries that lead to the same page."""

    whole: int = 0
    linked: int = 0
    within: int = 0
    entries: int = 0

    def add(self, other: _Amount) -> None:
        self.whole += other.whole
        self.linked += other.linked
        self.within += other.within
        self.entries += other.entries


@dataclass(slots=True)
class _Scope:
    """An element that may be furniture, and how much text stands in it."""

    element: _Element
    reason: HiddenReason
    by_name: bool  # whether a class or id alone says so
    amount: _Amount = field(default_factory=_Amount)

    def holds(self) -> bool:
        """Whether it is what it is taken for."""
        amount = self.amount
        if self.element.tag in ("ul", "ol") and not self.by_name:
            return amount.entries >= _FEWEST_ENTRIES and amount.within >= _LINKS_WITHIN * amount.whole
        if self.reason != "web_page" or amount.linked >= _LINKS * amount.whole:
            return True
        return amount.whole <= _LONGEST_FURNITURE


@dataclass(slots=True)
class _Place:
    """How many elements of some kinds are open: links, those of them to the same page, cells, main parts."""

    links: int = 0
    within: int = 0
    cells: int = 0
    main: int = 0

    def pass_by(self, element: _Element, step: int) -> None:
        """An element starts (``step`` 1) or ends (-1)."""
        tag = element.tag
        if tag == "a":
            self.links += step
            self.within += step * element.get("href", "").startswith("#")
        elif tag in ("td", "th"):
            self.cells += step
        elif is_main(element):
            self.main += step

    def amount(self, size: int) -> _Amount:
        """``size`` characters that stand here."""
        return _Amount(size, size if self.links else 0, size if self.within else 0, 1 if self.within else 0)


def furniture(root: _Element) -> dict[_Element, HiddenReason]:
    """The elements below ``root`` that are not the report's own prose, and what they are.

    What is outside of a page's ``main`` is furniture too, where that holds nearly all of the text.
    """
    from lxml import etree

    controlled = _controlled(root)
    place, inside, outside = _Place(), _Amount(), _Amount()
    scopes: list[_Scope] = []
    found: list[_Scope] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            place.pass_by(element, 1)
            if taken := said(element, in_main=place.main > 0, in_cell=place.cells > 0, controlled=controlled):
                scopes.append(_Scope(element, *taken))
            words = element.text
        else:
            if scopes and scopes[-1].element is element:
                found.append(scopes.pop())
                if scopes:
                    scopes[-1].amount.add(found[-1].amount)
            place.pass_by(element, -1)
            words = element.tail
        if words and (size := len(words.strip())):
            held = scopes[-1].amount if scopes else inside if place.main else outside
            held.add(place.amount(size))
    reasons = {scope.element: scope.reason for scope in found if scope.holds()}
    if inside.whole and outside.whole <= _LARGEST_OUTSIDE * inside.whole:
        reasons[root] = "web_page"
    return reasons


def _controlled(root: _Element) -> frozenset[str]:
    """The ids of elements that a control of the page shows and hides."""
    named = root.xpath("//@aria-controls | //@data-target | //@data-bs-target")
    return frozenset(name.lstrip("#") for names in named if len(names) < 200 for name in names.split())
