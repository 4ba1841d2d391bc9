"""A walk over the elements of a file: linear, and without recursion on how deep they lie."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Generic

from yosnlp.reading.structured.elements import local
from yosnlp.reading.structured.frames import F, Frames
from yosnlp.reading.structured.parts import Part

if TYPE_CHECKING:
    from lxml.etree import _Element

Step = Callable[[Any, "_Element"], None]


class Walk(Generic[F]):
    """What the readers of elements have in common. Each says by element's name what begins or ends with it.

    ``left_out`` are the names of elements that are passed over, with all that is in them.
    """

    starts: ClassVar[Mapping[str, Step]]
    ends: ClassVar[Mapping[str, Step]]
    left_out: ClassVar[frozenset[str]]

    def __init__(self, frame: Callable[[], F]) -> None:
        self._frame = frame
        self.frames = Frames(frame)

    def parts(self, root: _Element) -> list[Part]:
        """The parts below ``root``, in the order in which they are read."""
        from lxml import etree

        self.frames = Frames(self._frame)
        steps = etree.iterwalk(root, events=("start", "end"))
        for event, element in steps:
            name = local(element.tag)
            if self.passes_over(name, element):
                if event == "start":
                    self.passed(name, element)
                    steps.skip_subtree()
                else:
                    self.words(element.tail)
            elif event == "start":
                self.start(name, element)
                self.words(element.text)
            else:
                self.end(name, element)
                self.words(element.tail)
        return self.frames.body.parts

    def passes_over(self, name: str, element: _Element) -> bool:  # noqa: ARG002
        """Whether nothing of an element is read."""
        return name in self.left_out

    def passed(self, name: str, element: _Element) -> None:
        """An element is passed over."""

    def start(self, name: str, element: _Element) -> None:
        """An element starts."""
        if step := self.starts.get(name):
            step(self, element)

    def end(self, name: str, element: _Element) -> None:
        """An element ends."""
        if step := self.ends.get(name):
            step(self, element)

    def words(self, text: str | None) -> None:
        """Text between the tags."""

    def frame_starts(self, _element: _Element) -> None:
        self.frames.begin()

    def table_starts(self, _element: _Element) -> None:
        self.frames.begin_table()

    def table_ends(self, _element: _Element) -> None:
        self.frames.inner.parts += self.frames.end_table()

    def row_starts(self, _element: _Element) -> None:
        self.frames.begin_row()

    def cell_ends(self, _element: _Element) -> None:
        self.frames.end_cell()
