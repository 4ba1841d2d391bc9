"""A report as Markdown, and as plain text with its lines broken as on pages."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

from evaluation.formats.parts import Call, Inline, Original, Part, shown

_WIDTH = 78  # characters of a line of a page
_LINES = 44  # of a page, the header and the footer apart
_SIGNS = re.compile(r"([\\`*_\[\]|])")


def markdown(original: Original) -> str:
    """``original`` as Markdown with footnotes."""
    body = "\n\n".join("\n".join(lines) for lines in map(_markdown, original.parts))
    notes = "\n\n".join(f"[^{number}]: {_escaped(text)}" for number, text in original.notes.items())
    return f"{body}\n\n{notes}\n"


def _markdown(part: Part) -> list[str]:
    if part.kind == "table":
        rows = [f"| {' | '.join(map(_marked, row))} |" for row in part.rows]
        return [rows[0], "|" + "---|" * len(part.rows[0]), *rows[1:]]
    if part.kind == "contents":
        return [" ".join(["-", *(_marked(cell) for cell in part.rows[0] if cell)])]
    text = _marked(part.inline)
    marks = {"label": f"**{text}**", "quotation": f"> {text}", "bullet": f"- {text}"}
    if part.kind == "heading":
        return [f"{'#' * part.level} {text}"]
    return [f"{part.marker} {text}" if part.kind == "numbered" else marks.get(part.kind, text)]


def _marked(inline: Inline) -> str:
    return "".join(f"[^{p.number}]" if isinstance(p, Call) else _escaped(p) for p in inline)


def _escaped(text: str) -> str:
    return _SIGNS.sub(r"\\\1", text)


def paged_text(original: Original) -> str:
    """``original`` as text: a form feed after each page, notes at its foot, the running line and its number below."""
    pages: list[list[str]] = [[]]
    notes: list[str] = []
    for lines, calls in map(_lines, original.parts):
        for i, line in enumerate(lines):
            called = [wrapped for n in calls if i == len(lines) - 1 for wrapped in _note(n, original)]
            if len(pages[-1]) + len(notes) + len(called) + 1 >= _LINES:
                pages[-1] += ["", *notes]
                pages.append([])
                notes = []
            pages[-1].append(line)
            notes += called
    pages[-1] += ["", *notes]
    bodies = ("\n".join([*lines, "", f"{original.running}  {n}"]) for n, lines in enumerate(pages, start=1))
    return "\f".join(bodies) + "\f"


def _note(number: str, original: Original) -> list[str]:
    return textwrap.wrap(f"{number} {original.notes[number]}", _WIDTH)


def _lines(part: Part) -> tuple[list[str], list[str]]:
    """The lines of ``part`` with the blank one after it, and the notes that it calls."""
    calls = [p.number for row in part.rows for cell in row for p in cell if isinstance(p, Call)]
    return [*_broken(part), ""], calls


def _broken(part: Part) -> Iterator[str]:
    if part.kind == "table":
        yield from ("\t".join(map(_stuck, row)) for row in part.rows)
    elif part.kind == "contents":
        title, page = (shown(cell) for cell in part.rows[0])
        yield f"{title} {'.' * max(4, _WIDTH - len(title) - 6)} {page}".rstrip() if page else title
    else:
        sign = {"bullet": "• ", "numbered": f"{part.marker} "}.get(part.kind, "")
        margin = "    " if part.kind == "quotation" else ""
        text = sign + _stuck(part.inline)
        yield from textwrap.wrap(text, _WIDTH, initial_indent=margin, subsequent_indent=margin)


def _stuck(inline: Inline) -> str:
    """The text with the numbers of notes stuck to the words before, as raised figures are extracted."""
    return "".join(p.number if isinstance(p, Call) else p for p in inline)
