"""XML that grows or fetches, and web pages that act: neither does anything, and nothing of it is text."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.harm import seeds
from tests.harm.small_reports import YOUTH_JUSTICE
from yosnlp import reading
from yosnlp.errors import UnreadableInput

_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' if n else '<!ENTITY l0 "laugh">' for n in range(10))
_DEPTH = 20_000


def with_document_type(data: bytes, part: str, declared: str, said: str) -> bytes:
    """A packed file whose ``part`` declares entities and says ``said`` where it said Larkmoor."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    xml = re.sub(rb"^<\?xml[^>]*\?>\s*", b"", parts[part]).replace(b"Larkmoor", said.encode())
    parts[part] = f"<?xml version='1.0'?><!DOCTYPE x [{declared}]>".encode() + xml
    return seeds.pack(parts)


def read(data: bytes, suffix: str, folder: Path) -> str:
    """The text, or why there is none."""
    path = folder / f"bad{suffix}"
    path.write_bytes(data)
    try:
        return reading.read(path).text
    except UnreadableInput as e:
        return f"refused: {e.reason}"


PACKED = [
    pytest.param(seeds.docx, ".docx", "word/document.xml", id="docx"),
    pytest.param(seeds.odt, ".odt", "content.xml", id="odt"),
]


@pytest.mark.parametrize(("write", "suffix", "part"), PACKED)
def test_entities_that_grow_are_refused(write: Callable[..., bytes], suffix: str, part: str, tmp_path: Path) -> None:
    data = with_document_type(write(YOUTH_JUSTICE), part, _LAUGHS, "&l9;")
    assert read(data, suffix, tmp_path).startswith("refused: ")


@pytest.mark.parametrize(("write", "suffix", "part"), PACKED)
def test_entities_of_other_files_are_not_fetched(
    write: Callable[..., bytes], suffix: str, part: str, tmp_path: Path
) -> None:
    (tmp_path / "secret.txt").write_text("the secret")
    declared = f'<!ENTITY x SYSTEM "{(tmp_path / "secret.txt").as_uri()}">'
    said = read(with_document_type(write(YOUTH_JUSTICE), part, declared, "&x;"), suffix, tmp_path)
    assert said.startswith("refused: ")
    assert "secret" not in said


@pytest.mark.parametrize("declared", [pytest.param(_LAUGHS, id="growing"), pytest.param("file", id="of other files")])
def test_entities_of_a_web_page_are_text(declared: str, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("the secret")
    if declared == "file":
        declared = f'<!ENTITY l9 SYSTEM "{(tmp_path / "secret.txt").as_uri()}">'
    page = f"<!DOCTYPE html [{declared}]><html><body><p>Larkmoor &l9; YOS</p></body></html>"
    said = read(page.encode(), ".html", tmp_path)
    assert "Larkmoor" in said
    assert "secret" not in said
    assert len(said) < 2000


@pytest.mark.parametrize(
    "acting",
    [
        "<script>planted()</script>",
        "<SCRIPT SRC=//planted></SCRIPT>",
        "<img src=x onerror=planted()>",
        "<a href='javascript:planted()' onclick=planted()>Staff</a>",
        "<svg onload=planted()><script>planted()</script></svg>",
        "<iframe srcdoc='<script>planted()</script>'></iframe>",
        "<style>p{background:url(//planted)}</style>",
        "<template><script>planted()</script></template>",
        "<object data=//planted></object><embed src=//planted><link rel=stylesheet href=//planted>",
        "<meta http-equiv=refresh content='0;url=//planted'><base href=//planted>",
        "<p style='x:expression(planted())' onmouseover='planted()'>Staff</p>",
        "<script>/* </p> planted()</script>",
        "<!-- planted --><?php planted() ?>",
        "<noscript><img src=//planted></noscript>",
        "<form action=//planted><input value=planted><button formaction=//planted>Go</button></form>",
    ],
)
def test_nothing_of_what_acts_in_a_web_page_is_text(acting: str, tmp_path: Path) -> None:
    page = f"<html><body><h1>Larkmoor</h1><p>Before.</p>{acting}<p>After.</p></body></html>"
    said = read(page.encode(), ".html", tmp_path)
    assert "Before." in said
    assert "After." in said
    assert "planted" not in said


_ROW = "<table:table-row><table:table-cell>"
DEEP = [
    pytest.param(
        f"<html><body><p>Top</p>{'<table><tr><td>' * _DEPTH}Deep{'</td></tr></table>' * _DEPTH}</body></html>".encode(),
        ".html",
        id="html",
    ),
    pytest.param(f"<html><body><p>Top</p>{'<table><tr><td>' * _DEPTH}Deep".encode(), ".html", id="html not closed"),
    pytest.param(f"<html><body><p>Top</p>{'<ul><li>' * _DEPTH}Deep".encode(), ".html", id="lists of html"),
    pytest.param(
        b"{\\rtf1 Top\\par " + b"{\\trowd\\cellx99\\intbl " * _DEPTH + b"Deep\\cell\\row" + b"}" * _DEPTH + b"}",
        ".rtf",
        id="rtf",
    ),
    pytest.param(
        b"{\\rtf1 Top\\par \\intbl\\itap30000 Deep\\nestcell{\\*\\nesttableprops\\nestrow}}", ".rtf", id="rtf by number"
    ),
]


@pytest.mark.parametrize(("data", "suffix"), DEEP)
def test_tables_in_tables_without_end_are_read(data: bytes, suffix: str, tmp_path: Path) -> None:
    said = read(data, suffix, tmp_path)
    assert "Top" in said
    assert "Deep" in said


def deep(write: Callable[..., bytes], part: str, opening: str, closing: str, depth: int) -> bytes:
    with zipfile.ZipFile(io.BytesIO(write(YOUTH_JUSTICE))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    at = parts[part].rindex(b"<w:sectPr" if part == "word/document.xml" else b"</office:text>")
    paragraph = "<w:p><w:r><w:t>Deep</w:t></w:r></w:p>" if part == "word/document.xml" else "<text:p>Deep</text:p>"
    nested = f"{opening * depth}{paragraph}{closing * depth}".encode()
    parts[part] = parts[part][:at] + nested + parts[part][at:]
    return seeds.pack(parts)


_WORD = ("<w:tbl><w:tr><w:tc>", "<w:p/></w:tc></w:tr></w:tbl>")
_OPEN = (f'<table:table table:name="t">{_ROW}', "</table:table-cell></table:table-row></table:table>")
_LIST = ("<text:list><text:list-item>", "</text:list-item></text:list>")


@pytest.mark.parametrize("depth", [30, 80, _DEPTH])
@pytest.mark.parametrize(
    ("write", "suffix", "part", "nested"),
    [
        pytest.param(seeds.docx, ".docx", "word/document.xml", _WORD, id="docx"),
        pytest.param(seeds.odt, ".odt", "content.xml", _OPEN, id="odt"),
        pytest.param(seeds.odt, ".odt", "content.xml", _LIST, id="lists of odt"),
    ],
)
def test_tables_in_tables_are_read_or_said_to_be_too_deep(
    write: Callable[..., bytes], suffix: str, part: str, nested: tuple[str, str], depth: int, tmp_path: Path
) -> None:
    said = read(deep(write, part, *nested, depth), suffix, tmp_path)
    assert "Deep" in said or (depth == _DEPTH and said == f"refused: the file is damaged in its part '{part}'")
