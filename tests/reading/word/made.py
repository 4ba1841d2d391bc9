"""Word files to read. All text is invented."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

from docx import Document as Word
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from yosnlp.reading import word
from yosnlp.records import Document

W = nsdecls("w")


def saved(word: WordDocument) -> bytes:
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def read(data: bytes) -> Document:
    return word.read(data, "elmstow.docx")


def with_body(*xml: str) -> Document:
    """A document whose body holds ``xml``, elements of WordprocessingML."""
    word = Word()
    for element in xml:
        word.element.body.insert_element_before(parse_xml(element), "w:sectPr")
    return read(saved(word))


def p(inner: str, properties: str = "") -> str:
    return f"<w:p {W}><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def changed(data: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    """The archive ``data`` with its parts changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()
