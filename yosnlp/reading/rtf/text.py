"""The text of an RTF file as parts, in the order in which it is read."""

from __future__ import annotations

import re
from copy import copy
from dataclasses import dataclass

from yosnlp.reading.rtf.flow import DEEPEST_TABLE, Flow
from yosnlp.reading.rtf.words import EDGES, ENDS, LEFT_OUT, LIST_SIGNS, SIGNS, TOKEN, code_page, decoded
from yosnlp.reading.structured.parts import Part, Piece, all_pieces, raised, shown

_HEADING = re.compile(r"heading (\d)$", re.I)
_TITLES = {"title": 1, "subtitle": 2}
_QUOTES = frozenset({"quote", "intense quote", "block text", "quotations", "block quotation"})
_CONTENTS = re.compile(r"(?:toc|contents) \d$|toc ?heading$|contents heading$", re.I)
_BULLET = "•"
_LONGEST_BOLD_HEADING = 120  # characters


@dataclass(slots=True)
class _State:
    """What holds in a group: where its text goes, and how the text and its paragraph are set."""

    place: str = "body"  # or left_out, sign, style, font, instruction
    starred: bool = False
    bold: bool = False
    raised: bool = False
    deleted: bool = False
    unseen: bool = False
    font: int = 0
    fallback: int = 1  # signs that stand for one of Unicode in old programs
    style: int | None = None
    outline: int | None = None
    table: int = 0
    listed: bool = False


class Text:
    """Reads one file. ``whole``: whether the file ends where its text does."""

    def __init__(self, source: str) -> None:
        self._source = source
        self.notes: list[Part] = []
        self.edges: list[Part] = []
        self._said: set[str] = set()  # the wordings of headers and footers
        self.bold: list[Part] = []
        self.headed = False
        self.whole = True
        self._stack: list[_State] = []
        self._state = _State()
        self._flows = [Flow("body", 0)]
        self._page = "cp1252"
        self._charsets: dict[int, int] = {}
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
        return self._page

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

    def _named(self, state: _State) -> None:
        """Take up the words of a group that is no text: the sign of an item, or the instruction of a field."""
        words, self._words = "".join(self._words), []
        if state.place == "sign":
            self._flow.sign = " ".join(words.split()) or _BULLET
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
            self._state = _State(font=state.font, fallback=state.fallback)
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
                self._flow.pieces.append(Piece(str(len(self.notes) + 1), "footnote_mark"))
        elif word == "field":
            self._fields.append(len(self._stack))
        elif state.starred and word not in ("shpinst", "nesttableprops"):
            self._place(word)
        else:
            self._property(word, number)
        self._state.starred = False

    def _place(self, word: str) -> None:
        places = {"fonttbl": "font", "stylesheet": "style", "fldinst": "instruction"}
        self._state.place = "sign" if word in LIST_SIGNS else places.get(word, "left_out")

    def _property(self, word: str, number: int | None) -> None:
        state = self._state
        on = number != 0
        if word == "b":
            state.bold = on
        elif word in ("super", "sub", "nosupersub"):
            state.raised = word == "super" and on
        elif word == "deleted":
            state.deleted = on
        elif word == "v":
            state.unseen = on
        elif word == "plain":
            state.bold = state.raised = state.deleted = state.unseen = False
        elif word == "pard":
            state.style = state.outline = None
            state.table, state.listed = 0, False
        elif word == "s" and number is not None:
            state.style = number
        elif word == "outlinelevel" and number is not None:
            state.outline = number + 1 if 0 <= number < 9 else None
        elif word == "intbl":
            state.table = max(1, state.table)
        elif word == "itap" and number is not None:
            state.table = min(max(0, number), DEEPEST_TABLE)
        elif word == "ls":
            state.listed = on
        elif word == "f" and number is not None:
            state.font = number
        elif word == "fcharset" and state.place == "font":
            self._charsets[state.font] = number or 0
        elif word == "uc":
            state.fallback = max(0, number or 0)
        elif word == "ansicpg":
            self._page = code_page(number)
        elif word == "mac":
            self._page = "mac_roman"

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
            words = decoded(bytes(self._bytes), self._page, self._charsets.get(self._state.font))
            self._bytes.clear()
            self._put(words)

    def _plain(self, words: str) -> None:
        self._settle()
        if self._skip:
            words, self._skip = words[self._skip :], max(0, self._skip - len(words))
        if not words.isascii():
            words = decoded(words.encode("latin-1"), self._page, self._charsets.get(self._state.font))
        self._put(words)

    def _unicode(self, number: int) -> None:
        self._put(chr(number & 0xFFFF))
        self._skip = self._state.fallback

    def _put(self, words: str) -> None:
        state = self._state
        if state.place == "body":
            if state.deleted or not words:
                return
            flow = self._flow
            if words.strip() and not state.bold:
                flow.all_bold = False
            if state.unseen:
                flow.pieces.append(Piece(words, "mark_up"))
            else:
                flow.pieces.append(raised(words) if state.raised else Piece(words))
        elif state.place in ("sign", "instruction"):
            self._words.append(words)
        elif state.place == "style":
            name = self._styles.get(state.style or 0, "") + words
            self._styles[state.style or 0] = name

    def _end_paragraph(self, level: int) -> None:
        """Keep the paragraph that ends here, ``level`` tables deep."""
        flow = self._flow
        pieces, sign, all_bold = flow.taken()
        part = self._part(pieces, sign) if any(piece.text.strip() for piece in pieces) else None
        flow.keep(part, level)
        short = part is not None and part.kind == "paragraph" and len(shown(pieces)) <= _LONGEST_BOLD_HEADING
        if part is not None and short and all_bold and flow.kind == "body" and not flow.tables:
            self.bold.append(part)

    def _part(self, pieces: list[Piece], sign: str) -> Part:
        state = self._state
        name = self._styles.get(state.style, "").strip().rstrip(";").strip().lower() if state.style is not None else ""
        if self._contents or _CONTENTS.match(name):
            return Part("paragraph", pieces, hidden="contents")
        match = _HEADING.match(name)
        level = int(match[1]) if match else _TITLES.get(name, state.outline)
        if sign and not any(c.isalnum() for c in sign):
            sign = _BULLET
        if level is not None:
            self.headed = True
            before = [Piece(f"{sign} ")] if sign and sign != _BULLET else []
            return Part("heading", [*before, *pieces], level=level)
        if sign or state.listed:
            return Part("item", pieces, marker=sign or _BULLET)
        return Part("quotation" if name in _QUOTES else "paragraph", pieces)

    def _end_cell(self, level: int) -> None:
        self._end_paragraph(max(level, len(self._flow.tables)) if level > 1 else level)
        self._flow.end_cell()

    def _end_flow(self) -> None:
        """End a note, a header or a text box, and keep what it says where it belongs."""
        self._end_paragraph(0)
        flow = self._flows.pop()
        pieces = [piece for part in flow.parts for piece in (*all_pieces(part), Piece(" "))]
        words = shown(pieces)
        if flow.kind == "shptxt":
            self._flow.boxes += flow.parts
        elif flow.kind == "footnote":
            number = len(self.notes) + 1
            self.notes.append(Part("paragraph", [Piece(f"{number} "), *pieces], hidden="footnote"))
        elif words and words not in self._said:
            self._said.add(words)
            self.edges.append(Part("paragraph", pieces, hidden="page_number" if words.isdigit() else "page_header"))
