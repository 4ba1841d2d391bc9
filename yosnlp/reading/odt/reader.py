"""OpenDocument texts (.odt, .ott) to a `Document`.

The parts are read with lxml. Of the libraries for OpenDocument, odfdo and odfpy give a tree of the same elements,
and unpack the whole archive without a limit before.
"""

from __future__ import annotations

from yosnlp.errors import UnreadableInput
from yosnlp.reading.odt.styles import Styles
from yosnlp.reading.odt.text import Text
from yosnlp.reading.office.manuscript import Manuscript
from yosnlp.reading.office.packed import Packed
from yosnlp.reading.options import Options
from yosnlp.reading.structured.elements import child, local
from yosnlp.records import Document

_EDGES = frozenset({"header", "header-left", "header-first", "footer", "footer-left", "footer-first"})
_OTHERS = {"spreadsheet": "a workbook", "presentation": "a presentation", "drawing": "a drawing"}


def read(data: bytes, source: str, _options: Options | None = None) -> Document:
    """The document in an OpenDocument text. Its pages are not known: each program makes them anew.

    Raises UnreadableInput for files with a password, of another kind, and damaged ones.
    """
    packed = Packed(data, source)
    _refuse_encrypted(packed)
    content, styles = packed.xml("content.xml"), packed.xml("styles.xml")
    body = child(content, "body", "text")
    if body is None:
        given = child(content, "body")
        what = next((what for name, what in _OTHERS.items() if child(given, name) is not None), "another file")
        raise UnreadableInput(source, f"this is {what}, not a text document", "Save the report as PDF or Word file.")
    manuscript = Manuscript()
    text = Text(Styles(styles, content), manuscript)
    manuscript.body(text.parts(body))
    for element in styles.iter() if styles is not None else ():
        if local(element.tag) in _EDGES:
            manuscript.edge(text.parts(element))
    return manuscript.document(data, source, format_="odt")


def _refuse_encrypted(packed: Packed) -> None:
    manifest = packed.xml("META-INF/manifest.xml")
    encrypted = manifest is not None and any(local(e.tag) == "encryption-data" for e in manifest.iter())
    if encrypted or "encrypted-package" in packed:
        mend = "Open it in LibreOffice, and save it without the password (File > Save As)."
        raise UnreadableInput(packed.source, "it is protected with a password", mend)
