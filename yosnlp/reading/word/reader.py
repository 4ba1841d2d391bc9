"""Word files (.docx, .docm, .dotx) to a `Document`.

The parts are read with lxml rather than with python-docx: that leaves out content controls, text boxes, tracked
insertions and notes, and takes all of the archive, pictures included, into memory.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from yosnlp.errors import UnreadableInput
from yosnlp.reading.office.manuscript import Manuscript
from yosnlp.reading.office.packed import Packed, beside
from yosnlp.reading.options import Options
from yosnlp.reading.structured.elements import attribute, local
from yosnlp.reading.word.numbers import Numbers
from yosnlp.reading.word.styles import Styles
from yosnlp.reading.word.text import Text
from yosnlp.records import Defect, Document

if TYPE_CHECKING:
    from lxml.etree import _Element

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OTHERS = {"xl/workbook.xml": "a workbook", "ppt/presentation.xml": "a presentation"}
_MAIN = "word/document.xml"


def read(data: bytes, source: str, _options: Options | None = None) -> Document:
    """The document in a Word file. Its pages are not known: Word makes them anew on each screen.

    Raises UnreadableInput for older files (.doc), files with a password, and damaged ones.
    """
    _refuse_others(data, source)
    packed = Packed(data, source)
    main = _main(packed)
    body = packed.xml(main)
    if body is None:
        what = next((what for name, what in _OTHERS.items() if name in packed), "no Word document")
        raise UnreadableInput(source, f"this is {what}, not a Word document", "Save the report as PDF or Word file.")
    linked = list(_linked(packed, main))
    targets = {kind: target for kind, target, _ in linked}
    manuscript = Manuscript()
    numbers = Numbers(packed.xml(targets.get("numbering", "")))
    text = Text(Styles(packed.xml(targets.get("styles", ""))), numbers, manuscript)
    manuscript.body(text.parts(body))
    for kind, target, _ in linked:
        root = packed.xml(target) if kind in ("header", "footer") else None
        if root is not None:
            manuscript.edge(text.parts(root))
    _add_notes(packed, targets, text, manuscript)
    embedded = Defect(kind="cut_off", detail="a file that is embedded in the document is not read")
    return manuscript.document(data, source, format_="docx", defects=[embedded] if text.embedded else [])


def _refuse_others(data: bytes, source: str) -> None:
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            mend = "Open it in Word, take the password off (File > Info > Protect Document), and save it."
            raise UnreadableInput(source, "it is protected with a password", mend)
        mend = "Open it in Word or LibreOffice and save it as .docx."
        raise UnreadableInput(source, "this is a Word file of before 2007 (.doc), which is not read", mend)
    if not data.startswith(b"PK"):
        mend = "Open it in Word or LibreOffice and save it as .docx."
        raise UnreadableInput(source, "this is no Word file, whatever its name says", mend)


def _main(packed: Packed) -> str:
    """The name of the part that holds the body."""
    root = packed.xml("_rels/.rels")
    for relation in root if root is not None else ():
        if (relation.get("Type") or "").endswith("/officeDocument"):
            name = beside("", relation.get("Target") or "")
            if name in packed and name not in _OTHERS:
                return name
    return _MAIN


def _linked(packed: Packed, main: str) -> Iterator[tuple[str, str, str]]:
    """Kind, name and id of each part that the body refers to."""
    folder, _, name = main.rpartition("/")
    root = packed.xml(f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels")
    for relation in root if root is not None else ():
        if relation.get("TargetMode") != "External":
            kind = (relation.get("Type") or "").rpartition("/")[2]
            yield kind, beside(main, relation.get("Target") or ""), relation.get("Id") or ""


def _add_notes(packed: Packed, targets: dict[str, str], text: Text, manuscript: Manuscript) -> None:
    """Add the notes that the body calls, in the order of their marks."""
    bodies: dict[tuple[str, str], _Element] = {}
    for kind in ("footnote", "endnote"):
        root = packed.xml(targets.get(f"{kind}s", ""))
        for note in root if root is not None else ():
            if local(note.tag) == kind:
                bodies[kind, attribute(note, "id") or ""] = note
    for number, called in enumerate(tuple(text.notes), start=1):
        note = bodies.pop(called, None)
        parts = text.parts(note) if note is not None else []
        if parts:
            manuscript.note(number, parts)
