"""How pages are saved: encodings, archives, and files that hold no page."""

from __future__ import annotations

import pytest

from tests.reading.specified import texts
from tests.reading.web.made import body
from yosnlp.errors import UnreadableInput
from yosnlp.reading import web


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("<p>caf\u00e9 \u2019</p>".encode(), "utf-8"),
        (b"\xef\xbb\xbf" + "<p>caf\u00e9 \u2019</p>".encode(), "utf-8-sig"),
        ("<p>caf\u00e9 \u2019</p>".encode("utf-16"), "utf-16"),
        ("<meta charset=iso-8859-1><p>caf\u00e9 \u2019</p>".encode("cp1252"), "cp1252"),
        ("<meta charset=utf-8><p>caf\u00e9 \u2019</p>".encode("cp1252"), "utf-8"),
        ("<p>caf\u00e9 \u2019</p>".encode("cp1252"), "utf-8"),
    ],
    ids=["utf-8", "mark", "utf-16", "declared", "wrongly declared", "not declared"],
)
def test_the_encoding_is_told_by_mark_bytes_and_declaration(data: bytes, encoding: str) -> None:
    document = web.read(data, "page.html")
    assert (document.text, document.encoding) == ("caf\u00e9 \u2019", encoding)


def test_a_web_archive_holds_its_page() -> None:
    archive = (
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n"
        "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        "<h1>Report on Elm=C3=A9stow</h1>\r\n--b\r\nContent-Type: image/png\r\n\r\nxx\r\n--b--\r\n"
    )
    assert texts(web.read(archive.encode(), "page.mhtml")) == ["Report on Elm\u00e9stow"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "no text"),
        (b"<!-- only a comment -->", "no text"),
        (b"<html><body><script>x()</script></body></html>", "no text"),
        (b"bplist00xx", "Safari"),
        (
            b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/plain\n\n--b--",
            "no page",
        ),
    ],
    ids=["empty", "comment", "script", "web archive of Safari", "archive without a page"],
)
def test_a_file_without_a_page_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableInput, match=words):
        web.read(data, "page.html")


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 50_000 + "deep",
        "<table><tr><td>" * 5_000 + "deep",
        "".join(f"<b id=b{i}><p>" for i in range(5_000)) + "deep",
        "<ul><li>" * 5_000 + "deep",
        "<p " + " ".join(f"a{i}=1" for i in range(50_000)) + ">deep",
        "</div>" * 50_000 + "deep",
        "<p>deep</body></html>",
        "<blockquote>" * 5_000 + "deep",
    ],
    ids=["blocks", "tables", "emphasis", "lists", "attributes", "ends", "after the end", "quotations"],
)
def test_no_nesting_loses_text(page: str) -> None:
    assert "deep" in body(page + "<p>and after</p>").text
    assert "and after" in body(page + "<p>and after</p>").text
