"""Archives made to fill a disk or memory, or to write where they should not: read in place, within limits."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

import pytest

from tests.harm import seeds
from tests.harm.small_reports import YOUTH_JUSTICE
from yosnlp import pipeline, reading
from yosnlp.errors import UnreadableInput
from yosnlp.reading import Input, inputs, limits

_MEGABYTE = limits.MEGABYTE


def packed(members: dict[str, bytes]) -> bytes:
    return seeds.pack(members)


def refusal(file: Path | Input) -> str:
    with pytest.raises(UnreadableInput) as refused:
        reading.read(file)
    return refused.value.reason


def everything(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_a_member_that_unpacks_to_more_than_any_report_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("bomb.txt", "w") as member:
        for _ in range(limits.FILE // _MEGABYTE + 1):
            member.write(bytes(_MEGABYTE))
    assert path.stat().st_size < _MEGABYTE
    monkeypatch.setattr(zipfile.ZipExtFile, "read", lambda *_: pytest.fail("unpacked"))
    assert refusal(Input(path, "bomb.txt")) == "larger than any report (limit 100 MB)"


def test_an_archive_that_unpacks_to_more_than_a_disk_is_told_of_and_no_member_read(tmp_path: Path) -> None:
    """Each member within the limits, all of them far beyond."""
    path, one = tmp_path / "bomb.zip", bytes(64 * _MEGABYTE)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("0.txt", one)
        info = archive.getinfo("0.txt")
        for n in range(1, limits.ARCHIVE // len(one) + 1):  # more entries for the same bytes
            again = zipfile.ZipInfo(f"{n}.txt")
            again.header_offset, again.file_size = info.header_offset, info.file_size
            again.compress_size, again.compress_type, again.CRC = info.compress_size, info.compress_type, info.CRC
            archive.filelist.append(again)
    assert [found.member for found in inputs([path])] == [None]
    assert refusal(path) == "files of type '.zip' are not read"


def test_archives_in_archives_are_not_opened(tmp_path: Path) -> None:
    inner = packed({"report.txt": seeds.text(YOUTH_JUSTICE)})
    for level in range(20):
        inner = packed({f"{level}.zip": inner})
    path = tmp_path / "nested.zip"
    path.write_bytes(inner)
    assert [found.member for found in inputs([path])] == ["19.zip"]
    assert refusal(Input(path, "19.zip")) == "files of type '.zip' are not read"


def test_an_archive_that_holds_itself_is_opened_once(tmp_path: Path) -> None:
    """A quine holds a copy of itself, which holds one again, without end; so does this, as far as it goes."""
    path = tmp_path / "r.zip"
    path.write_bytes(packed({"r.zip": packed({"r.zip": packed({"r.zip": b""})})}))
    assert [found.source for found in inputs([tmp_path])] == [f"{path}/r.zip"]
    assert refusal(inputs([tmp_path])[0]) == "files of type '.zip' are not read"


@pytest.mark.parametrize(
    ("suffix", "part"),
    [pytest.param(".docx", "word/document.xml", id="docx"), pytest.param(".odt", "content.xml", id="odt")],
)
def test_a_part_of_a_word_processor_file_that_unpacks_without_end_is_refused(
    suffix: str, part: str, tmp_path: Path
) -> None:
    good = (seeds.docx if suffix == ".docx" else seeds.odt)(YOUTH_JUSTICE)
    with zipfile.ZipFile(io.BytesIO(good)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = parts[part].replace(b">", b">" + b" " * (limits.PART + 1), 1)
    path = tmp_path / f"bomb{suffix}"
    path.write_bytes(packed(parts))
    assert path.stat().st_size < _MEGABYTE
    assert refusal(path) == f"its part '{part}' unpacks to more than any report holds"


def test_a_member_without_a_name_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "all.zip"
    path.write_bytes(packed({"a.txt": seeds.text(YOUTH_JUSTICE), "x": b""}).replace(b"x", b"\x00"))
    assert [found.member for found in inputs([path])] in (["a.txt"], [None])


@pytest.mark.parametrize("method", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2, zipfile.ZIP_DEFLATED])
def test_a_part_whose_packing_is_damaged_is_refused(method: int, tmp_path: Path) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(seeds.odt(YOUTH_JUSTICE))) as good, zipfile.ZipFile(file, "w", method) as archive:
        for name in good.namelist():
            archive.writestr(name, good.read(name))
        at = archive.getinfo("content.xml").header_offset + 80
    data = bytearray(file.getvalue())
    data[at : at + 40] = b"\xff" * 40
    path = tmp_path / "damaged.odt"
    path.write_bytes(bytes(data))
    assert refusal(path) == "the file is damaged in its part 'content.xml'"


@pytest.mark.parametrize(
    "name",
    [
        "../../outside.txt",
        "/etc/outside.txt",
        "C:\\Windows\\outside.txt",
        "..\\..\\outside.txt",
        "a/../../outside.txt",
        "out\x1b[2Jside.txt",
        "\u202etxt.outside.txt",
        "=cmd|' /C calc'!A0.txt",
        "<img src=x onerror=alert(1)>.txt",
    ],
)
def test_the_name_of_a_member_names_it_and_no_place_on_the_disk(name: str, tmp_path: Path) -> None:
    work = tmp_path / "a" / "b"
    work.mkdir(parents=True)
    (work / "reports.zip").write_bytes(packed({name: seeds.text(YOUTH_JUSTICE)}))
    before = everything(tmp_path)
    (file,) = inputs([work])
    assert file.member == name
    written = pipeline.tag_to([work], work / "out", model="fast")
    assert written.reports == 1
    after = [path for path in everything(tmp_path) if not path.startswith("a/b/out")]
    assert after == before
    told = json.loads((work / "out" / "certificate.json").read_text(encoding="utf-8"))
    assert [re.sub(r"[a-z0-9-]", "", entry["report_id"]) for entry in told["reports"]] == [""]
