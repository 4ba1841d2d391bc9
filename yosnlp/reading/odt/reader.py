"""OpenDocument texts (.odt, .ott) to a `Document`.

The parts are read with lxml. Of the libraries for OpenDocument, odfdo and odfpy give a tree of the same elements,
and unpack the whole archive without a limit before.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from yosnlp.errors import UnreadableInput
from yosnlp.reading.odt.styles import Styles
from yosnlp.reading.odt.text import Text
from yosnlp.reading.options import Options
from yosnlp.reading.structured.builder import Builder
from yosnlp.reading.structured.packed import Packed, local
from yosnlp.reading.structured.parts import Part, all_pieces, headings_of_bold, shown
from yosnlp.reading.word.styles import child
from yosnlp.records import Document

if TYPE_CHECKING:
    from lxml.etree import _Element

_EDGES = frozenset({"header", "header-left", "header-first", "footer", "footer-left", "footer-first"})
_OTHERS = {"spreadsheet": "a workbook", "presentation": "a presentation", "drawing": "a drawing"}


def read(data: bytes, source: str, _options: Options | None = None) -> Document:
    """The document in an OpenDocument text. Its pages are not known: each program makes them anew.

    Raises UnreadableInput for files with a password, of another kind, and damaged ones.
    """
    packed = Packed(data, source)
    _refuse_encrypted(packed)
    content, styles = packed.xml("content.xml"), packed.xml("styles.xml")
    text = Text(Styles(styles, content))
    body = child(content, "body", "text")
    if body is None:
        given = child(content, "body")
        what = next((what for name, what in _OTHERS.items() if child(given, name) is not None), "another file")
        raise UnreadableInput(source, f"this is {what}, not a text document", "Save the report as PDF or Word file.")
    edges = list(_at_the_edges(styles, text))
    text.headed = False
    parts = text.parts(body)
    if not text.headed:
        headings_of_bold(text.bold)
    builder = Builder()
    builder.add(edges)
    builder.add(parts)
    builder.add(text.notes)
    return builder.document(source=source, format_="odt", encoding="utf-8", sha256=hashlib.sha256(data).hexdigest())


def _refuse_encrypted(packed: Packed) -> None:
    manifest = packed.xml("META-INF/manifest.xml")
    encrypted = manifest is not None and any(local(e.tag) == "encryption-data" for e in manifest.iter())
    if encrypted or "encrypted-package" in packed:
        mend = "Open it in LibreOffice, and save it without the password (File > Save As)."
        raise UnreadableInput(packed.source, "it is protected with a password", mend)


def _at_the_edges(styles: _Element | None, text: Text) -> Iterator[Part]:
    """Headers and footers of the pages, each wording once, hidden."""
    said: set[str] = set()
    for element in styles.iter() if styles is not None else ():
        if local(element.tag) not in _EDGES:
            continue
        for part in text.parts(element):
            pieces = all_pieces(part)
            words = shown(pieces)
            if words and words not in said:
                said.add(words)
                yield Part("paragraph", pieces, hidden="page_number" if words.isdigit() else "page_header")
