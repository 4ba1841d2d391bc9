"""The text of an RTF file as parts, in the order in which it is read."""

from __future__ import annotations

from copy import copy

from yosnlp.reading.office.manuscript import Manuscript
from yosnlp.reading.rtf.encoding import Encoding
from yosnlp.reading.rtf.flows import Flows
from yosnlp.reading.rtf.state import State
from yosnlp.reading.rtf.words import EDGES, ENDS, LEFT_OUT, LIST_SIGNS, SIGNS, TOKEN
from yosnlp.reading.structured.list_numbers import BULLET
from yosnlp.reading.structured.parts import Part


class Text:
    """Reads one file. ``whole``: whether the file ends where its text does."""

    def __init__(self, source: str, manuscript: Manuscript) -> None:
        self._source = source
        self._flows = Flows(manuscript)
        self.whole = True
        self._stack: list[State] = []
        self._state = State()
        self._encoding = Encoding()
        self._bytes = bytearray()
        self._words: list[str] = []  # of a style's name, a list's sign, or a field's instruction
        self._skip = 0
        self._fields: list[int] = []  # depths of the open fields

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
        return self._flows.finish(self._state)

    @property
    def encoding(self) -> str:
        """The code page of the file's bytes."""
        return self._encoding.page

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
        self._flows.end_at(depth, state)
        if not self._stack:
            return True
        self._state = self._stack.pop()
        if state.place != self._state.place and self._words:
            self._named(state)
        if self._fields and self._fields[-1] == depth:
            self._fields.pop()
        if self._flows.contents and self._flows.contents[-1] == depth:
            self._flows.contents.pop()
        return not self._stack

    def _named(self, state: State) -> None:
        """Take up the words of a group that is no text: the sign of an item, or the instruction of a field."""
        words, self._words = "".join(self._words), []
        if state.place == "sign":
            self._flows.inner.sign = " ".join(words.split()) or BULLET
        elif state.place == "instruction" and words.split()[:1] == ["TOC"] and self._fields:
            self._flows.contents.append(self._fields[-1])

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
            self._flows.begin("edge" if word in EDGES else word, len(self._stack))
            self._state = State(font=state.font, fallback=state.fallback)
        elif word in SIGNS:
            self._put(SIGNS[word])
        elif word in ENDS:
            self._flows.end_paragraph(state, state.table)
        elif word in ("cell", "nestcell"):
            self._flows.end_cell(state, 1 if word == "cell" else max(2, state.table))
        elif word in ("row", "nestrow"):
            self._flows.inner.end_row(1 if word == "row" else max(2, state.table))
        elif word == "chftn":
            self._flows.note_mark()
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
            self._flows.end_paragraph(self._state, self._state.table)
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
        if state.place == "body" and words and not state.deleted:
            paragraph = self._flows.inner.paragraph
            paragraph.add(words, bold=state.bold, is_raised=state.raised, unseen=state.unseen)
        elif state.place in ("sign", "instruction"):
            self._words.append(words)
        elif state.place == "style":
            styles, number = self._flows.styles, state.style or 0
            styles[number] = styles.get(number, "") + words
