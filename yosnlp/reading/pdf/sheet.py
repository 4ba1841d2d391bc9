"""What lies on a page: words, ruling lines and shaded areas by their places, in points from the top left."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


class Word(NamedTuple):
    """Characters set without a gap. ``y`` is the baseline; ``spaced``: a space stands before it in the file.

    ``running``: the file itself marks it as a running header or footer, as Word does in tagged files.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool = False
    italic: bool = False
    symbol: bool = False
    spaced: bool = False
    running: bool = False


class Area(NamedTuple):
    """A rectangle: a shaded area, a picture, the frame of a box. ``y0`` is its upper edge."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def height(self) -> float:
        """From the upper to the lower edge."""
        return self.y1 - self.y0

    @property
    def width(self) -> float:
        """From the left to the right edge."""
        return self.x1 - self.x0

    def holds(self, x: float, y: float) -> bool:
        """Whether the point lies in it."""
        return self.x0 <= x <= self.x1 and self.y0 <= y <= self.y1


class Rule(NamedTuple):
    """A ruling line from ``start`` to ``end`` along its direction, at ``at`` across it."""

    at: float
    start: float
    end: float


@dataclass(slots=True)
class Sheet:
    """A page as it was set. ``across`` are the level lines, ``down`` the upright ones.

    ``aside`` are words that run in another direction than the rest, in their own order.
    """

    number: int
    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    aside: list[Word] = field(default_factory=list)
    across: list[Rule] = field(default_factory=list)
    down: list[Rule] = field(default_factory=list)
    shaded: list[Area] = field(default_factory=list)
    dots: list[Area] = field(default_factory=list)
    pictured: float = 0.0
    drawn: int = 0
    unknown: int = 0
    invisible: int = 0
    characters: int = 0
    cut_off: bool = False
