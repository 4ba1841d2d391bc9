"""A pack as a Word document: real headings and styles, tables with a head, page numbers, British English."""

from __future__ import annotations

from typing import Any

from yosnlp.report.packs import words
from yosnlp.report.packs.citation import Quotation, printable
from yosnlp.report.packs.pack import Pack, Side, ThemePack
from yosnlp.report.packs.word_frame import CITATION, CONFIDENCE, frame, saved, table


def word(pack: Pack) -> bytes:
    """``pack`` as a DOCX file; the same pack gives the same bytes."""
    title = printable(pack.title)
    document = frame(title)
    document.add_paragraph(title, style="Title")
    _say(document, words.reports(pack))
    for i, theme in enumerate(pack.themes):
        heading = document.add_heading(printable(theme.label), 1)
        heading.paragraph_format.page_break_before = i > 0
        _theme(document, theme, pack.limit)
    document.add_heading("How the quotations were chosen", 1)
    for paragraph in words.method(pack):
        _say(document, paragraph, "List Bullet")
    document.add_heading("What was read", 1)
    read = words.read(pack)
    table(document, ("What", "Which"), read, (5.0, 11.0), "What was read, and what made the tables")
    for line in words.unread(pack):
        _say(document, line)
    return saved(document)


def _theme(document: Any, theme: ThemePack, limit: int) -> None:
    if words.nothing(theme):
        _say(document, words.nothing(theme))
        return
    rows = [words.figure_row(figure) for figure in theme.figures]
    described = f"How often the theme {theme.label} is found, by side"
    table(document, words.FIGURE_HEADS, rows, (3.4, 2.9, 3.6, 2.9, 3.6), described)
    for line in (*words.cautions(theme), words.other_sides(theme)):
        _say(document, line)
    for side in theme.sides:
        _side(document, side, limit)


def _side(document: Any, side: Side, limit: int) -> None:
    document.add_heading(side.figure.name, 2)
    for line in (side.figure.words, words.account(side, limit), words.copies(side)):
        _say(document, line)
    for heading, quotations in words.groups(side):
        document.add_heading(heading, 3)
        for quotation in quotations:
            _quotation(document, quotation)


def _quotation(document: Any, quotation: Quotation) -> None:
    """The quotation and its citation, kept together on a page."""
    quoted = document.add_paragraph("“", style="Quote")
    for piece, marked in quotation.runs():
        quoted.add_run(piece, style="Strong" if marked else None)
    quoted.add_run("”")
    cited = document.add_paragraph(style=CITATION)
    if quotation.counter_example:
        cited.add_run(f"Counter-example: {quotation.counter_example}. ", style="Strong")
    cited.add_run(quotation.citation)
    document.add_paragraph(quotation.told_by, style=CONFIDENCE)


def _say(document: Any, text: str, style: str | None = None) -> None:
    if text:
        document.add_paragraph(printable(text), style=style)
