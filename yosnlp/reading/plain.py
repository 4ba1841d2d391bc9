"""Text and Markdown to a `Document`: signs in the text tell what is furniture, heading, item and row."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterable

from yosnlp.errors import UnreadableInput
from yosnlp.reading import blocks, furniture, limits, lines, markup, notes
from yosnlp.reading.decode import decode
from yosnlp.reading.options import Options
from yosnlp.records import Document, Hidden, Page

#: The formats of which all that is recognised is told by the text alone.
READ_FROM_TEXT = frozenset({"text", "markdown"})


def read_plain(data: bytes, source: str, _options: Options | None = None) -> Document:
    """Plain text, lines broken as on the page or a paragraph each."""
    return _document(data, source, "text", markdown=False)


def read_markdown(data: bytes, source: str, _options: Options | None = None) -> Document:
    """Markdown, as text recognition and converters write it, with what HTML they leave in it."""
    return _document(data, source, "markdown", markdown=True)


def _document(data: bytes, source: str, name: str, *, markdown: bool) -> Document:
    text, encoding = decode(data, source)
    if len(text) > limits.TEXT:
        what = f"{len(text):,} characters are more than any report has (limit {limits.TEXT:,})"
        raise UnreadableInput(source, what, "Give each report as a file of its own.")
    return of_text(text, source, name, encoding, hashlib.sha256(data).hexdigest(), markdown=markdown)


def of_text(text: str, source: str, name: str, encoding: str, sha256: str, *, markdown: bool) -> Document:
    """The document of a ``text`` that was decoded. ``name`` is that of its format."""
    inline = markup.tags(text) + (markup.markdown(text) if markdown else [])
    rows = lines.split(text, _merged(inline))
    footnotes = notes.find(text, rows)
    noted = {h.start for h in footnotes if h.reason == "footnote"}
    others = [row for row in rows if row.start not in noted]
    headers = furniture.headers(others)
    headed = {h.start for h in headers}
    whole = footnotes + headers + furniture.contents([row for row in others if row.start not in headed])
    hidden = _merged([*whole, *inline])
    passed_over = {h.start for h in whole if h.reason != "footnote_mark"}
    visible = lines.split(text, hidden)
    return Document(
        text=text,
        source=source,
        format=name,
        encoding=encoding,
        sha256=sha256,
        blocks=tuple(blocks.build(text, visible, passed_over, markdown=markdown)),
        hidden=tuple(hidden),
        pages=tuple(_pages(text, rows, whole)),
    )


def _merged(hidden: Iterable[Hidden]) -> list[Hidden]:
    return markup.merge([(h.start, h.end, h.reason) for h in hidden])


def _pages(text: str, rows: list[lines.Line], whole: list[Hidden]) -> list[Page]:
    """The pages, where form feeds mark them; each labelled with the number in its header or footer."""
    ends = [row.end + 1 for row in rows if row.page_ends]
    if not ends:
        return []
    if text[ends[-1] :].strip():
        ends.append(len(text))
    starts = [0, *ends[:-1]]
    labels: dict[int, str] = {}
    for h in whole:
        if h.reason in ("page_header", "page_number"):
            figures = [word for word in text[h.start : h.end].split() if word.isdigit()]
            if figures:
                labels.setdefault(bisect_right(starts, h.start), figures[-1])
    return [
        Page(number=n, start=start, end=end, label=labels.get(n))
        for n, (start, end) in enumerate(zip(starts, ends, strict=True), start=1)
    ]
