"""The README holds: every command in it runs, every command is in it, its tables are those that were made."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import typer.main
from typer.testing import CliRunner

from yosnlp.cli import app

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
LINES = [
    line.split("  #")[0].strip() for block in re.findall(r"```sh\n(.*?)```", README, re.S) for line in block.split("\n")
]
OURS = [line for line in LINES if line.startswith("yosnlp ") and "path/to" not in line]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the commands run one after the other: some use what others wrote."""
    made = tmp_path_factory.mktemp("readme")
    (made / "corpus").symlink_to(ROOT / "corpus")
    return made


@pytest.mark.parametrize("line", OURS, ids=OURS)
def test_every_command_runs(line: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    ran = CliRunner().invoke(app, shlex.split(line)[1:])
    assert ran.exit_code == 0, ran.output
    assert ran.output.strip()


def test_every_command_is_there() -> None:
    commands = set(typer.main.get_command(app).commands)  # type: ignore[attr-defined]
    assert commands == {line.split()[1] for line in OURS}


def test_every_file_of_the_output_is_explained(tmp_path: Path) -> None:
    CliRunner().invoke(app, ["tag", str(ROOT / "corpus/sample/aldermoor-yos.txt"), "--out", str(tmp_path / "out")])
    for path in (tmp_path / "out").iterdir():
        assert f"`{path.name}`" in README, path.name


@pytest.mark.parametrize("part", ["example", "figures"])
def test_made_parts_are_filled(part: str) -> None:
    made = re.search(rf"<!-- {part}: begin[^\n]*-->\n(.*?)<!-- {part}: end -->", README, re.S)
    assert made is not None
    assert made[1].startswith("|")


def test_make_targets_named_in_the_readme_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"^make (\w+)|`make (\w+)", README, re.M):
        target = "".join(target)
        assert re.search(rf"^{target}:", makefile, re.M), target
