"""What the styles of a Word document say of a paragraph: heading, quotation, item of a list, entry of the contents."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from yosnlp.reading.structured.packed import local

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADING = re.compile(r"heading (\d)$", re.I)
_TITLES = {"title": 1, "subtitle": 2}
_QUOTES = frozenset({"quote", "intense quote", "block text", "quotations", "block quotation"})
_BULLETS = re.compile(r"list bullet", re.I)
_CONTENTS = re.compile(r"(?:toc|contents) \d$|toc ?heading$|contents heading$|table of figures$", re.I)
_DEEPEST_PARENT = 50


@dataclass(frozen=True, slots=True)
class Style:
    """``number`` and ``depth`` name the list that its paragraphs are items of, as numbering.xml numbers it."""

    name: str = ""
    level: int | None = None
    number: str | None = None
    depth: int = 0
    bold: bool = False
    raised: bool = False
    unseen: bool = False

    @property
    def quotes(self) -> bool:
        return self.name in _QUOTES

    @property
    def bulleted(self) -> bool:
        return bool(_BULLETS.match(self.name))

    @property
    def contents(self) -> bool:
        return bool(_CONTENTS.match(self.name))


def attribute(element: _Element | None, name: str) -> str | None:
    """The attribute ``name`` of ``element``, in any namespace; None without one."""
    if element is None:
        return None
    return next((value for key, value in element.attrib.items() if local(key) == name), None)


def child(element: _Element | None, *path: str) -> _Element | None:
    """The first child so called, and of it the first so called, and so on; None where there is none."""
    for name in path:
        if element is None:
            return None
        element = next((inner for inner in element if local(inner.tag) == name), None)
    return element


def on(element: _Element | None, name: str) -> bool | None:
    """Whether ``element`` switches the property ``name`` on; None if it says nothing of it."""
    found = child(element, name)
    if found is None:
        return None
    return (attribute(found, "val") or "true").lower() not in ("0", "false", "off", "none")


class Styles:
    """The styles of a document by their ids, each with what it takes from the styles that it is based on."""

    def __init__(self, root: _Element | None) -> None:
        self._raw = {attribute(e, "styleId"): e for e in root if local(e.tag) == "style"} if root is not None else {}
        self._known: dict[str | None, Style] = {}
        defaults = [
            key
            for key, e in self._raw.items()
            if attribute(e, "default") == "1" and attribute(e, "type") == "paragraph"
        ]
        self._default = defaults[0] if defaults else None

    def paragraph(self, name: str | None) -> Style:
        """The style of a paragraph; the document's own default without a ``name``."""
        return self[name if name is not None else self._default]

    def __getitem__(self, name: str | None) -> Style:
        if name not in self._known:
            self._known[name] = self._of(name)
        return self._known[name]

    def _of(self, name: str | None) -> Style:
        chain: list[_Element] = []
        while name in self._raw and len(chain) < _DEEPEST_PARENT:
            chain.append(self._raw[name])
            name = attribute(child(chain[-1], "basedOn"), "val")
        style = Style()
        for element in reversed(chain):
            style = _with(style, element)
        return style


def _with(style: Style, element: _Element) -> Style:
    """``style`` with what ``element``, a style based on it, changes."""
    name = (attribute(child(element, "name"), "val") or "").lower()
    match = _HEADING.match(name)
    level = int(match[1]) if match else _TITLES.get(name, style.level)
    outline = outline_level(child(element, "pPr"))
    listed = child(element, "pPr", "numPr")
    number, depth = attribute(child(listed, "numId"), "val"), attribute(child(listed, "ilvl"), "val")
    run = child(element, "rPr")
    bold, unseen = on(run, "b"), on(run, "vanish")
    return replace(
        style,
        name=name if match or name in _TITLES or not style.level else style.name or name,
        level=outline if outline is not None and not match else level,
        number=number if number is not None else style.number,
        depth=int(depth) if depth and depth.isdigit() else style.depth,
        bold=style.bold if bold is None else bold,
        raised=style.raised or attribute(child(run, "vertAlign"), "val") == "superscript",
        unseen=style.unseen if unseen is None else unseen,
    )


def outline_level(properties: _Element | None) -> int | None:
    """The level of a heading that the properties of a paragraph give, counted from 1; None for body text."""
    level = attribute(child(properties, "outlineLvl"), "val")
    return int(level) + 1 if level in tuple("012345678") else None
