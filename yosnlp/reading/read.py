"""A file to a `Document`, whatever its format."""

from __future__ import annotations

from pathlib import Path

from yosnlp.errors import UnreadableInput
from yosnlp.reading import guard
from yosnlp.reading.formats import KNOWN, format_of, reader
from yosnlp.reading.inputs import Input
from yosnlp.reading.options import Options
from yosnlp.reading.plain import READ_FROM_TEXT, of_text
from yosnlp.records import Document


def read(file: Path | Input, options: Options | None = None) -> Document:
    """The document in ``file``. Raises UnreadableInput, naming the file and how to mend it."""
    given = Input.at(file) if isinstance(file, Path) else file
    options = options or Options()
    data = given.data()
    found = format_of(data, given.suffix)
    if found is None:
        what = f"files of type '{given.suffix or 'none'}' are not read"
        raise UnreadableInput(given.source, what, f"Save it as one of: {KNOWN}.")
    if found.guarded:
        return guard.read(found, data, given.source, options)
    return reader(found.reader)(data, given.source, options)


def read_again(document: Document) -> Document:
    """A document made anew of the text that ``document`` holds, as if its file were read again.

    What only the file shows (the places of words on a page, the tags of a web page) is kept as it was found.
    """
    d = document
    if d.format not in READ_FROM_TEXT:
        return d
    return of_text(d.text, d.source, d.format, d.encoding, d.sha256, markdown=d.format == "markdown")
