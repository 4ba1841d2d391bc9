"""What is written in an RTF file: its body, and the notes, headers and text boxes in it, while they are read."""

from __future__ import annotations

from yosnlp.reading.office import style_names
from yosnlp.reading.office.manuscript import Manuscript, run_together
from yosnlp.reading.rtf.flow import Flow
from yosnlp.reading.rtf.state import State
from yosnlp.reading.structured.list_numbers import BULLET
from yosnlp.reading.structured.parts import Part, Piece


class Flows:
    """The flows that are open, innermost last. ``styles`` are the names of styles by their numbers."""

    def __init__(self, manuscript: Manuscript) -> None:
        self._manuscript = manuscript
        self._open = [Flow("body", 0)]
        self.styles: dict[int, str] = {}
        self.contents: list[int] = []  # depths of the open fields that make the contents

    @property
    def inner(self) -> Flow:
        """The flow that text goes into now."""
        return self._open[-1]

    def finish(self, state: State) -> list[Part]:
        """End all that is open, and give the parts of the body."""
        while len(self._open) > 1:
            self._end_flow(state)
        self.end_paragraph(state, 0)
        return self._open[0].parts

    def begin(self, kind: str, depth: int) -> None:
        """Begin a note, a text box or an edge of the page, which ends with the group at ``depth``."""
        self._open.append(Flow(kind, depth))

    def end_at(self, depth: int, state: State) -> None:
        """End the flow that ends with the group at ``depth``, if there is one."""
        if len(self._open) > 1 and self.inner.depth == depth:
            self._end_flow(state)

    def note_mark(self) -> None:
        """Put the mark of the note that is called next; within a note it is put already."""
        if self.inner.kind != "footnote":
            self.inner.paragraph.pieces.append(Piece(str(len(self._manuscript.notes) + 1), "footnote_mark"))

    def end_cell(self, state: State, level: int) -> None:
        """End a cell, ``level`` tables deep."""
        self.end_paragraph(state, max(level, self.inner.frames.tables) if level > 1 else level)
        self.inner.end_cell()

    def end_paragraph(self, state: State, level: int) -> None:
        """Keep the paragraph that ends here, ``level`` tables deep."""
        flow = self.inner
        paragraph, sign = flow.taken()
        part = None if paragraph.blank else self._part(paragraph.pieces, sign, state)
        flow.keep([*([part] if part else []), *paragraph.boxes], level)
        if part and paragraph.all_bold and flow.kind == "body" and flow.frames.in_body:
            self._manuscript.all_bold(part)

    def _part(self, pieces: list[Piece], sign: str, state: State) -> Part:
        name = self.styles.get(state.style, "").strip().rstrip(";").strip().lower() if state.style is not None else ""
        if self.contents or style_names.contents(name):
            return Part("paragraph", pieces, hidden="contents")
        level = style_names.heading(name)
        if level is None:
            level = style_names.TITLES.get(name, state.outline)
        if (sign and not any(c.isalnum() for c in sign)) or (state.listed and not sign):
            sign = BULLET
        return self._manuscript.part(pieces, level=level, sign=sign, quotes=name in style_names.QUOTES)

    def _end_flow(self, state: State) -> None:
        """End a note, a header or a text box, and keep what it says where it belongs."""
        self.end_paragraph(state, 0)
        flow = self._open.pop()
        if flow.kind == "shptxt":
            self.inner.paragraph.boxes += flow.parts
        elif flow.kind == "footnote":
            self._manuscript.note(len(self._manuscript.notes) + 1, flow.parts)
        else:
            self._manuscript.edge([Part("paragraph", run_together(flow.parts))])
