from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tests.reading.specified import document, texts
from yosnlp.errors import UnreadableInput
from yosnlp.reading import read
from yosnlp.text import view


def test_a_document_says_what_it_was_read_from(tmp_path: Path) -> None:
    path = tmp_path / "Exbourne.MD"
    path.write_bytes("# Foreword\r\n\r\nPlans were **good**.\r\n".encode("cp1252"))
    found = read(path)
    assert (found.source, found.format, found.encoding) == (str(path), "markdown", "utf-8")
    assert found.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert found.text == "# Foreword\r\n\r\nPlans were **good**.\r\n"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        pytest.param("missing.txt", r"missing\.txt: no such file\. Check the path\.", id="missing"),
        pytest.param(
            "report.xlsx", r"files of type '\.xlsx' are not read\. Save it as one of: \.doc, \.docm, \.docx", id="type"
        ),
        pytest.param("report", r"files of type 'none' are not read", id="no type"),
        pytest.param("folder.txt", r"folder\.txt: cannot be opened \(Is a directory\)", id="folder named like a file"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_with_the_reason(name: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "report.xlsx").write_bytes(b"x")
    (tmp_path / "report").write_bytes(b"x")
    (tmp_path / "folder.txt").mkdir()
    with pytest.raises(UnreadableInput, match=message):
        read(tmp_path / name)


LINES = (
    "Governance and leadership",
    "",
    "The board met each month and read what it was",
    "given, though not",
    "every page.",
    "",
)


@pytest.mark.parametrize(
    "end", [pytest.param("\n", id="LF"), pytest.param("\r\n", id="CRLF"), pytest.param("\r", id="CR")]
)
@pytest.mark.parametrize("markdown", [pytest.param(False, id="text"), pytest.param(True, id="markdown")])
def test_line_ends_of_any_system_break_lines_alike(end: str, markdown: bool) -> None:
    assert texts(document(end.join(LINES), markdown=markdown)) == [
        "Governance and leadership",
        "The board met each month and read what it was given, though not every page.",
    ]


@pytest.mark.parametrize("end", [pytest.param("\r\n", id="CRLF"), pytest.param("\r", id="CR")])
def test_mark_up_by_the_line_is_seen_at_line_ends_of_any_system(end: str) -> None:
    lines = (
        "> Quoted words.",
        "",
        "| Staff | Good |",
        "|---|---|",
        "| Planning | Good |",
        "",
        "***",
        "",
        "Some prose.",
    )
    assert texts(document(end.join(lines), markdown=True)) == [
        "Quoted words.",
        "Staff Good",
        "Planning Good",
        "Some prose.",
    ]


def test_form_feeds_end_pages_and_a_page_has_the_number_that_is_printed_on_it() -> None:
    found = document("Foreword\n\nHello to all.\n4\n\x0cIt ends here\nas it began.\n5\n\x0c")
    assert [(page.number, page.label) for page in found.pages] == [(1, "4"), (2, "5")]
    assert found.page_at(found.text.index("Hello")) == 1
    assert found.page_at(found.text.index("as it began")) == 2
    assert found.pages[0].end == found.pages[1].start


def test_without_form_feeds_pages_are_unknown() -> None:
    found = document("Foreword\n\nHello to all.\n")
    assert found.pages == ()
    assert found.page_at(3) is None


def test_a_stretch_of_a_document_reads_without_what_is_hidden() -> None:
    found = document(
        "Plans<br>were <b>good</b> and out-of-\ncourt work &amp; pre-\nand post-court assess\u00ad\nment was not."
    )
    assert view(found, 0, len(found.text)).text == (
        "Plans were good and out-of-court work & pre- and post-court assessment was not."
    )
