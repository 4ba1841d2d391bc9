"""The text of an RTF file as parts, in the order in which it is read."""

from __future__ import annotations

from copy import copy

from yosnlp.reading.office import style_names
from yosnlp.reading.office.written import Written, run_together
from yosnlp.reading.rtf.encoding import Encoding
from yosnlp.reading.rtf.flow import Flow
from yosnlp.reading.rtf.state import State
from yosnlp.reading.rtf.words import EDGES, ENDS, LEFT_OUT, LIST_SIGNS, SIGNS, TOKEN
from yosnlp.reading.structured.list_numbers import BULLET
from yosnlp.reading.structured.parts import Part, Piece


class Text:
    """Reads one file. ``whole``: whether the file ends where its text does."""

    def __init__(self, source: str, written: Written) -> None:
        self._source = source
        self._written = written
        self.whole = True
        self._stack: list[State] = []
        self._state = State()
        self._flows = [Flow("body", 0)]
        self._encoding = Encoding()
        self._styles: dict[int, str] = {}
        self._bytes = bytearray()
        self._words: list[str] = []  # of a style's name, a list's sign, or a field's instruction
        self._skip = 0
        self._fields: list[int] = []  # depths of the open fields
        self._contents: list[int] = []  # depths of those that make the contents

    def parts(self) -> list[Part]:
        """The parts of the body. Linear, without recursion on how deep groups and tables lie."""
        text, at = self._source, 0
        ended = False
        while at < len(text) and not ended:
            token = TOKEN.match(text, at)
            if token is None:
                break
            at = token.end()
            if token["byte"]:
                self._byte(int(token["byte"], 16))
            elif token["text"]:
                self._plain(token["text"])
            elif token["brace"] == "{":
                self._open()
            elif token["brace"]:
                ended = self._close()
            elif token["word"]:
                number = int(token["number"]) if token["number"] else None
                if token["word"] == "bin":
                    at += max(0, number or 0)
                else:
                    self._word(token["word"], number)
            elif token["sign"]:
                self._sign(token["sign"])
        self._settle()
        self.whole = ended
        while len(self._flows) > 1:
            self._end_flow()
        self._end_paragraph(0)
        return self._flows[0].parts

    @property
    def encoding(self) -> str:
        """The code page of the file's bytes."""
        return self._encoding.page

    @property
    def _flow(self) -> Flow:
        return self._flows[-1]

    def _open(self) -> None:
        self._settle()
        self._skip = 0
        self._stack.append(self._state)
        self._state = copy(self._state)
        self._state.starred = False

    def _close(self) -> bool:
        """End a group, and what ends with it; True if it was the last."""
        self._settle()
        self._skip = 0
        depth = len(self._stack)
        state = self._state
        if len(self._flows) > 1 and self._flow.depth == depth:
            self._end_flow()
        if not self._stack:
            return True
        self._state = self._stack.pop()
        if state.place != self._state.place and self._words:
            self._named(state)
        if self._fields and self._fields[-1] == depth:
            self._fields.pop()
        if self._contents and self._contents[-1] == depth:
            self._contents.pop()
        return not self._stack

    def _named(self, state: State) -> None:
        """Take up the words of a group that is no text: the sign of an item, or the instruction of a field."""
        words, self._words = "".join(self._words), []
        if state.place == "sign":
            self._flow.sign = " ".join(words.split()) or BULLET
        elif state.place == "instruction" and words.split()[:1] == ["TOC"] and self._fields:
            self._contents.append(self._fields[-1])

    def _word(self, word: str, number: int | None) -> None:
        self._settle()
        state = self._state
        if word == "u":
            self._unicode(number or 0)
            return
        self._skip = 0
        if state.place == "left_out":
            return
        if word in LEFT_OUT or (word in ("fonttbl", "stylesheet", "fldinst") or word in LIST_SIGNS):
            self._place(word)
        elif word in EDGES or word in ("footnote", "shptxt"):
            self._flows.append(Flow("edge" if word in EDGES else word, len(self._stack)))
            self._state = State(font=state.font, fallback=state.fallback)
        elif word in SIGNS:
            self._put(SIGNS[word])
        elif word in ENDS:
            self._end_paragraph(state.table)
        elif word in ("cell", "nestcell"):
            self._end_cell(1 if word == "cell" else max(2, state.table))
        elif word in ("row", "nestrow"):
            self._flow.end_row(1 if word == "row" else max(2, state.table))
        elif word == "chftn":
            if self._flow.kind != "footnote":
                self._flow.paragraph.pieces.append(Piece(str(len(self._written.notes) + 1), "footnote_mark"))
        elif word == "field":
            self._fields.append(len(self._stack))
        elif state.starred and word not in ("shpinst", "nesttableprops"):
            self._place(word)
        else:
            self._set(word, number)
        self._state.starred = False

    def _place(self, word: str) -> None:
        places = {"fonttbl": "font", "stylesheet": "style", "fldinst": "instruction"}
        self._state.place = "sign" if word in LIST_SIGNS else places.get(word, "left_out")

    def _set(self, word: str, number: int | None) -> None:
        if word == "fcharset" and self._state.place == "font":
            self._encoding.charsets[self._state.font] = number or 0
        self._encoding.set(word, number)
        self._state.set(word, number)

    def _sign(self, sign: str) -> None:
        self._settle()
        if sign == "*":
            self._state.starred = True
        elif self._skip:
            self._skip -= 1
        elif sign in ENDS:
            self._end_paragraph(self._state.table)
        elif sign in SIGNS:
            self._put(SIGNS[sign])

    def _byte(self, byte: int) -> None:
        if self._skip:
            self._skip -= 1
        else:
            self._bytes.append(byte)

    def _settle(self) -> None:
        """Put the signs that the bytes before stand for."""
        if self._bytes:
            words = self._encoding.decoded(bytes(self._bytes), self._state.font)
            self._bytes.clear()
            self._put(words)

    def _plain(self, words: str) -> None:
        self._settle()
        if self._skip:
            words, self._skip = words[self._skip :], max(0, self._skip - len(words))
        if not words.isascii():
            words = self._encoding.decoded(words.encode("latin-1"), self._state.font)
        self._put(words)

    def _unicode(self, number: int) -> None:
        self._put(chr(number & 0xFFFF))
        self._skip = self._state.fallback

    def _put(self, words: str) -> None:
        state = self._state
        if state.place == "body":
            if state.deleted or not words:
                return
            self._flow.paragraph.add(words, bold=state.bold, is_raised=state.raised, unseen=state.unseen)
        elif state.place in ("sign", "instruction"):
            self._words.append(words)
        elif state.place == "style":
            name = self._styles.get(state.style or 0, "") + words
            self._styles[state.style or 0] = name

    def _end_paragraph(self, level: int) -> None:
        """Keep the paragraph that ends here, ``level`` tables deep."""
        flow = self._flow
        paragraph, sign = flow.taken()
        part = None if paragraph.blank else self._part(paragraph.pieces, sign)
        flow.keep([*([part] if part else []), *paragraph.boxes], level)
        if part and paragraph.all_bold and flow.kind == "body" and flow.frames.in_body:
            self._written.all_bold(part)

    def _part(self, pieces: list[Piece], sign: str) -> Part:
        state = self._state
        name = self._styles.get(state.style, "").strip().rstrip(";").strip().lower() if state.style is not None else ""
        if self._contents or style_names.contents(name):
            return Part("paragraph", pieces, hidden="contents")
        level = style_names.heading(name)
        if level is None:
            level = style_names.TITLES.get(name, state.outline)
        if (sign and not any(c.isalnum() for c in sign)) or (state.listed and not sign):
            sign = BULLET
        return self._written.part(pieces, level=level, sign=sign, quotes=name in style_names.QUOTES)

    def _end_cell(self, level: int) -> None:
        self._end_paragraph(max(level, self._flow.frames.tables) if level > 1 else level)
        self._flow.end_cell()

    def _end_flow(self) -> None:
        """End a note, a header or a text box, and keep what it says where it belongs."""
        self._end_paragraph(0)
        flow = self._flows.pop()
        if flow.kind == "shptxt":
            self._flow.paragraph.boxes += flow.parts
        elif flow.kind == "footnote":
            self._written.note(len(self._written.notes) + 1, flow.parts)
        else:
            self._written.edge([Part("paragraph", run_together(flow.parts))])
