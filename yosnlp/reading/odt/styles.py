"""What the styles of an OpenDocument text say of a paragraph."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from yosnlp.reading.odt.lists import OUTLINE, Lists
from yosnlp.reading.office import style_names
from yosnlp.reading.structured.elements import attribute, child, local

if TYPE_CHECKING:
    from lxml.etree import _Element

_DEEPEST_PARENT = 50


@dataclass(frozen=True, slots=True)
class Style:
    """``level`` is that of a title, ``lists`` the name of the list style of its paragraphs."""

    level: int | None = None
    lists: str | None = None
    quotes: bool = False
    bold: bool = False
    raised: bool = False


class Styles:
    """The styles of a document, by family and name; ``roots`` are those of its parts that hold styles."""

    def __init__(self, *roots: _Element | None) -> None:
        self._raw: dict[tuple[str | None, str | None], _Element] = {}
        self._known: dict[tuple[str, str | None], Style] = {}
        self.lists = Lists()
        for root in roots:
            for element in root.iter() if root is not None else ():
                name = local(element.tag)
                if name == "style":
                    self._raw[attribute(element, "family"), attribute(element, "name")] = element
                elif name == "list-style":
                    self.lists.learn(attribute(element, "name") or "", element)
                elif name == "outline-style":
                    self.lists.learn(OUTLINE, element)

    def of(self, family: str, name: str | None) -> Style:
        """The style so called, with what it takes from the styles above it."""
        if (family, name) not in self._known:
            self._known[family, name] = self._found(family, name)
        return self._known[family, name]

    def _found(self, family: str, name: str | None) -> Style:
        chain: list[tuple[str | None, _Element]] = []
        while (family, name) in self._raw and len(chain) < _DEEPEST_PARENT:
            chain.append((name, self._raw[family, name]))
            name = attribute(chain[-1][1], "parent-style-name")
        style = Style()
        for own, element in reversed(chain):
            named = (own or "").replace("_20_", " ").lower()
            properties = child(element, "text-properties")
            weight = attribute(properties, "font-weight")
            position = attribute(properties, "text-position")
            lists = attribute(element, "list-style-name")
            style = replace(
                style,
                level=style_names.TITLES.get(named, style.level),
                lists=style.lists if lists is None else lists or None,
                quotes=style.quotes or named in style_names.QUOTES,
                bold=style.bold if weight is None else weight in ("bold", "600", "700", "800", "900"),
                raised=style.raised if position is None else position.startswith("super"),
            )
        return style
