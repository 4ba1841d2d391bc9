"""A run of text in an RTF file: paragraphs, and the tables that they stand in, which no group encloses."""

from __future__ import annotations

from dataclasses import dataclass, field

from yosnlp.reading.office.paragraphs import Paragraph
from yosnlp.reading.structured.frames import Frame, Frames
from yosnlp.reading.structured.parts import Part, Piece

DEEPEST_TABLE = 40  # tables in tables that are told apart


@dataclass(slots=True)
class Flow:
    """The body, a note, a text box or a header. It ends with the group at ``depth``."""

    kind: str
    depth: int
    frames: Frames[Frame] = field(default_factory=lambda: Frames(Frame))
    paragraph: Paragraph = field(default_factory=Paragraph)
    sign: str = ""

    @property
    def parts(self) -> list[Part]:
        """What has been read, once its last paragraph has ended outside of tables."""
        return self.frames.body.parts

    def taken(self) -> tuple[Paragraph, str]:
        """The paragraph that ends here, and the sign before it."""
        paragraph, self.paragraph = self.paragraph, Paragraph()
        sign, self.sign = self.sign, ""
        paragraph.pieces = _whole(paragraph.pieces)
        return paragraph, sign

    def keep(self, parts: list[Part], level: int) -> None:
        """Keep a paragraph that stands ``level`` tables deep, and the text boxes that hang on it."""
        self._to_level(level)
        self.frames.inner.parts += parts

    def end_cell(self) -> None:
        """End the cell that is open."""
        self.frames.end_cell()
        self.frames.begin()

    def end_row(self, level: int) -> None:
        """End the row that is open ``level`` tables deep."""
        self._to_level(level)
        self.frames.begin_row()

    def _to_level(self, level: int) -> None:
        """Begin and end tables until the text stands ``level`` of them deep."""
        level = min(level, DEEPEST_TABLE)
        while self.frames.tables > level:
            if self.frames.inner.parts:
                self.frames.end_cell()
            else:
                self.frames.end()
            self.frames.inner.parts += self.frames.end_table()
        while self.frames.tables < level:
            self.frames.begin_table()
            self.frames.begin()


def _whole(pieces: list[Piece]) -> list[Piece]:
    """``pieces`` with the halves of signs beyond the first 65,536 of Unicode put together."""
    joined: list[Piece] = []
    for piece in pieces:
        if joined and joined[-1].reason == piece.reason and "\ud800" <= joined[-1].text[-1:] <= "\udbff":
            piece = Piece(joined.pop().text + piece.text, piece.reason)
        joined.append(piece)
    return [
        Piece(p.text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"), p.reason)
        if any("\ud800" <= c <= "\udfff" for c in p.text)
        else p
        for p in joined
    ]
