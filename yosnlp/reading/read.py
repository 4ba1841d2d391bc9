"""A file to a `Document`. One entry of `_FORMATS` a format; what a format needs to say is what its signs are."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Callable, Iterable
from pathlib import Path

from yosnlp.errors import NoReports, UnreadableInput
from yosnlp.reading import blocks, furniture, lines, markup, notes
from yosnlp.reading.decode import decode
from yosnlp.records import Document, Hidden, Page

Reader = Callable[[bytes, str], Document]


def read(path: Path) -> Document:
    """The document in the file ``path``. Raises UnreadableInput, naming the file and how to mend it."""
    if not path.exists():
        raise UnreadableInput(str(path), "no such file", "Check the path.")
    reader = _FORMATS.get(path.suffix.lower())
    if reader is None:
        raise UnreadableInput(
            str(path), f"files of type '{path.suffix or 'none'}' are not read", f"Save it as one of: {_known()}."
        )
    try:
        data = path.read_bytes()
    except OSError as e:
        raise UnreadableInput(str(path), f"cannot be opened ({e.strerror})", "Check the permissions.") from e
    return reader(data, str(path))


def read_plain(data: bytes, source: str) -> Document:
    """Plain text, lines broken as on the page or a paragraph each."""
    return _document(data, source, "text", markdown=False)


def read_markdown(data: bytes, source: str) -> Document:
    """Markdown, as text recognition and converters write it, with what HTML they leave in it."""
    return _document(data, source, "markdown", markdown=True)


_FORMATS: dict[str, Reader] = {
    ".txt": read_plain,
    ".text": read_plain,
    ".md": read_markdown,
    ".markdown": read_markdown,
}


_DOCUMENTS = frozenset({".pdf", ".doc", ".docx", ".htm", ".html", ".odt", ".rtf"})  # what reports come as, not read yet


def _known() -> str:
    return ", ".join(sorted(_FORMATS))


def inputs(paths: Iterable[Path]) -> list[Path]:
    """The files to read: those named, and those of a known type below the folders named.

    A README and hidden files of a folder are left out; documents of a type that is not read are kept, as
    are files that are named, even if they are missing, so that the caller hears of them. Raises NoReports
    if nothing is left.
    """
    given = list(paths)
    found: dict[Path, None] = {}
    for path in given:
        if not path.is_dir():
            found[path] = None
            continue
        found |= dict.fromkeys(file for file in sorted(path.rglob("*")) if _may_be_a_report(file, path))
    if not found:
        where = ", ".join(str(p) for p in given) or "no path given"
        raise NoReports(f"{where}: no reports found. Give files or folders with reports of type {_known()}.")
    return list(found)


def _may_be_a_report(file: Path, folder: Path) -> bool:
    """Whether ``file`` is to be read, or to be told of: a document of a type not read, with no text beside it."""
    hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
    if hidden or file.stem.lower() == "readme" or not (file.is_file() or file.is_symlink()):
        return False
    suffix = file.suffix.lower()
    beside = any(file.with_suffix(known).exists() for known in _FORMATS)
    return suffix in _FORMATS or (suffix in _DOCUMENTS and not beside)


def _document(data: bytes, source: str, name: str, *, markdown: bool) -> Document:
    text, encoding = decode(data, source)
    return _of_text(text, source, name, encoding, hashlib.sha256(data).hexdigest(), markdown=markdown)


def read_again(document: Document) -> Document:
    """A document made anew of the text that ``document`` holds, as if its file were read again."""
    d = document
    return _of_text(d.text, d.source, d.format, d.encoding, d.sha256, markdown=d.format == "markdown")


def _of_text(text: str, source: str, name: str, encoding: str, sha256: str, *, markdown: bool) -> Document:
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
