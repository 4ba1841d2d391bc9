"""The words of one part, as they will stand in the text, and what of them is hidden."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from yosnlp.reading import blocks, markup
from yosnlp.reading.structured.parts import Piece, shown
from yosnlp.records import Hidden

_SPACE = re.compile(r"[^\S\u00a0]{2,}|[^\S\u00a0 ]")  # all but hard spaces, and spaces that stand alone
_RAISED = re.compile(r"[⁰¹²³⁴-⁹]+")
_BRACKETED = re.compile(r"\[\^?\d{1,3}\]")
_SIGNS = re.compile(
    r"[\[⁰¹²³⁴-⁹\u00ad\u200b-\u200f\u2060\ufeff]|back to top", re.I
)  # of all that is hidden by its words
_PLAIN_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_LONG = 60  # characters of a line without a full stop that goes on in the next


@dataclass(frozen=True, slots=True)
class Stretch:
    """``text`` without line breaks, white space folded (hard spaces and, if wanted, tabs stay), and what is hidden."""

    text: str
    hidden: tuple[Hidden, ...] = ()

    @classmethod
    def of(cls, pieces: Iterable[Piece], *, keep_tabs: bool = False) -> Stretch:
        """What ``pieces`` say. Marks of notes, links back to the top and signs without a width are hidden."""
        found: list[str] = []
        spans: list[markup.Mark] = []
        at, last = 0, " "
        for piece in pieces:
            words = _SPACE.sub(lambda m: "\t" if keep_tabs and "\t" in m.group() else " ", piece.text)
            if last in " \t" and words.startswith(" "):
                words = words[1:]
            if not words:
                continue
            if piece.reason:
                spans.append((at, at + len(words), piece.reason))
            found.append(words)
            at, last = at + len(words), words[-1]
        text = "".join(found).rstrip(" \t")
        if _SIGNS.search(text):
            spans += [(*m.span(), "footnote_mark") for sign in (_RAISED, _BRACKETED) for m in sign.finditer(text)]
            spans += [*markup.invisible(text), *markup.back_to_top(text)]
        if not spans:
            return cls(text)
        return cls(text, tuple(markup.merge([(a, min(b, len(text)), reason) for a, b, reason in spans])))

    @classmethod
    def joined(cls, stretches: Sequence[Stretch], between: str) -> Stretch:
        """``stretches`` in a row, with ``between`` them."""
        base = 0
        moved: list[Hidden] = []
        for stretch in stretches:
            moved += [Hidden(start=base + h.start, end=base + h.end, reason=h.reason) for h in stretch.hidden]
            base += len(stretch.text) + len(between)
        return cls(between.join(stretch.text for stretch in stretches), tuple(moved))

    def seen(self) -> Iterator[tuple[int, int]]:
        """Start and end of each piece that can be seen, without white space at its ends."""
        at = 0
        for start, end in [*((h.start, h.end) for h in self.hidden), (len(self.text), len(self.text))]:
            words = self.text[at:start]
            if words.strip():
                yield at + len(words) - len(words.lstrip()), at + len(words.rstrip())
            at = end

    def called(self) -> set[str]:
        """The numbers of the notes whose marks stand in it."""
        return {n for h in self.hidden if h.reason == "footnote_mark" for n in numbers(self.text[h.start : h.end])}

    def begins_note(self) -> set[str]:
        """The numbers of the mark that it begins with; none if it begins with words."""
        first = next((h for h in self.hidden if h.reason == "footnote_mark"), None)
        if first is None or self.text[: first.start].strip():
            return set()
        return numbers(self.text[first.start : first.end])

    def cells(self) -> list[list[Piece]]:
        """What its tabs part, where they part words and not a sign or number from its item; else nothing."""
        if "\t" not in self.text.strip("\t") or blocks.typed_marker(self.text.lstrip())[0]:
            return []
        cells: list[list[Piece]] = [[]]
        at = 0
        for h in (*self.hidden, None):
            first, *others = self.text[at : h.start if h else len(self.text)].split("\t")
            cells[-1].append(Piece(first))
            cells += [[Piece(other)] for other in others]
            if h:
                cells[-1].append(Piece(self.text[h.start : h.end], h.reason))
                at = h.end
        return cells

    def without_tabs(self) -> Stretch:
        """The same with a space for each tab."""
        return Stretch(self.text.replace("\t", " "), self.hidden)


def numbers(mark: str) -> set[str]:
    """The figures of the mark of a note, plain."""
    return set(re.findall(r"\d+", mark.translate(_PLAIN_DIGITS)))


def broken(pieces: Sequence[Piece], *, within: bool) -> Iterator[list[Piece]]:
    """``pieces`` parted at those breaks of the line that end a paragraph, a line of an address or an item.

    A break inside of a sentence is white space. ``within``: only a sign of an item begins something new.
    """
    if not any("\n" in piece.text for piece in pieces):
        yield list(pieces)
        return
    current: list[Piece] = []
    before, gap = "", False
    for line in _lines(pieces):
        words = shown(line)
        if not words:
            gap = True
            current += line
            continue
        if before and _begins(words, before, gap=gap, within=within):
            yield current
            current = []
        elif current:
            current.append(Piece(" "))
        current += line
        before, gap = words, False
    if current:
        yield current


def _begins(words: str, before: str, *, gap: bool, within: bool) -> bool:
    if blocks.typed_marker(words)[0]:
        return True
    if within or words[0].islower() or blocks.dangles(before):
        return False
    return gap or blocks.ends_sentence(before) or len(before) < _LONG


def _lines(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    line: list[Piece] = []
    for piece in pieces:
        first, *others = piece.text.split("\n")
        line.append(Piece(first, piece.reason))
        for other in others:
            yield line
            line = [Piece(other, piece.reason)]
    yield line
