"""A folder is written whole or not at all, and never over what is not ours."""

import hashlib
import json
from pathlib import Path

import pytest

from yosnlp.errors import OutputExists, YosnlpError
from yosnlp.exchange.folder import check_free, replace


def ours(content: bytes) -> dict[str, bytes]:
    listed = {"a.csv": {"rows": 1, "sha256": hashlib.sha256(content).hexdigest()}}
    return {"a.csv": content, "run.json": json.dumps({"written_by": "yosnlp", "files": listed}).encode()}


def put(out: Path, files: dict[str, bytes]) -> None:
    def fill(folder: Path) -> None:
        for name, content in files.items():
            (folder / name).write_bytes(content)

    replace(out, fill)


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_new_folder_with_its_parents(tmp_path: Path) -> None:
    put(tmp_path / "deep" / "out", ours(b"1"))
    assert held(tmp_path / "deep" / "out") == ours(b"1")


@pytest.mark.parametrize(
    "before", [{}, ours(b"old"), {**ours(b"old"), ".DS_Store": b""}], ids=["empty", "ours", "seen"]
)
def test_a_folder_that_may_be_replaced(tmp_path: Path, before: dict[str, bytes]) -> None:
    out = tmp_path / "out"
    out.mkdir()
    for name, content in before.items():
        (out / name).write_bytes(content)
    put(out, ours(b"new"))
    assert held(out) == ours(b"new")
    assert list(tmp_path.iterdir()) == [out], "nothing is left beside it"


@pytest.mark.parametrize(
    ("before", "message"),
    [
        pytest.param(
            {"notes.docx": b"x"}, r"did not write \(notes\.docx\)\. Choose another folder", id="foreign folder"
        ),
        pytest.param({**ours(b"1"), "notes.docx": b"x"}, r"did not write \(notes\.docx\)", id="a file beside ours"),
        pytest.param({**ours(b"1"), "a.csv": b"coded by hand"}, r"a\.csv changed since yosnlp wrote it", id="edited"),
        pytest.param({"run.json": b'{"written_by": "another", "files": {}}'}, r"\(run\.json\)", id="another's run"),
        pytest.param({"run.json": b"[]"}, r"\(run\.json\)", id="no run at all"),
        pytest.param(dict.fromkeys("abcde", b""), r"\(a, b, c and 2 more\)", id="many"),
    ],
)
def test_a_folder_that_is_left_alone(tmp_path: Path, before: dict[str, bytes], message: str) -> None:
    for name, content in before.items():
        (tmp_path / name).write_bytes(content)
    with pytest.raises(OutputExists, match=message):
        put(tmp_path, ours(b"new"))
    assert held(tmp_path) == before


def test_a_file_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(OutputExists, match="is a file, and a folder is needed"):
        check_free(tmp_path / "out")


@pytest.mark.parametrize(
    "failure", [OSError(28, "No space left on device"), KeyboardInterrupt()], ids=["full", "Ctrl-C"]
)
@pytest.mark.parametrize("step", ["write_bytes", "rename"])
def test_a_failure_leaves_the_former_folder_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, failure: BaseException
) -> None:
    out = tmp_path / "out"
    put(out, ours(b"old"))
    real = getattr(Path, step)

    def failing(self: Path, *args: object) -> object:
        if self.name in ("run.json", "new"):
            raise failure
        return real(self, *args)

    monkeypatch.setattr(Path, step, failing)
    expected = YosnlpError if isinstance(failure, OSError) else KeyboardInterrupt
    with pytest.raises(expected, match="No space left on device" if expected is YosnlpError else None):
        put(out, ours(b"new"))
    monkeypatch.undo()
    assert held(out) == ours(b"old")
    assert list(tmp_path.iterdir()) == [out]


def test_a_place_where_no_folder_can_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(YosnlpError, match=r"cannot be written .*choose another folder"):
        put(tmp_path / "file" / "out", ours(b"1"))
