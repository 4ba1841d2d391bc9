"""Questions and their figures: the rows of the tables of key questions and prompts, however they are broken.

The question and its figure may stand in one line, in two, or on two pages; the stem of the question may stand in
the head of the table.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from yosnlp.ratings import patterns
from yosnlp.ratings.passages import Passage
from yosnlp.ratings.rows import LONGEST, Row, asked, mark, questions, unnumbered, with_figure
from yosnlp.records import SectionKind

_BETWEEN = 2  # short passages (a running footer) that may come between a question and its figure
_SHORT = 100  # characters of such a passage
_NEVER: frozenset[SectionKind] = frozenset(
    {"contents", "glossary", "notes", "methodology", "key_facts", "acknowledgements", "recommendations"}
)


@dataclass(slots=True)
class _Reader:
    """What has been read of a question whose figure has not come yet."""

    rows: list[Row] = field(default_factory=list)
    pending: Row | None = None
    finished: bool = True  # whether the pending question has come to its question mark
    between: int = 0
    stem: str = ""
    standard_id: str | None = None
    section: int = -1

    def emit(self, row: Row) -> None:
        self.drop()
        self.rows.append(row)

    def drop(self) -> None:
        """Let go of the pending question: without a figure it is a heading."""
        if self.pending is not None and self.finished:
            self.rows.append(replace(self.pending, kind="heading"))
        self.pending = None

    def wait(self, row: Row, *, finished: bool) -> None:
        self.drop()
        self.pending, self.finished, self.between = row, finished, 0

    def settle(self, figure: re.Match[str], end: int) -> None:
        """Give the pending question its figure."""
        if self.pending is not None:
            self.rows.append(with_figure(self.pending, figure, end))
            self.pending = None


def rows(passages: list[Passage]) -> list[Row]:
    """All questions with their figures, the headings and heads of their tables, in the order of the text."""
    reader = _Reader()
    for passage in passages:
        if passage.part in _NEVER:
            continue
        if passage.standard_id != reader.standard_id or (
            passage.kind == "heading" and passage.section != reader.section
        ):
            reader.drop()
            reader.stem, reader.standard_id = "", passage.standard_id
        reader.section = passage.section
        _take(passage, reader)
    reader.drop()
    return reader.rows


def _take(passage: Passage, reader: _Reader) -> None:
    """Read one passage."""
    text = passage.text
    figure = patterns.FIGURE.fullmatch(text.strip(" *")) or (_figure_first(text) if reader.pending else None)
    if figure:
        _take_figure(passage, figure, reader)
    elif _is_head(passage, reader):
        reader.emit(mark(passage, "head"))
    elif reader.pending and not reader.finished and (text[0].islower() or "?" in text):
        _take_rest(passage, reader)
    elif _tail_of_last(passage, reader):
        last = reader.rows[-1]
        reader.rows[-1] = replace(last, question=f"{last.question} {passage.printed}", end=passage.offsets[-1] + 1)
    elif not _take_questions(passage, reader):
        _take_other(passage, reader)


def _figure_first(text: str) -> re.Match[str] | None:
    """The figure that begins a passage, what follows it (a footer) being a new start."""
    figure = patterns.FIGURE.match(text)
    return figure if figure and text[figure.end() :].lstrip(" *")[:1].isupper() else None


def _take_figure(passage: Passage, figure: re.Match[str], reader: _Reader) -> None:
    """A figure alone: that of the pending question, or of one that was lost."""
    where = passage.span(0, figure.end() if figure.string == passage.text else len(passage.text))
    if reader.pending is not None:
        reader.settle(figure, where.end)
    elif figure["relevant"] and reader.rows and reader.rows[-1].kind == "row" and _counts(figure):
        lost = mark(passage, "row")
        reader.rows.append(with_figure(lost, figure, where.end))


def _take_rest(passage: Passage, reader: _Reader) -> None:
    """The rest of a question that broke off in the passage before."""
    begun = reader.pending
    reader.pending = None
    found = list(questions(passage))
    if begun is None or not found:
        return
    first, figure = found[0]
    joined = replace(begun, question=f"{begun.question} {first.question}", end=first.end)
    for row, fig in [(joined, figure), *found[1:]]:
        _hold(row, fig, reader)


def _take_questions(passage: Passage, reader: _Reader) -> bool:
    """Questions that fill the passage, with their figures or waiting for them; False if it is something else."""
    found = list(questions(passage, stem=reader.stem))
    for row, figure in found:
        _hold(row, figure, reader)
    if found:
        return True
    if len(passage.text) <= LONGEST and patterns.ASKS.match(unnumbered(passage.text)) and passage.text[-1] not in ".:;":
        reader.wait(asked(passage, 0, len(passage.text), ""), finished=False)
        return True
    return False


def _hold(row: Row, figure: re.Match[str] | None, reader: _Reader) -> None:
    if figure is None:
        reader.wait(row, finished=True)
    else:
        reader.emit(with_figure(row, figure, row.end))


def _take_other(passage: Passage, reader: _Reader) -> None:
    """Something else: a short thing may come between question and figure, prose ends the table."""
    reader.between += 1
    short = len(passage.text) <= _SHORT and passage.kind not in ("heading", "item")
    if not short or reader.between > _BETWEEN:
        reader.drop()
    if not short and passage.kind != "table":
        reader.rows.append(mark(passage, "prose"))
        reader.stem = ""


def _is_head(passage: Passage, reader: _Reader) -> bool:
    """Whether the passage is the head of a table; keep the stem that stands in it."""
    if len(passage.text) > 250:
        return False
    if patterns.TABLE_HEAD.match(passage.text):
        if "question" in passage.text.lower():
            reader.stem = ""
        return True
    stem = patterns.STEM.match(passage.text)
    if stem and patterns.ASKS.match(stem["stem"]) and (stem["colon"] or (stem["yes"] and "%" in stem["yes"])):
        reader.stem = passage.printed[: stem.end("colon") if stem["colon"] else stem.end("stem")].strip()
        return True
    return False


def _tail_of_last(passage: Passage, reader: _Reader) -> bool:
    """Whether the passage is the end of a question whose figure was set before it."""
    last = reader.rows[-1] if reader.rows and reader.pending is None else None
    return (
        last is not None
        and last.kind == "row"
        and bool(last.question)
        and not last.question.endswith("?")
        and passage.text[0].islower()
        and passage.text.endswith("?")
        and len(passage.text) <= _SHORT
        and last.standard_id == passage.standard_id
        and not reader.stem
    )


def _counts(figure: re.Match[str]) -> bool:
    return int(figure["yes"]) <= int(figure["relevant"])
