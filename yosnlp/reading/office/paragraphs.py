"""A paragraph of a word-processor file while it is read, and the frames and walk of formats that are made of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from yosnlp.reading.structured.frames import Frame
from yosnlp.reading.structured.parts import Part, Piece, raised
from yosnlp.reading.structured.walk import Walk

if TYPE_CHECKING:
    from lxml.etree import _Element


@dataclass(slots=True)
class Paragraph:
    """The pieces of a paragraph, the text boxes that hang on it, and whether all of its words are bold."""

    pieces: list[Piece] = field(default_factory=list)
    boxes: list[Part] = field(default_factory=list)
    all_bold: bool = True

    @property
    def blank(self) -> bool:
        return not any(piece.text.strip() for piece in self.pieces)

    def add(self, words: str, *, bold: bool, is_raised: bool, unseen: bool = False) -> None:
        """Add ``words`` and how they are set."""
        if words.strip() and not bold:
            self.all_bold = False
        if unseen:
            self.pieces.append(Piece(words, "mark_up"))
        else:
            self.pieces.append(raised(words) if is_raised else Piece(words))


P = TypeVar("P", bound=Paragraph)


@dataclass(slots=True)
class ParagraphFrame(Frame, Generic[P]):
    """A frame made of paragraphs. ``lists`` are the names of the lists open in it."""

    paragraphs: list[P] = field(default_factory=list)
    lists: list[str | None] = field(default_factory=list)
    carried: list[Piece] = field(default_factory=list)  # into the next paragraph


class ParagraphWalk(Walk[ParagraphFrame[P]], Generic[P]):
    """A walk over a file in which all text stands in paragraphs."""

    def __init__(self) -> None:
        super().__init__(ParagraphFrame)

    @property
    def paragraph(self) -> P | None:
        """The paragraph that is open."""
        paragraphs = self.frames.inner.paragraphs
        return paragraphs[-1] if paragraphs else None

    def box_ends(self, _element: _Element) -> None:
        """What stands in a text box is read after the paragraph that it hangs on."""
        box = self.frames.end()
        if self.paragraph is not None:
            self.paragraph.boxes += box.parts
        else:
            self.frames.inner.parts += box.parts
