"""The signs of list items in a Word document, counted as Word counts them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yosnlp.reading.structured.elements import attribute, child, children, local, number
from yosnlp.reading.structured.list_numbers import BULLET, numbered

if TYPE_CHECKING:
    from lxml.etree import _Element

_STYLES = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}
_PLACE = re.compile(r"%(\d)")
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list is numbered: ``text`` is the sign with ``%1`` for the number of the first level."""

    style: str = "decimal"
    text: str = ""
    start: int = 1


class Numbers:
    """The lists of a document. Asking for the sign of an item counts it."""

    def __init__(self, root: _Element | None) -> None:
        abstract: dict[str | None, dict[int, _Level]] = {}
        self._lists: dict[str, dict[int, _Level]] = {}
        self._counted_as: dict[str, str] = {}  # items of lists made after one pattern are counted together
        self._counts: dict[str, list[int | None]] = {}
        for element in root if root is not None else ():
            if local(element.tag) == "abstractNum":
                abstract[attribute(element, "abstractNumId")] = _levels(element)
            elif local(element.tag) == "num" and (name := attribute(element, "numId")):
                pattern = attribute(child(element, "abstractNumId"), "val")
                own, anew = _overridden(element)
                self._lists[name] = {**abstract.get(pattern, {}), **own}
                self._counted_as[name] = f"{pattern} {name}" if anew else f"{pattern}"
                for depth, start in anew.items():
                    level = self._lists[name].get(depth, _Level())
                    self._lists[name][depth] = _Level(level.style, level.text, start)

    def sign(self, name: str, depth: int) -> str | None:
        """The sign of the next item of the list ``name``; None if its items bear none."""
        levels = self._lists.get(name)
        depth = min(max(depth, 0), _DEEPEST)
        if levels is None or depth not in levels:
            return BULLET if name != "0" else None
        level = levels[depth]
        if level.style == "bullet":
            return BULLET
        counts = self._counts.setdefault(self._counted_as[name], [None] * (_DEEPEST + 1))
        for above in range(depth):
            if counts[above] is None:
                counts[above] = levels.get(above, _Level()).start
        last = counts[depth]
        counts[depth] = level.start if last is None else last + 1
        counts[depth + 1 :] = [None] * (_DEEPEST - depth)
        if level.style == "none":
            return None
        return _PLACE.sub(lambda match: _shown(counts, levels, int(match[1]) - 1), level.text).strip() or None


def _shown(counts: list[int | None], levels: dict[int, _Level], depth: int) -> str:
    count = counts[depth] if 0 <= depth <= _DEEPEST else None
    return numbered(count, _STYLES.get(levels.get(depth, _Level()).style, "1")) if count is not None else ""


def place(listed: _Element | None) -> tuple[str | None, int | None]:
    """The list of a paragraph and how deep in it the paragraph stands, as its ``numPr`` names them."""
    given = children(listed)
    return attribute(given.get("numId"), "val"), number(attribute(given.get("ilvl"), "val"))


def _levels(element: _Element) -> dict[int, _Level]:
    found = {}
    for level in element:
        depth = number(attribute(level, "ilvl"))
        if local(level.tag) == "lvl" and depth is not None:
            given = children(level)
            start = number(attribute(given.get("start"), "val"))
            found[depth] = _Level(
                attribute(given.get("numFmt"), "val") or "decimal",
                attribute(given.get("lvlText"), "val") or "",
                1 if start is None else start,
            )
    return found


def _overridden(element: _Element) -> tuple[dict[int, _Level], dict[int, int]]:
    """The levels that a list has of its own, and those that it counts anew, from which number."""
    own: dict[int, _Level] = {}
    anew: dict[int, int] = {}
    for override in element:
        depth = number(attribute(override, "ilvl"))
        if local(override.tag) != "lvlOverride" or depth is None:
            continue
        own |= _levels(override)
        start = child(override, "startOverride")
        if start is not None:
            given = number(attribute(start, "val"))
            anew[depth] = 1 if given is None else given
    return own, anew
