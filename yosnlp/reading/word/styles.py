"""What the styles of a Word document say of a paragraph: heading, quotation, item of a list, entry of the contents."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from yosnlp.reading.office import style_names
from yosnlp.reading.structured.elements import attribute, child, children, local
from yosnlp.reading.word.numbers import place

if TYPE_CHECKING:
    from lxml.etree import _Element

_BULLETS = re.compile(r"list bullet", re.I)
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
        return self.name in style_names.QUOTES

    @property
    def bulleted(self) -> bool:
        return bool(_BULLETS.match(self.name))

    @property
    def contents(self) -> bool:
        return style_names.contents(self.name)


def switched(properties: Mapping[str, _Element], name: str) -> bool | None:
    """Whether ``properties`` switch the one called ``name`` on; None if they say nothing of it."""
    if name not in properties:
        return None
    return (attribute(properties[name], "val") or "true").lower() not in ("0", "false", "off", "none")


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
    given = children(element)
    name = (attribute(given.get("name"), "val") or "").lower()
    level = style_names.heading(name)
    named = level is not None or name in style_names.TITLES
    properties, run = children(given.get("pPr")), children(given.get("rPr"))
    outline = outline_level(properties) if level is None else level
    number, depth = place(properties.get("numPr"))
    bold, unseen = switched(run, "b"), switched(run, "vanish")
    return replace(
        style,
        name=name if named or not style.level else style.name or name,
        level=style_names.TITLES.get(name, style.level) if outline is None else outline,
        number=style.number if number is None else number,
        depth=style.depth if depth is None else depth,
        bold=style.bold if bold is None else bold,
        raised=style.raised or attribute(run.get("vertAlign"), "val") == "superscript",
        unseen=style.unseen if unseen is None else unseen,
    )


def outline_level(properties: Mapping[str, _Element]) -> int | None:
    """The level of a heading that the properties of a paragraph give, counted from 1; None for body text."""
    level = attribute(properties.get("outlineLvl"), "val")
    return int(level) + 1 if level in tuple("012345678") else None
