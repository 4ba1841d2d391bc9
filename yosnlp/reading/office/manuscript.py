"""What a word-processor file says: its body, the notes called in it, and the headers and footers of its pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from yosnlp.reading.structured.builder import Builder
from yosnlp.reading.structured.list_numbers import BULLET
from yosnlp.reading.structured.parts import Part, Piece, all_pieces, shown
from yosnlp.records import Defect, Document, HiddenReason

_LONGEST_BOLD_HEADING = 120  # characters
_ENDS_AS_PROSE = (".", ",", ";")


@dataclass(slots=True)
class Manuscript:
    """Gathers the parts of a file, each kind in the order in which it is read."""

    notes: list[Part] = field(default_factory=list)
    _body: list[Part] = field(default_factory=list)
    _edges: list[Part] = field(default_factory=list)
    _said: set[str] = field(default_factory=set)  # the wordings of headers and footers
    _bold: list[Part] = field(default_factory=list)
    _headed: bool = False

    def part(self, pieces: list[Piece], *, level: int | None, sign: str | None, quotes: bool) -> Part:
        """A heading where there is a ``level``, an item where there is a ``sign``; else prose."""
        if level is not None:
            self._headed = True
            before = [Piece(f"{sign} ")] if sign and sign != BULLET else []
            return Part("heading", [*before, *pieces], level=level)
        if sign:
            return Part("item", pieces, marker=sign)
        return Part("quotation" if quotes else "paragraph", pieces)

    def body(self, parts: list[Part]) -> None:
        """Take up the body; short bold paragraphs are its headings if it has no others."""
        self._body = parts
        for part in () if self._headed else self._bold:
            if not shown(part.pieces).endswith(_ENDS_AS_PROSE):
                part.kind = "heading"

    def all_bold(self, part: Part) -> None:
        """Every word of a paragraph of the body is bold: it may be a heading of a document written without styles."""
        prose = part.kind in ("paragraph", "quotation") and not part.hidden
        if prose and len(shown(part.pieces)) <= _LONGEST_BOLD_HEADING:
            self._bold.append(part)

    def edge(self, parts: Iterable[Part]) -> None:
        """Add parts of a header or footer, each wording once, hidden."""
        for part in parts:
            pieces = all_pieces(part)
            words = shown(pieces)
            if words and words not in self._said:
                self._said.add(words)
                reason: HiddenReason = "page_number" if words.isdigit() else "page_header"
                self._edges.append(Part("paragraph", pieces, hidden=reason))

    def note(self, mark: str | int, parts: Iterable[Part]) -> None:
        """Add the note that ``mark`` calls, hidden."""
        self.notes.append(Part("paragraph", [Piece(f"{mark} "), *run_together(parts)], hidden="footnote"))

    def document(
        self, data: bytes, source: str, *, format_: str, encoding: str = "utf-8", defects: Sequence[Defect] = ()
    ) -> Document:
        """The document in ``data``. Raises UnreadableInput if it has no text, or too much."""
        builder = Builder()
        for parts in (self._edges, self._body, self.notes):
            builder.add(parts)
        return builder.document(data, source, format_=format_, encoding=encoding, defects=defects)


def run_together(parts: Iterable[Part]) -> list[Piece]:
    """The pieces of ``parts``, a space after each part."""
    return [piece for part in parts for piece in (*all_pieces(part), Piece(" "))]
