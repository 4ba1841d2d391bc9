"""A pack as Markdown (CommonMark, with tables as GitHub and Pandoc read them): report text never acts as mark-up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from yosnlp.report.packs import words
from yosnlp.report.packs.citation import Quotation, printable
from yosnlp.report.packs.pack import Pack, Side, ThemePack

_ACTS = re.compile(r"[\\`*_\[\]<>#|~&$^!@]|(?<=\w):(?=//)|(?<=[Ww]{3})\.")  # also what makes a bare address a link
_LINE_START = re.compile(r"^(\d*)(?=[-+=]|[.)](?:\s|$))")  # a list, or the underline of a heading


def markdown(pack: Pack) -> bytes:
    """``pack`` as a Markdown file in UTF-8."""
    return ("\n\n".join(_paragraphs(pack)) + "\n").encode()


def escaped(text: str) -> str:
    """``text`` on one line, such that Markdown shows it as it is."""
    return _LINE_START.sub(r"\1\\", _plain(text))


def _paragraphs(pack: Pack) -> Iterator[str]:
    yield f"# {escaped(pack.title)}"
    yield escaped(words.reports(pack))
    for theme in pack.themes:
        yield from _theme(theme, pack.limit)
    yield "## How the quotations were chosen"
    yield from (f"- {escaped(paragraph)}" for paragraph in words.method(pack))
    yield "## What was read"
    yield _table(("What", "Which"), words.read(pack))
    yield from (escaped(line) for line in words.unread(pack))


def _theme(theme: ThemePack, limit: int) -> Iterator[str]:
    yield f"## {escaped(theme.label)}"
    if words.nothing(theme):
        yield escaped(words.nothing(theme))
        return
    yield _table(words.FIGURE_HEADS, [words.figure_row(figure) for figure in theme.figures])
    yield from (escaped(line) for line in (*words.cautions(theme), words.other_sides(theme)) if line)
    for side in theme.sides:
        yield from _side(side, limit)


def _side(side: Side, limit: int) -> Iterator[str]:
    yield f"### {escaped(side.figure.name)}"
    yield escaped(side.figure.words)
    yield from (escaped(line) for line in (words.account(side, limit), words.copies(side)) if line)
    for heading, quotations in words.groups(side):
        yield f"#### {escaped(heading)}"
        yield from (_quotation(quotation) for quotation in quotations)


def _quotation(quotation: Quotation) -> str:
    text = "".join(f"**{_plain(piece)}**" if marked else _plain(piece) for piece, marked in quotation.runs())
    against = f"**Counter-example: {escaped(quotation.counter_example)}.** " if quotation.counter_example else ""
    lines = (f"“{text}”", f"{against}{escaped(quotation.citation)}", f"<small>{escaped(quotation.told_by)}</small>")
    return "\n>\n".join(f"> {line}" for line in lines)


def _plain(text: str) -> str:
    """``text`` that stands inside a line, where nothing starts a list."""
    return _ACTS.sub(r"\\\g<0>", printable(text))


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads)]
    body = [[escaped(cell) for cell in row] for row in rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in (*lines, *body))
