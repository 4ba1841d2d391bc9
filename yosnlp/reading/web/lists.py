"""The signs of list items on a web page, counted as browsers count them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yosnlp.reading.structured.elements import number
from yosnlp.reading.structured.list_numbers import BULLET, numbered

if TYPE_CHECKING:
    from lxml.etree import _Element


@dataclass(slots=True)
class _List:
    """An open list: the number of its next item; None where it is not numbered."""

    number: int | None = None
    step: int = 1
    style: str = "1"


class Lists:
    """The lists that are open. Asking for the sign of an item counts it."""

    def __init__(self) -> None:
        self._open: list[_List] = []

    def begin(self, element: _Element) -> None:
        """Begin the list that ``element`` is."""
        if element.tag != "ol":
            self._open.append(_List())
            return
        reverse = "reversed" in element.attrib
        first = number(element.get("start")) or (len(element) if reverse else 1)
        self._open.append(_List(first, -1 if reverse else 1, element.get("type", "1")))

    def end(self) -> None:
        """End the innermost list."""
        self._open.pop()

    def sign(self, element: _Element) -> str:
        """The sign of the item that ``element`` is."""
        current = self._open[-1] if self._open else _List()
        if current.number is None:
            return BULLET
        own = number(element.get("value")) or current.number
        current.number = own + current.step
        return f"{numbered(own, current.style)}."
