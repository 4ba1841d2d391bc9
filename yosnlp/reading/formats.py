"""Which format a file has: by its first bytes, and where they do not tell, by the end of its name."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from yosnlp.reading.options import Options
from yosnlp.records import Document

Reader = Callable[[bytes, str, Options], Document]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the ends of names, the ``reader`` (``module:function``), and the first bytes of a file.

    ``guarded``: whether it is read by a process of its own, since a library that is not ours takes it apart.
    """

    name: str
    suffixes: tuple[str, ...]
    reader: str
    begins: tuple[bytes, ...] = ()
    guarded: bool = True


_TEXT = Format("text", (".txt", ".text"), "yosnlp.reading.plain:read_plain", guarded=False)
_MARKDOWN = Format("markdown", (".md", ".markdown"), "yosnlp.reading.plain:read_markdown", guarded=False)
_HTML = Format("html", (".html", ".htm", ".xhtml", ".mht", ".mhtml"), "yosnlp.reading.web:read")
_PDF = Format("pdf", (".pdf",), "yosnlp.reading.pdf:read", (b"%PDF-",))
_DOCX = Format("docx", (".docx", ".docm", ".dotx", ".doc"), "yosnlp.reading.word:read", (b"\xd0\xcf\x11\xe0",))
_ODT = Format("odt", (".odt", ".ott"), "yosnlp.reading.odt:read")
_RTF = Format("rtf", (".rtf",), "yosnlp.reading.rtf:read", (b"{\\rtf",))
#: All that are read. A further format is a module with a reader, and a line here.
FORMATS = (_TEXT, _MARKDOWN, _HTML, _PDF, _DOCX, _ODT, _RTF)

#: The ends of names by which files of a folder are taken for reports.
SUFFIXES = frozenset(suffix for format_ in FORMATS for suffix in format_.suffixes)
#: The same for a person.
KNOWN = ", ".join(sorted(SUFFIXES))
_HEAD = 1024  # bytes within which a PDF says that it is one
_PACKED = b"PK\x03\x04"
_WEB_PAGE = (b"<!doctype html", b"<html")


def reader(name: str) -> Reader:
    """The function called ``name`` (``module:function``); its module is imported now."""
    module, _, function = name.partition(":")
    read: Reader = getattr(import_module(module), function)
    return read


def format_of(data: bytes, suffix: str) -> Format | None:
    """The format of ``data`` from a file whose name ends in ``suffix``; None if it is none that is read."""
    head = data[:_HEAD].lstrip(b"\xef\xbb\xbf\r\n\t\f ")
    for format_ in FORMATS:
        if any(head.startswith(begin) for begin in format_.begins):
            return format_
    if _PDF.begins[0] in data[:_HEAD]:
        return _PDF
    if data.startswith(_PACKED):
        return _packed(data)
    named = next((format_ for format_ in FORMATS if suffix in format_.suffixes), None)
    if named in (_TEXT, _MARKDOWN, None) and head[:14].lower().startswith(_WEB_PAGE):
        return _HTML
    return named


def _packed(data: bytes) -> Format | None:
    """A word-processor file by the parts that are packed in it; None for another archive."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            names = frozenset(packed.namelist())
    except Exception:  # damaged: its reader says what is wrong with it
        return _DOCX if b"word/" in data else _ODT if b"opendocument" in data[:_HEAD] else None
    if "word/document.xml" in names or "[Content_Types].xml" in names:
        return _DOCX
    return _ODT if "content.xml" in names or "META-INF/manifest.xml" in names else None
