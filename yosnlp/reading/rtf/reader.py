"""RTF to a `Document`.

Of the libraries tried, striprtf 0.0.35 keeps words, bullets and rows, but leaves out footnotes, headers and text boxes,
tells no heading, puts a '|' between cells that words may hold too, and takes time by the square of long lines of links.
"""

from __future__ import annotations

from yosnlp.errors import UnreadableInput
from yosnlp.reading.office.manuscript import Manuscript
from yosnlp.reading.options import Options
from yosnlp.reading.rtf.text import Text
from yosnlp.records import Defect, Document

_BEGINS = b"{\\rtf"


def read(data: bytes, source: str, _options: Options | None = None) -> Document:
    """The document in an RTF file, its pages not known. Raises UnreadableInput for what is no RTF or has no text."""
    given = data.lstrip(b"\xef\xbb\xbf\r\n\t ")
    if not given.startswith(_BEGINS):
        raise UnreadableInput(source, "this is no RTF file, whatever its name says", "Save it as Word file or PDF.")
    manuscript = Manuscript()
    text = Text(given.decode("latin-1"), manuscript)
    manuscript.body(text.parts())
    cut_off = Defect(kind="cut_off", detail="the file ends before its text does")
    defects = [] if text.whole else [cut_off]
    return manuscript.document(data, source, format_="rtf", encoding=text.encoding, defects=defects)
