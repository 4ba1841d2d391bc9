"""What all commands share: help with an example, a quick start, and a quiet end."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

import yosnlp
from tests.cli.conftest import Run
from yosnlp.cli import app, terminal

COMMANDS = (
    "tag",
    "check",
    "findings",
    "ratings",
    "frequency",
    "ledger",
    "compare",
    "gaps",
    "report",
    "evidence",
    "review",
    "add",
    "list",
    "search",
    "retag",
    "remove",
    "verify",
    "codebook",
    "train",
    "evaluate",
    "version",
)
HEAVY = ("pandas", "spacy", "sklearn", "pydantic", "yaml", "numpy", "rich")
ENVIRONMENT = os.environ | {"PYTHONPATH": str(Path(yosnlp.__file__).parents[1])}


@pytest.mark.parametrize(
    "command", [(), *((name,) for name in COMMANDS)], ids=lambda command: " ".join(command) or "all"
)
def test_help_has_an_example(run: Run, command: tuple[str, ...]) -> None:
    outcome = run(*command, "--help")
    assert outcome.exit_code == 0
    assert f"Example: yosnlp {' '.join(command)}" in outcome.stdout


def test_help_names_every_command() -> None:
    assert tuple(command.name for command in app.registered_commands) == COMMANDS


def test_version(run: Run) -> None:
    assert run("version").stdout == f"yosnlp {yosnlp.__version__}, codebook 1\n"


def test_start_imports_nothing_heavy() -> None:
    code = f"import sys, yosnlp.cli; print([m for m in {HEAVY} if m in sys.modules])"
    made = subprocess.run([sys.executable, "-c", code], env=ENVIRONMENT, capture_output=True, text=True, check=True)
    assert made.stdout == "[]\n"


def test_a_reader_that_has_had_enough_ends_it_quietly() -> None:
    code = "from yosnlp.cli import main; main()"
    read, write = os.pipe()
    os.close(read)
    made = subprocess.run(
        [sys.executable, "-c", code, "--help"], env=ENVIRONMENT, stdout=write, stderr=subprocess.PIPE, check=False
    )
    os.close(write)
    assert b"Traceback" not in made.stderr
    assert b"BrokenPipe" not in made.stderr


def test_a_command_whose_reader_has_gone_still_ends_well(monkeypatch: pytest.MonkeyPatch) -> None:
    code = "import sys; sys.argv = ['yosnlp', 'version']; import yosnlp.cli as c; c.main()"
    patched = (
        "import sys, types; m = types.ModuleType('yosnlp.themes.codebook');"
        "m.load_codebook = lambda: types.SimpleNamespace(version=1); sys.modules[m.__name__] = m;"
    )
    read, write = os.pipe()
    os.close(read)
    made = subprocess.run(
        [sys.executable, "-c", patched + code], env=ENVIRONMENT, stdout=write, stderr=subprocess.PIPE, check=False
    )
    os.close(write)
    assert (made.returncode, made.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a\x1b[31mb", "a[31mb", id="escape"),
        pytest.param("a\r\nb\tc", "a  b c", id="white space"),
        pytest.param("a\x9bb\x7f", "ab", id="C1 and delete"),
        pytest.param("a\u202eb", "ab", id="direction"),
        pytest.param("é ’ –", "é ’ –", id="letters and signs"),
    ],
)
def test_clean(text: str, expected: str) -> None:
    assert terminal.clean(text) == expected


def test_no_command_shows_help() -> None:
    outcome = CliRunner().invoke(app, [], prog_name="yosnlp")
    assert "Commands" in outcome.output
