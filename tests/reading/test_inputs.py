"""Which files are read where folders and archives are named, and what an archive may not do."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from yosnlp.errors import NoReports, UnreadableInput
from yosnlp.reading import Input, inputs, limits


def named(*paths: Path) -> list[str]:
    return [found.source for found in inputs(paths)]


def packed(path: Path, *names: str, content: bytes = b"x") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, content)
    return path


def test_a_folder_gives_its_reports_in_order_without_readme_and_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "README.md", ".draft.txt", "c.docx", "table.xlsx", "old/d.PDF", ".git/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert named(tmp_path) == [str(tmp_path / name) for name in ("a.md", "b.txt", "c.docx", "old/d.PDF")]


def test_an_archive_gives_its_reports_wherever_it_lies(tmp_path: Path) -> None:
    packed(tmp_path / "all.zip", "2019/b.pdf", "2018/a.txt", "README.txt", "__MACOSX/2018/._a.txt", "cover.png")
    within = [f"{tmp_path}/all.zip/2018/a.txt", f"{tmp_path}/all.zip/2019/b.pdf"]
    assert named(tmp_path / "all.zip") == within
    assert named(tmp_path) == within
    assert Input.at(Path(within[0])).data() == b"x"


def test_a_file_that_is_named_is_kept_once_even_if_it_is_missing(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("x")
    assert named(tmp_path / "gone.docx", tmp_path, tmp_path / "a.md") == [
        str(tmp_path / "gone.docx"),
        str(tmp_path / "a.md"),
    ]


def test_a_folder_without_reports_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NoReports, match=r"no reports found\. Give files or folders with reports of type \.doc"):
        inputs([tmp_path])


def test_an_archive_that_cannot_be_opened_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "all.zip").write_bytes(b"PK\x03\x04 and no more")
    assert named(tmp_path) == [str(tmp_path / "all.zip")]


def test_a_member_is_named_as_in_its_archive_and_stays_there(tmp_path: Path) -> None:
    packed(tmp_path / "all.zip", "../../outside.txt", "/etc/report.txt")
    for found in inputs([tmp_path / "all.zip"]):
        assert found.data() == b"x"
    assert [path.name for path in tmp_path.rglob("*")] == ["all.zip"]


def test_a_member_larger_than_any_report_is_refused_whatever_the_archive_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed(tmp_path / "bomb.zip", "a.txt", content=b"0" * 5000)
    monkeypatch.setattr(limits, "FILE", 4096)
    with pytest.raises(UnreadableInput, match="larger than any report"):
        Input(tmp_path / "bomb.zip", "a.txt").data()


@pytest.mark.parametrize(
    ("limit", "value"), [pytest.param("MEMBERS", 1, id="files"), pytest.param("ARCHIVE", 1, id="bytes")]
)
def test_an_archive_of_too_much_is_told_of_and_not_opened(
    limit: str, value: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed(tmp_path / "all.zip", "a.txt", "b.txt")
    monkeypatch.setattr(limits, limit, value)
    assert named(tmp_path / "all.zip") == [str(tmp_path / "all.zip")]
