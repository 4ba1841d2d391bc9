"""What the styles of an OpenDocument text say of a paragraph, and how its lists are numbered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from yosnlp.reading.structured.list_numbers import numbered
from yosnlp.reading.structured.packed import local
from yosnlp.reading.word.styles import attribute, child

if TYPE_CHECKING:
    from lxml.etree import _Element

BULLET = "•"
_DEEPEST_PARENT = 50
_DEEPEST = 10
_TITLES = {"Title": 1, "Subtitle": 2}
_QUOTES = frozenset({"Quotations", "Quote", "Intense_20_Quote", "Block_20_Quotation"})
_OUTLINE = " outline"  # no style bears a name with a space


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
                    self.lists.learn(_OUTLINE, element)

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
            properties = child(element, "text-properties")
            weight = attribute(properties, "font-weight")
            position = attribute(properties, "text-position")
            lists = attribute(element, "list-style-name")
            style = replace(
                style,
                level=_TITLES.get(own or "", style.level),
                lists=style.lists if lists is None else lists or None,
                quotes=style.quotes or own in _QUOTES,
                bold=style.bold if weight is None else weight in ("bold", "600", "700", "800", "900"),
                raised=style.raised if position is None else position.startswith("super"),
            )
        return style


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list is numbered; None for ``style`` where it has bullets, empty where it has no sign."""

    style: str | None
    before: str = ""
    after: str = ""
    levels: int = 1
    start: int = 1


class Lists:
    """The lists of a document. Asking for the sign of an item counts it."""

    def __init__(self) -> None:
        self._styles: dict[str, dict[int, _Level]] = {}
        self._counts: dict[str, list[int]] = {}

    def learn(self, name: str, element: _Element) -> None:
        """Take up the list style ``name``."""
        levels: dict[int, _Level] = {}
        for level in element:
            depth = _number(attribute(level, "level"), 0)
            kind = local(level.tag)
            if not 1 <= depth <= _DEEPEST:
                continue
            if kind in ("list-level-style-bullet", "list-level-style-image"):
                levels[depth] = _Level(None)
            else:
                levels[depth] = _Level(
                    attribute(level, "num-format") or "",
                    attribute(level, "num-prefix") or "",
                    attribute(level, "num-suffix") or "",
                    _number(attribute(level, "display-levels"), 1),
                    _number(attribute(level, "start-value"), 1),
                )
        self._styles[name] = levels

    def begin(self, name: str | None) -> None:
        """Count the items of the list style ``name`` anew."""
        self._counts.pop(name or "", None)

    def heading(self, depth: int) -> str | None:
        """The number of the next heading of that level; None where headings are not numbered."""
        level = self._styles.get(_OUTLINE, {}).get(depth)
        return self.sign(_OUTLINE, depth) if level and level.style else None

    def sign(self, name: str | None, depth: int, start: str | None = None) -> str | None:
        """The sign of the next item ``depth`` lists deep; None if its items bear none. ``start``: its own number."""
        levels = self._styles.get(name or "", {})
        depth = min(max(depth, 1), _DEEPEST)
        level = levels.get(depth, _Level(None))
        if level.style is None:
            return BULLET
        counts = self._counts.setdefault(name or "", [])
        while len(counts) < depth:
            counts.append(levels.get(len(counts) + 1, level).start - (1 if len(counts) + 1 == depth else 0))
        del counts[depth:]
        counts[-1] = _number(start, counts[-1] + 1)
        if not level.style:
            return (level.before + level.after).strip() or None
        shown = [
            numbered(counts[at - 1], levels.get(at, level).style or "1")
            for at in range(max(1, depth - level.levels + 1), depth + 1)
            if levels.get(at, level).style
        ]
        return f"{level.before}{'.'.join(shown)}{level.after}".strip() or None


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 7 else otherwise
