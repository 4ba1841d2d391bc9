from __future__ import annotations

import codecs

import pytest

from yosnlp.errors import UnreadableInput
from yosnlp.reading.decode import decode

TEXT = "Staff told us – “proudly” – of the children’s café.\r\nIt cost £40 a week.\x0cNext page\r"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        pytest.param(TEXT.encode(), "utf-8", id="utf-8"),
        pytest.param(codecs.BOM_UTF8 + TEXT.encode(), "utf-8-sig", id="utf-8 with a mark"),
        pytest.param(TEXT.encode("cp1252"), "cp1252", id="windows-1252"),
        pytest.param(codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16", id="utf-16 little-endian with a mark"),
        pytest.param(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16", id="utf-16 big-endian with a mark"),
        pytest.param(TEXT.encode("utf-16-le"), "utf-16-le", id="utf-16 little-endian without a mark"),
        pytest.param(TEXT.encode("utf-16-be"), "utf-16-be", id="utf-16 big-endian without a mark"),
        pytest.param(codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "utf-32", id="utf-32 with a mark"),
    ],
)
def test_the_text_is_as_in_the_file_whatever_its_encoding(data: bytes, encoding: str) -> None:
    assert decode(data, "exbourne.txt") == (TEXT, encoding)


def test_a_windows_file_may_end_with_a_letter_that_begins_a_longer_one_in_utf_8() -> None:
    assert decode("They met in a café".encode("cp1252"), "exbourne.txt") == ("They met in a café", "cp1252")


EMPTY = r"^exbourne\.txt: the file is empty\. Check that the download or export was finished\.$"
BINARY = r"exbourne\.txt: the file is binary, not text\. Save the report as plain text or Markdown"
CUT = r"exbourne\.txt: the file ends inside of a character\. Check that the download or export was finished"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(b"", EMPTY, id="no bytes"),
        pytest.param(b" \r\n\x0c\t\n", EMPTY, id="white space"),
        pytest.param(codecs.BOM_UTF8, EMPTY, id="only a mark"),
        pytest.param(codecs.BOM_UTF16_LE + " \n".encode("utf-16-le"), EMPTY, id="white space in utf-16"),
        pytest.param(bytes(400), EMPTY, id="zero bytes"),
        pytest.param(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", r"this is a PDF, not text\. Save it as plain text", id="pdf"),
        pytest.param(b"PK\x03\x04\x14\x00", r"this is a Word file or an archive, not text", id="docx or zip"),
        pytest.param(b"{\\rtf1\\ansi Plans}", r"this is an RTF file, not text", id="rtf"),
        pytest.param(bytes([7, 1, 65, 2]) * 300, BINARY, id="control characters"),
        pytest.param(b"\xd0\xcf\x11\xe0" + bytes([65, 1, 3, 5]) * 90, BINARY, id="old word file"),
        pytest.param("Café, ca".encode() + "fé".encode()[:-1], CUT, id="cut off inside of a character"),
        pytest.param(codecs.BOM_UTF16_LE + "Plans".encode("utf-16-le") + b"a", CUT, id="cut off in utf-16"),
        pytest.param(
            b"Plans \x81 were", r"not readable as cp1252 at byte 6\. Save the report as UTF-8", id="no encoding"
        ),
    ],
)
def test_what_is_no_text_is_refused_with_the_file_and_how_to_mend_it(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableInput, match=message):
        decode(data, "exbourne.txt")
