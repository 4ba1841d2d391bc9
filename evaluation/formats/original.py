"""The samples taken apart, by the readers of the formats that they are written in: text, Markdown, a web page."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from pathlib import Path

from evaluation.formats.parts import Call, Inline, Original, Part, shown
from evaluation.formats.rows import tables
from yosnlp import reading, reports, resources
from yosnlp.records import Block, Document, Hidden
from yosnlp.text import fold, view

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_NUMBER = re.compile(r"\W*(\d{1,3})\W*")
_ENTRY = re.compile(r"[|\s]*(?P<title>.*?)[\s.|…]*(?P<page>\b\d{1,3})?[\s|]*")
_BAR = re.compile(r"(?<!\\)\|")
_TAB = re.compile(r"\t")
_ON_THIS_PAGE = "On this page"
_NOTES = "Footnotes"  # heading of the notes at the end of a web page
_DEEPEST = 4  # level of a heading; what lies deeper is set as deep as this


def samples() -> list[Path]:
    """The sample reports."""
    return sorted(p for p in resources.corpus("sample").iterdir() if p.suffix in (".txt", ".md", ".html"))


def take_apart(path: Path) -> Original:
    """The sample in the file ``path`` as parts."""
    document = reading.read(path)
    service, sections = _understood(document)
    notes = dict(_notes(document))
    called: set[str] = set()
    placed = [(h.start, _entry(document, h)) for h in document.hidden if h.reason == "contents"]
    told = any(block.kind == "heading" for block in document.blocks)
    placed += [
        (block.start, _part(document, block, sections.get(block.start), notes, called, told=told))
        for block in document.blocks
    ]
    parts = _of_the_report([part for _, part in sorted(placed, key=lambda p: p[0])])
    return Original(
        name=path.stem,
        running=f"Inspection of youth justice services: {service or path.stem}",
        parts=tuple(tables(parts)),
        notes={number: text for number, text in notes.items() if number in called},
    )


def _understood(document: Document) -> tuple[str | None, dict[int, int]]:
    """The service, and the depth of each section by where it begins."""
    report = reports.understand(document, allow_other=True)
    depths: list[int] = []
    for section in report.sections:
        depths.append(depths[section.parent] + 1 if section.parent is not None else 1 if section.kind == "front" else 2)
    return report.service, {s.start: min(d, _DEEPEST) for s, d in zip(report.sections, depths, strict=True)}


def _part(
    document: Document, block: Block, depth: int | None, notes: dict[str, str], called: set[str], *, told: bool
) -> Part:
    """``block`` as a part. ``told``: whether the file says which blocks are headings; ``depth``: of a section."""
    if block.kind == "table":
        cells = [_inline(document, start, end, notes, called) for start, end in _cells(document, block)]
        return Part("table", (tuple(cells),))
    inline = _inline(document, block.start, block.end, notes, called)
    marker = block.marker or ""
    if block.kind == "heading" or (depth is not None and not told):
        return Part("heading", (((f"{marker} ", *inline) if marker else inline,),), level=block.level or depth or 2)
    if depth is not None and not marker:
        return Part("label", ((inline,),))
    if block.kind == "item" and marker == "*" and document.format == "text":
        return Part("paragraph", ((("* ", *inline),),))  # a note to a table
    if block.kind == "item":
        numbered = any(c.isalnum() for c in marker) and marker != "o"
        return Part("numbered" if numbered else "bullet", ((inline,),), marker=marker if numbered else "")
    return Part("quotation" if block.kind == "quotation" else "paragraph", ((inline,),))


def _cells(document: Document, row: Block) -> Iterator[tuple[int, int]]:
    """Where the cells of a ``row`` stand: between the bars of Markdown, or between tabs."""
    text = document.text[row.start : row.end]
    at = 1 if text.startswith("|") else 0
    ends = [m.start() for m in (_BAR if document.format == "markdown" else _TAB).finditer(text, at)]
    if not text.endswith("|"):
        ends.append(len(text))
    for end in ends:
        yield row.start + at, row.start + end
        at = end + 1


def _inline(document: Document, start: int, end: int, notes: dict[str, str], called: set[str]) -> Inline:
    """What can be seen from ``start`` to ``end``; the first mark of each note is its call."""
    pieces: list[str | Call] = []
    at = start
    first = bisect_left(document.hidden, start, key=lambda h: h.start)
    for mark in document.hidden[first:]:
        if mark.start >= end:
            break
        number = _numbered(document, mark) if mark.reason == "footnote_mark" else None
        if number is None or number not in notes or number in called:
            continue
        called.add(number)
        pieces += [view(document, at, mark.start).text, Call(number)]
        at = mark.end
        if document.text[at : at + 1].isspace() and view(document, at, end).text:
            pieces.append(" ")
    pieces.append(view(document, at, end).text)
    return tuple(piece for piece in pieces if piece)


def _numbered(document: Document, hidden: Hidden) -> str | None:
    match = _NUMBER.fullmatch(document.text[hidden.start : hidden.end].translate(_RAISED))
    return match[1] if match else None


def _notes(document: Document) -> Iterator[tuple[str, str]]:
    """The footnotes, number and text. One may run over several hidden lines, of which the first has its number."""
    number, lines = "", list[str]()
    for hidden in (h for h in document.hidden if h.reason == "footnote"):
        line = fold(document.text[hidden.start : hidden.end]).translate(_RAISED)
        match = re.match(r"(?:<sup>\s*)?\[?\^?(\d{1,3})\]?:?(?:\s*</sup>)?\s+(?=\S)", line, re.I)
        if match and (not number or int(match[1]) == int(number) + 1):
            if number:
                yield number, _plain(lines)
            number, lines = match[1], [line[match.end() :]]
        elif number:
            lines.append(line)
    if number:
        yield number, _plain(lines)


def _plain(lines: Sequence[str]) -> str:
    """The text of a note without links and emphasis."""
    return re.sub(r"\[([^\[\]]+)\]\([^()\s]*\)", r"\1", " ".join(lines)).replace("*", "")


def _entry(document: Document, hidden: Hidden) -> Part:
    match = _ENTRY.fullmatch(fold(document.text[hidden.start : hidden.end]))
    title, page = (match["title"], match["page"] or "") if match else ("", "")
    return Part("contents", (((title,) if title else (), (page,) if page else ()),))


def _of_the_report(parts: Sequence[Part]) -> list[Part]:
    """``parts`` less those of a saved page that are the site's: what stands before its title and after its notes.

    What stands under 'On this page' is its contents.
    """
    title = next((i for i, p in enumerate(parts) if p.kind == "heading" and p.level == 1), 0)
    notes = [i for i, p in enumerate(parts) if p.kind == "heading" and shown(p.inline) == _NOTES]
    kept: list[Part] = []
    entries = False
    for part in parts[title : notes[-1] if notes else None]:
        entries = part.kind == "bullet" and (entries or (bool(kept) and shown(kept[-1].inline) == _ON_THIS_PAGE))
        kept.append(Part("contents", ((part.inline, ()),)) if entries else part)
    return [p for p in kept if p.kind in ("table", "contents") or shown(p.inline) != _ON_THIS_PAGE]
