"""Word files that are damaged, harmful or none."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from docx import Document as Word

from tests.reading.specified import texts
from tests.reading.word.made import W, changed, p, r, read, saved, with_body
from yosnlp.errors import UnreadableInput
from yosnlp.reading import limits


def bomb(parts: dict[str, bytes]) -> None:
    parts["word/document.xml"] = b"<w:p>" + b" " * (limits.PART + 10)


def entities(parts: dict[str, bytes]) -> None:
    parts["word/document.xml"] = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'


def cut(parts: dict[str, bytes]) -> None:
    parts["word/document.xml"] = parts["word/document.xml"][:-20]


def workbook(parts: dict[str, bytes]) -> None:
    parts["xl/workbook.xml"] = parts.pop("word/document.xml")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (bomb, "unpacks to more"),
        (entities, "defines entities"),
        (cut, "damaged in its part"),
        (workbook, "a workbook"),
    ],
)
def test_harmful_and_damaged_parts_are_refused(change: Callable[[dict[str, bytes]], None], words: str) -> None:
    word = Word()
    word.add_paragraph("We visited in May.")
    with pytest.raises(UnreadableInput, match=words):
        read(changed(saved(word), change))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "save it as .docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "take the password off"),
        (b"PK\x03\x04 broken", "damaged"),
        (b"<html>", "no Word file"),
    ],
    ids=["before 2007", "password", "archive", "web page"],
)
def test_other_files_are_refused_with_what_mends_it(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableInput, match=words):
        read(data)


def test_deep_tables_are_read_or_refused() -> None:
    def nested(depth: int) -> str:
        return f"<w:tbl {W}><w:tr><w:tc>" * depth + p(r("deep")) + f"{p('')}</w:tc></w:tr></w:tbl>" * depth

    assert texts(with_body(nested(30))) == ["deep"]

    def change(parts: dict[str, bytes]) -> None:
        parts["word/document.xml"] = f"<w:document {W}><w:body>{nested(5_000)}</w:body></w:document>".encode()

    with pytest.raises(UnreadableInput, match="damaged"):
        read(changed(saved(Word()), change))
