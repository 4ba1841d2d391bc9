"""A question of a table and its figure, and the questions that a passage is made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from yosnlp.ratings import patterns
from yosnlp.ratings.passages import Passage
from yosnlp.records import SectionKind
from yosnlp.text import fold

LONGEST = 450  # characters of a question
_QUESTION_END = re.compile(r"\?['\")]?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A thing read of a table. ``question`` without a figure is a ``heading``; ``head`` and ``prose`` set off tables.

    ``start`` and ``end`` are offsets into the document; ``number`` is the question's, where printed.
    """

    kind: Literal["row", "heading", "head", "prose"]
    standard_id: str | None
    place: SectionKind
    start: int
    end: int
    question: str = ""
    number: str | None = None
    percent: int | None = None
    yes: int | None = None
    relevant: int | None = None


def questions(passage: Passage, stem: str = "") -> Iterator[tuple[Row, re.Match[str] | None]]:
    """The questions that ``passage`` is made of, each with its figure; none if it holds anything else."""
    text, at = passage.text, 0
    found: list[tuple[Row, re.Match[str] | None]] = []
    while at < len(text):
        sign = _QUESTION_END.search(text, at)
        end = sign.end() if sign else len(text)
        following = patterns.FIGURE.match(text, end + 1 if text[end : end + 1] == " " else end)
        if sign is None and found and found[-1][1] and text[at].isupper():
            break  # a paragraph that the extraction joined to the row
        if sign is None:
            unmarked = _unmarked(text, at, passage, stem)
            if unmarked is None:
                return
            end, following = unmarked
        if end - at > LONGEST:
            return
        stop = following.end() if following else end
        found.append((replace(asked(passage, at, end, stem), end=passage.offsets[stop - 1] + 1), following))
        at = stop
        while at < len(text) and text[at] in " *":
            at += 1
    yield from found


def _unmarked(text: str, at: int, passage: Passage, stem: str) -> tuple[int, re.Match[str]] | None:
    """The end and the figure of a question without a question mark, that ends the text with its figure."""
    for figure in patterns.FIGURE.finditer(text, at):
        asks = patterns.ASKS.match(unnumbered(text[at:])) or (stem and passage.kind == "table")
        ends = figure.end() >= len(text.rstrip(" *")) or text[figure.end() :].lstrip(" *")[:1].isupper()
        if ends and figure.start() > at and asks:
            return figure.start() - 1, figure
    return None


def unnumbered(text: str) -> str:
    """``text`` without the number of a key question before it."""
    number = patterns.QUESTION_NUMBER.match(text)
    return text[number.end() :] if number else text


def asked(passage: Passage, start: int, end: int, stem: str) -> Row:
    """The question ``text[start:end]``: its number and what is left of a table's head set apart."""
    head = patterns.LEADING_HEAD.match(passage.text[start:end])
    start += head.end() if head else 0
    number = patterns.QUESTION_NUMBER.match(passage.text[start:end])
    start += number.end() if number else 0
    while start < end - 1 and not passage.text[start].isalnum():
        start += 1
    where = passage.span(start, end)
    own = passage.printed[start:end]
    wording = f"{stem} {own}" if stem and not number and not patterns.ASKS.match(own) else own
    return Row(
        kind="row",
        standard_id=passage.standard_id,
        place=passage.place,
        start=where.start,
        end=where.end,
        question=fold(wording).strip(" *"),
        number=number["number"].replace(" ", "") if number else None,
    )


def mark(passage: Passage, kind: Literal["row", "head", "prose"]) -> Row:
    """A row without a question for the whole of ``passage``."""
    where = passage.span(0, len(passage.text))
    return Row(kind=kind, standard_id=passage.standard_id, place=passage.place, start=where.start, end=where.end)


def with_figure(row: Row, figure: re.Match[str], end: int) -> Row:
    """``row`` with the figure that a match of ``patterns.FIGURE`` gives, which stops at ``end``."""
    found = figure.groupdict()
    yes, relevant = found["yes"] or found["yes_of"], found["relevant"] or found["of"]
    return replace(
        row,
        end=max(end, row.end),
        percent=int(found["percent"]) if found["percent"] else None,
        yes=int(yes) if yes else None,
        relevant=int(relevant) if relevant else None,
    )
