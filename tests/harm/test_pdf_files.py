"""PDFs made to last for ever or to fill memory: read as far as any report goes, or refused in words."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest

from tests.harm import pdf_file, seeds
from tests.harm.small_reports import YOUTH_JUSTICE
from yosnlp import reading
from yosnlp.errors import UnreadableInput
from yosnlp.reading import limits

_CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
_PAGE = b"<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 3 0 R >> >> /Contents 5 0 R >>"
_BOX = b"/MediaBox [0 0 595 842]"
_SAID = [(12, "Staff were stretched.")]


def tree(nodes: dict[int, bytes], drawing: bytes = pdf_file.page_of(_SAID)) -> bytes:
    """A PDF whose tree of pages is ``nodes``; 4 is a page."""
    objects = {1: _CATALOG, 3: pdf_file.FONT, 4: _PAGE, 5: pdf_file.stream(drawing)}
    return pdf_file.of_objects({**objects, **nodes})


def read(data: bytes, folder: Path) -> str:
    """The text, or why there is none."""
    path = folder / "bad.pdf"
    path.write_bytes(data)
    try:
        return reading.read(path).text
    except UnreadableInput as e:
        return f"refused: {e.reason}"


def node(kids: bytes, count: int, parent: bytes = b"") -> bytes:
    return b"<< /Type /Pages /Kids [%s] /Count %d %s %s >>" % (kids, count, _BOX, parent)


def shared(levels: int, each: int) -> dict[int, bytes]:
    """A tree whose nodes each hold one other many times: few objects, and pages by the power of the levels."""
    numbers = [2, *range(10, 10 + levels - 1)]
    nodes = {}
    for level, number in enumerate(numbers):
        below = b"4 0 R" if level == levels - 1 else b"%d 0 R" % numbers[level + 1]
        nodes[number] = node(b" ".join([below] * each), each ** (levels - level), b"/Parent 2 0 R" if level else b"")
    return nodes


@pytest.mark.parametrize(
    "nodes",
    [
        pytest.param({2: node(b"4 0 R " * 100_000, 100_000)}, id="one page as often"),
        pytest.param(shared(5, 10), id="shared nodes"),
        pytest.param({2: node(b"4 0 R", 100_000)}, id="that are not there"),
    ],
)
def test_a_hundred_thousand_pages_are_refused_and_counted(nodes: dict[int, bytes], tmp_path: Path) -> None:
    said = read(tree(nodes), tmp_path)
    assert said == f"refused: 100,000 pages are more than any report has (limit {limits.PAGES:,})"


def test_a_tree_that_hides_how_many_pages_it_has_is_read_as_far_as_it_says(tmp_path: Path) -> None:
    nodes = {**shared(6, 10), 2: node(b"10 0 R " * 10, 3)}
    said = read(tree(nodes), tmp_path)
    assert said.count("stretched") <= limits.PAGES or said.startswith("refused: ")


@pytest.mark.parametrize(
    "nodes",
    [
        pytest.param({2: node(b"2 0 R", 1)}, id="of itself"),
        pytest.param({2: node(b"2 0 R 4 0 R", 2)}, id="of itself and a page"),
        pytest.param({2: node(b"6 0 R 4 0 R", 2), 6: node(b"2 0 R", 1, b"/Parent 2 0 R")}, id="of two"),
        pytest.param({2: node(b"4 0 R", 1, b"/Parent 2 0 R")}, id="upwards"),
        pytest.param({2: node(b"6 0 R", 1), 6: b"6 0 R"}, id="of a reference to itself"),
    ],
)
def test_loops_of_pages_end(nodes: dict[int, bytes], tmp_path: Path) -> None:
    said = read(tree(nodes), tmp_path)
    assert said.startswith("refused: ") or said.count("stretched") == 1
    assert "not read within" not in said


def _form(number: int, times: int = 1) -> dict[int, bytes]:
    """A form that draws itself so many times."""
    resources = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X1 %d 0 R >> >>" % number
    return {number: pdf_file.stream(b"/X1 Do " * times, resources)}


LOOPS = [
    pytest.param({5: b"<< /Length 5 0 R >>\nstream\nBT ET\nendstream"}, b"", id="a length that is its own stream"),
    pytest.param({5: b"<< /Length 6 0 R >>\nstream\nBT ET\nendstream", 6: b"6 0 R"}, b"", id="a length of itself"),
    pytest.param({5: b"[5 0 R 5 0 R]"}, b"", id="contents of themselves"),
    pytest.param({5: b"[%s]" % (b"7 0 R " * 50_000), 7: pdf_file.stream(b"q")}, b"", id="contents many times"),
    pytest.param(
        {6: pdf_file.stream(b"9 0 << >>", b"/Type /ObjStm /N 1 /First 4 /Extends 6 0 R")},
        b"/XRefStm 9",
        id="a stream of objects that extends itself",
    ),
    pytest.param(
        {6: pdf_file.stream(b"6 0 << >>", b"/Type /ObjStm /N 999999999 /First 999999999")},
        b"",
        id="objects without end",
    ),
    pytest.param({6: b"<< /Type /Outlines /First 6 0 R /Next 6 0 R >>"}, b"/Prev 15", id="a table before itself"),
    pytest.param(
        {**_form(7), 4: _PAGE.replace(b"/Font", b"/XObject << /X1 7 0 R >> /Font")}, b"", id="a form of itself"
    ),
    pytest.param(
        {3: b"<< /Type /Font /Subtype /Type0 /DescendantFonts [3 0 R] /ToUnicode 3 0 R >>"}, b"", id="a font of itself"
    ),
    pytest.param(
        {5: pdf_file.stream(b"(x) Tj", b"/Filter [%s]" % (b"/FlateDecode " * 5_000))}, b"", id="filters without end"
    ),
]


@pytest.mark.parametrize(("objects", "trailer"), LOOPS)
def test_loops_of_objects_end(objects: dict[int, bytes], trailer: bytes, tmp_path: Path) -> None:
    drawn = pdf_file.page_of(_SAID) + b"\n/X1 Do"
    base = {1: _CATALOG, 2: node(b"4 0 R", 1), 3: pdf_file.FONT, 4: _PAGE, 5: pdf_file.stream(drawn)}
    said = read(pdf_file.of_objects({**base, **objects}, trailer=b"/Root 1 0 R " + trailer), tmp_path)
    assert said.startswith("refused: ") or len(said) < 1000
    assert "not read within" not in said


def test_what_takes_time_by_the_power_of_its_depth_is_stopped_and_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A form that draws itself nine times over, as deep as the library follows it: the process that reads is ended."""
    monkeypatch.setattr(limits, "seconds", lambda size, ocr: 3.0)
    page = _PAGE.replace(b"/Font", b"/XObject << /X1 7 0 R >> /Font")
    drawn = pdf_file.stream(pdf_file.page_of(_SAID) + b"\n/X1 Do")
    said = read(tree({2: node(b"4 0 R", 1), 4: page, 5: drawn, **_form(7, 9)}), tmp_path)
    assert said == "refused: not read within 3 seconds"
    assert "stretched" in read(seeds.pdf(YOUTH_JUSTICE), tmp_path), "the next file is read"


def test_a_page_of_a_million_characters_is_read_as_far_as_any_page_goes(tmp_path: Path) -> None:
    line = b"(Staff were stretched and plans came late in the year.) Tj 0 -9 Td\n"
    data = pdf_file.of_pages([b"BT /F1 8 Tf 50 800 Td\n" + line * 20_000 + b"ET"], packed=True)
    said = read(data, tmp_path)
    assert said.startswith("refused: ") or "Staff were stretched" in said
    assert "not read within" not in said
    assert len(said) < limits.TEXT


def test_a_drawing_that_unpacks_without_end_ends(tmp_path: Path) -> None:
    """A quarter of a gigabyte of nothing, packed twice."""
    packer = zlib.compressobj(9)
    once = b"".join(packer.compress(bytes(limits.MEGABYTE)) for _ in range(256)) + packer.flush()
    twice = zlib.compress(once, 9)
    drawing = b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >>\nstream\n%s\nendstream" % (len(twice), twice)
    said = read(tree({2: node(b"4 0 R", 1), 5: drawing}), tmp_path)
    assert said.startswith("refused: ")
    assert "not read within" not in said


@pytest.mark.parametrize(
    "box", [b"[0 0 1e30 1e30]", b"[0 0 -9 -9]", b"[0 0 0 0]", b"[]", b"[0 0 99999999999 1]", b"[a b c d]", b"4 0 R"]
)
@pytest.mark.parametrize("size", [b"12", b"1e30", b"-12", b"0", b"0.0000001"])
def test_boxes_and_sizes_beyond_measure_are_read(box: bytes, size: bytes, tmp_path: Path) -> None:
    data = seeds.pdf(YOUTH_JUSTICE).replace(b"[0 0 595 842]", box).replace(b"/F1 10 Tf", b"/F1 %s Tf" % size)
    said = read(data, tmp_path)
    assert "reading it failed" not in said
