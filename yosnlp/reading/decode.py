"""Bytes to text: the encodings in which reports arrive, and a refusal of what is no text."""

from __future__ import annotations

import codecs

from yosnlp.errors import UnreadableInput

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTAINERS = ((b"%PDF", "a PDF"), (b"PK\x03\x04", "a Word file or an archive"), (b"{\\rtf", "an RTF file"))
_MOST_CONTROL_CHARACTERS = 0.01  # share of the text above which a file is not text
_SAMPLE = 4096


def decode(data: bytes, source: str) -> tuple[str, str]:
    """The text of ``data``, line ends untouched, and the name of its encoding.

    UTF-8, UTF-16 and UTF-32 are told by their mark or, for UTF-16 without one, by their zero bytes;
    what is none of them is read as Windows-1252. Raises UnreadableInput for an empty or binary file.
    """
    for magic, what in _CONTAINERS:
        if data.startswith(magic):
            raise UnreadableInput(source, f"this is {what}, not text", "Save it as plain text or Markdown first.")
    encoding = _encoding(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as e:
        cut = e.reason in ("unexpected end of data", "truncated data")
        what = "the file ends inside of a character" if cut else f"not readable as {encoding} at byte {e.start}"
        mend = "Check that the download or export was finished." if cut else "Save the report as UTF-8 text."
        raise UnreadableInput(source, what, mend) from e
    if not text.strip("\x00\ufeff \t\n\r\f\v"):
        raise UnreadableInput(source, "the file is empty", "Check that the download or export was finished.")
    control = sum(1 for c in text if c < " " and c not in "\t\n\r\f\v")
    if control > _MOST_CONTROL_CHARACTERS * len(text):
        raise UnreadableInput(source, "the file is binary, not text", "Save the report as plain text or Markdown.")
    return text, encoding


def _encoding(data: bytes) -> str:
    for bom, name in _BOMS:
        if data.startswith(bom):
            return name
    sample = data[:_SAMPLE]
    if sample[1::2].count(0) > len(sample) // 4:
        return "utf-16-le"
    if sample[0::2].count(0) > len(sample) // 4:
        return "utf-16-be"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as e:
        cut = e.reason == "unexpected end of data" and not data[: e.start].isascii()
        return "utf-8" if cut else "cp1252"
    return "utf-8"
