"""Good files of each format to make bad ones of: the small reports written by hand, and those in a folder."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from html import escape
from pathlib import Path

from tests.harm import pdf_file
from tests.harm.small_reports import ALL, Grid, Line, Parts

_MD = {"title": "# ", "heading": "# ", "subheading": "## ", "item": "- ", "note": "", "paragraph": ""}
_TAG = {"title": "h1", "heading": "h2", "subheading": "h3", "item": "li", "note": "p", "paragraph": "p"}
_OUTLINE = {"title": 0, "heading": 1, "subheading": 2}


def text(parts: Parts) -> bytes:
    """As plain text, broken into two pages."""
    lines = []
    for part in parts:
        if isinstance(part, Grid):
            lines += ["\t".join(row) for row in part.rows]
        else:
            lines.append(f"\u2022 {part.text}" if part.kind == "item" else part.text)
    half = len(lines) // 2
    return "\n\n".join([*lines[:half], "Inspection of youth services 2\n\x0c", *lines[half:]]).encode()


def markdown(parts: Parts) -> bytes:
    """As Markdown."""
    lines = []
    for part in parts:
        if isinstance(part, Grid):
            rows = [f"| {' | '.join(row)} |" for row in part.rows]
            lines.append("\n".join([rows[0], "|---|---|---|", *rows[1:]]))
        else:
            lines.append(_MD[part.kind] + part.text)
    return "\n\n".join(lines).encode()


def html(parts: Parts) -> bytes:
    """As a web page."""
    body = []
    for n, part in enumerate(parts):
        if isinstance(part, Grid):
            rows = "".join(f"<tr>{''.join(f'<td>{escape(c)}</td>' for c in row)}</tr>" for row in part.rows)
            body.append(f"<table><tbody>{rows}</tbody></table>")
        else:
            tag = _TAG[part.kind]
            inner = f'<{tag} id="p{n}" class="{part.kind}">{escape(part.text)}</{tag}>'
            body.append(f"<ul>{inner}</ul>" if tag == "li" else inner)
    head = '<meta charset="utf-8"><title>Larkmoor</title><style>p{color:red}</style><script>track("a<b")</script>'
    nav = '<nav><a href="/">Home</a></nav><details><summary>More</summary><p>Staff &amp; children</p></details>'
    page = f"<!DOCTYPE html><html lang=en><head>{head}</head><body>{nav}<main>{''.join(body)}</main></body></html>"
    return page.encode()


def docx(parts: Parts) -> bytes:
    """As a Word file."""
    import docx as word

    made = word.Document()
    for part in parts:
        if isinstance(part, Grid):
            table = made.add_table(len(part.rows), max(map(len, part.rows)))
            for cells, row in zip(table.rows, part.rows, strict=True):
                for cell, said in zip(cells.cells, row, strict=False):
                    cell.text = said
        elif part.kind in _OUTLINE:
            made.add_heading(part.text, _OUTLINE[part.kind])
        else:
            made.add_paragraph(part.text, style="List Bullet" if part.kind == "item" else None)
    file = io.BytesIO()
    made.save(file)
    return _without_idle_parts(file.getvalue())


def _without_idle_parts(data: bytes) -> bytes:
    """A smaller Word file: without the theme and the picture of the template."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return pack({n: packed.read(n) for n in packed.namelist() if "thumbnail" not in n})


def odt(parts: Parts) -> bytes:
    """As an OpenDocument text."""
    body = []
    for part in parts:
        if isinstance(part, Grid):
            cells = [[f"<table:table-cell>{_p(c)}</table:table-cell>" for c in row] for row in part.rows]
            rows = "".join(f"<table:table-row>{''.join(row)}</table:table-row>" for row in cells)
            body.append(f'<table:table table:name="t">{rows}</table:table>')
        elif part.kind in _OUTLINE:
            level = _OUTLINE[part.kind] + 1
            body.append(f'<text:h text:outline-level="{level}">{escape(part.text)}</text:h>')
        elif part.kind == "item":
            body.append(f"<text:list><text:list-item>{_p(part.text)}</text:list-item></text:list>")
        else:
            body.append(_p(part.text))
    return pack(
        {
            "mimetype": b"application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": f'<manifest:manifest {_NAMES} manifest:version="1.3"/>'.encode(),
            "styles.xml": f"<office:document-styles {_NAMES}/>".encode(),
            "content.xml": (
                f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_NAMES}><office:body><office:text>'
                f"{''.join(body)}</office:text></office:body></office:document-content>"
            ).encode(),
        }
    )


_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_NAMES = " ".join(f'xmlns:{n}="{_OASIS}:{n}:1.0"' for n in ("office", "text", "table", "style", "manifest"))


def _p(said: str) -> str:
    return f'<text:p text:style-name="Standard">{escape(said)}</text:p>'


def rtf(parts: Parts) -> bytes:
    """As Rich Text."""
    body = []
    for part in parts:
        if isinstance(part, Grid):
            for row in part.rows:
                edges = "".join(f"\\cellx{2000 * n}" for n in range(1, len(row) + 1))
                cells = "".join(f"\\pard\\intbl {_rtf(cell)}\\cell" for cell in row)
                body.append(f"\\trowd{edges}{cells}\\row")
        elif part.kind in _OUTLINE:
            level = _OUTLINE[part.kind]
            body.append(f"\\pard\\s{level}\\outlinelevel{level}\\b {_rtf(part.text)}\\b0\\par")
        elif part.kind == "item":
            body.append(f"\\pard{{\\listtext\\'b7\\tab}}\\ls1\\ilvl0 {_rtf(part.text)}\\par")
        else:
            body.append(f"\\pard {_rtf(part.text)}\\par")
    tables = "{\\fonttbl{\\f0 Arial;}}{\\stylesheet{\\s0 Title;}{\\s1 heading 1;}{\\s2 heading 2;}}"
    return f"{{\\rtf1\\ansi\\ansicpg1252\\deff0{tables}\n{chr(10).join(body)}\n}}".encode("ascii")


def _rtf(said: str) -> str:
    return "".join(c if c.isascii() else f"\\u{ord(c)}?" for c in said)


def pdf(parts: Parts) -> bytes:
    """As a PDF, some lines a page."""
    lines: list[tuple[int, str]] = []
    for part in parts:
        if isinstance(part, Grid):
            lines += [(10, "    ".join(row)) for row in part.rows]
        elif isinstance(part, Line):
            sizes = {"title": 22, "heading": 16, "subheading": 13, "note": 8}
            lines.append((sizes.get(part.kind, 10), f"\u2022 {part.text}" if part.kind == "item" else part.text))
    pages = [lines[i : i + 18] for i in range(0, len(lines), 18)]
    return pdf_file.of_pages([pdf_file.page_of(page) for page in pages])


def archive(_: Parts) -> bytes:
    """An archive of reports in several formats, below folders."""
    return pack(
        {
            "a/larkmoor.txt": text(ALL[0]),
            "a/b/quenby.html": html(ALL[1]),
            "dunvale.md": markdown(ALL[2]),
            "notes.csv": b"not,a,report\n",
        }
    )


def pack(members: dict[str, bytes]) -> bytes:
    """A ZIP archive."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in members.items():  # as OpenDocument wants it, its kind is not packed
            packed.writestr(
                zipfile.ZipInfo(name), data, zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            )
    return file.getvalue()


WRITERS: dict[str, tuple[str, Callable[[Parts], bytes]]] = {
    "text": (".txt", text),
    "markdown": (".md", markdown),
    "html": (".html", html),
    "pdf": (".pdf", pdf),
    "docx": (".docx", docx),
    "odt": (".odt", odt),
    "rtf": (".rtf", rtf),
    "zip": (".zip", archive),
}


@cache
def written(format_: str) -> tuple[bytes, ...]:
    """The small reports in a format."""
    _, write = WRITERS[format_]
    return tuple(write(parts) for parts in (ALL[:1] if format_ == "zip" else ALL))


def found(format_: str, paths: Iterable[Path]) -> Sequence[bytes]:
    """The files of a format among ``paths`` and below the folders among them, small ones first."""
    suffix, _ = WRITERS[format_]
    files = [file for path in paths for file in ([path] if path.is_file() else path.rglob(f"*{suffix}"))]
    return sorted((file.read_bytes() for file in files if file.suffix == suffix), key=len)
