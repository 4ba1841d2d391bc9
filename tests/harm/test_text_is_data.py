"""What a report says is data wherever it goes: no formula, no element of a page, no control of a terminal, no path."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from lxml import html
from typer.testing import CliRunner

from yosnlp import resources
from yosnlp.cli import app

FORMULAS = [
    '=HYPERLINK("http://planted","Staff")',
    "+cmd|' /C planted'!A0",
    "@SUM(1+planted)",
    "-2+3+planted",
    "\t=planted()",
    "\r=planted()",
    "＝planted()",
    "\u200b=planted()",
]
ACTING = [
    "<script>planted()</script>",
    '"><img src=x onerror=planted()>',
    "</td></table><svg/onload=planted()>",
    "'-planted()-'",
    "{{ planted }} {% planted %}",
    "]]><!--planted",
    "[click](javascript:planted())",
]
STEERING = [
    "\x1b[31mplanted\x1b[0m",
    "\x1b]0;planted\x07",
    "\x9b2Jplanted",
    "\u202eplanted\u202c",
    "\x08\x08planted",
    "\x7fplanted",
]
HOSTILE = [*FORMULAS, *ACTING, *STEERING]
NAME = "=1+1 \x1b[31m<img src=x onerror=planted()> \u202ereport.txt"
_BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def hostile(text: str) -> str:
    """A report whose service, headings and findings hold all that may do harm, each where it would begin a cell."""
    lines, at = [], 0
    for line in text.split("\n"):
        sign, space, said = line.partition(" ")
        planted = HOSTILE[at % len(HOSTILE)]
        if sign == "•" and space:
            line, at = f"• {planted} {said}", at + 1
        elif line[:3].replace(".", "").isdigit() and len(line) < 60:
            line, at = (
                f"{line}\n\n{planted} was said by inspectors, who found that staff were good at their work.",
                at + 1,
            )
        lines.append(line.replace("youth offending services in", f"youth offending services in <b>{ACTING[0]}</b>"))
    return "\n".join(lines)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A hostile report under a hostile name, the same in an archive, and one that cannot be read under such a name."""
    folder = tmp_path_factory.mktemp("hostile")
    text = hostile(resources.corpus("sample", "aldermoor-yos.txt").read_text(encoding="utf-8"))
    work = folder / "in"
    work.mkdir()
    (work / NAME).write_bytes(text.encode())
    (work / f"x{NAME}.docx").write_bytes(b"PK\x03\x04\x1b[31m")
    with zipfile.ZipFile(work / "all.zip", "w") as archive:
        second = text.replace("Aldermoor", "Brackwater").replace("2018", "2019")
        archive.writestr(f"../../{NAME}", second)
        archive.writestr("/etc/\x1b[2Jpasswd.md", "not a report \x1b[31m")
    return folder


@pytest.fixture(scope="module")
def said(folder: Path) -> dict[str, str]:
    """What each command said, to stdout and stderr."""
    work, out, corpus = folder / "in", folder / "out", folder / "yos.db"
    themes = ["victims", "partnership_working"]
    commands = {
        "tag": ["tag", work, "--out", out, "--model", "fast"],
        "check": ["check", work],
        "check json": ["check", work, "--json"],
        "check csv": ["check", work, "--to", folder / "check.csv"],
        "check xlsx": ["check", work, "--to", folder / "check.xlsx"],
        "findings": ["findings", work / NAME, "--model", "fast"],
        "findings json": ["findings", work / NAME, "--model", "fast", "--json"],
        "ratings": ["ratings", work / NAME, "--questions"],
        "add": ["add", work, "--corpus", corpus, "--model", "fast"],
        "list": ["list", "--corpus", corpus],
        "search": ["search", "planted staff", "--corpus", corpus, "--how", "words"],
        "search csv": ["search", "planted", "--corpus", corpus, "--how", "words", "--to", folder / "found.csv"],
        "search xlsx": ["search", "planted", "--corpus", corpus, "--how", "words", "--to", folder / "found.xlsx"],
        "verify": ["verify", "--corpus", corpus],
        "report": ["report", out, "--to", folder / "report.html", "--no-compare", "--title", ACTING[0]],
        "frequency": ["frequency", out, "--by", "service"],
        "frequency xlsx": ["frequency", out, "--by", "service", "--table", "all", "--to", folder / "frequency.xlsx"],
        "frequency csv": ["frequency", out, "--by", "service", "--to", folder / "frequency.csv"],
        "ledger": ["ledger", out],
        **{
            f"evidence {kind}": ["evidence", out, *(f"--theme={t}" for t in themes), "--to", folder / f"pack.{kind}"]
            for kind in ("docx", "xlsx", "md")
        },
    }
    heard = {}
    for name, command in commands.items():
        outcome = CliRunner().invoke(app, [str(part) for part in command], prog_name="yosnlp")
        assert outcome.exit_code in (0, 1), (name, outcome.output, outcome.exception)
        assert outcome.exception is None or isinstance(outcome.exception, SystemExit), (name, outcome.exception)
        heard[name] = outcome.stdout + outcome.stderr
    return heard


def test_what_was_planted_was_read(said: dict[str, str]) -> None:
    """Or what follows would not show much."""
    assert "planted" in said["findings"]
    assert "planted" in said["search"]


def test_nothing_said_on_a_terminal_steers_it(said: dict[str, str]) -> None:
    for name, heard in said.items():
        steering = {c for c in heard if (unicodedata.category(c) in ("Cc", "Cs") and c != "\n") or c in _BIDI}
        assert not steering, name


def begins_a_formula(cell: str) -> bool:
    """Whether a spreadsheet would take the cell for a formula: not what is a number."""
    visible = "".join(c for c in cell if unicodedata.category(c)[0] not in "CZ")
    try:
        float(visible)
    except ValueError:
        return visible[:1] in tuple("=+-@＝＋－＠") or cell[:1] in ("\t", "\r")
    return False


def tables(folder: Path) -> Iterator[tuple[str, list[list[str]]]]:
    for path in sorted([*folder.glob("*.csv"), *(folder / "out").glob("*.csv")]):
        yield path.name, list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))


@pytest.mark.usefixtures("said")
def test_no_cell_of_a_table_begins_a_formula(folder: Path) -> None:
    found = dict(tables(folder))
    assert {"findings.csv", "check.csv", "found.csv", "frequency.csv"} <= set(found)
    assert any("planted" in cell for row in found["findings.csv"] for cell in row)
    for name, rows in found.items():
        for row in rows:
            assert not [cell for cell in row if begins_a_formula(cell)], name


@pytest.mark.usefixtures("said")
def test_no_cell_of_a_workbook_is_a_formula_or_a_link(folder: Path) -> None:
    books = sorted(folder.glob("*.xlsx"))
    assert len(books) == 4
    for path in books:
        for sheet in openpyxl.load_workbook(path).worksheets:
            for cell in (cell for row in sheet.iter_rows() for cell in row):
                assert cell.data_type != "f", (path.name, cell.coordinate)
                if isinstance(cell.value, str):  # typed as text: nothing is computed when the book is opened
                    assert cell.data_type in ("s", "inlineStr"), (path.name, cell.value)
                assert not (cell.hyperlink and "planted" in (cell.hyperlink.target or "")), (path.name, cell.coordinate)


@pytest.mark.usefixtures("said")
def test_the_page_holds_no_element_but_its_own(folder: Path) -> None:
    """Compared with the page of the report as it was before anything was planted."""
    good, out, page = folder / "good.txt", folder / "good", folder / "good.html"
    good.write_bytes(resources.corpus("sample", "aldermoor-yos.txt").read_bytes())
    for command in (["tag", good, "--out", out, "--model", "fast"], ["report", out, "--to", page, "--no-compare"]):
        CliRunner().invoke(app, [str(part) for part in command], prog_name="yosnlp")
    ours, theirs = (html.fromstring(path.read_bytes()) for path in (page, folder / "report.html"))
    assert "planted" in theirs.text_content()
    assert {e.tag for e in theirs.iter()} <= {e.tag for e in ours.iter()}
    scripts = [[s.text for s in root.iter("script")] for root in (ours, theirs)]
    assert Counter(scripts[0]) == Counter(scripts[1])
    for element in theirs.iter():
        for name, value in element.attrib.items():
            assert not name.lower().startswith("on"), (element.tag, name)
            if name in ("href", "src", "action", "style", "srcdoc"):
                assert "planted" not in value, (element.tag, name, value)


@pytest.mark.usefixtures("said")
def test_what_a_data_team_loads_holds_the_text_as_it_stands(folder: Path) -> None:
    """JSON needs no disarming: a formula is one there as the report has it."""
    lines = (folder / "out" / "findings.jsonl").read_text(encoding="utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in lines]
    assert any(text.startswith("=HYPERLINK") for text in texts)


@pytest.mark.usefixtures("said")
def test_nothing_is_written_but_what_was_asked_for(folder: Path) -> None:
    written = {path.relative_to(folder).parts[0] for path in folder.rglob("*")}
    asked = {
        "in",
        "out",
        "yos.db",
        "report.html",
        "pack.docx",
        "pack.md",
        "pack.xlsx",
        "frequency.csv",
        "frequency.xlsx",
    }
    assert written - {"good", "good.html", "good.txt"} == {
        *asked,
        "check.csv",
        "check.xlsx",
        "check_remarks.csv",
        "found.csv",
        "found.xlsx",
    }
    assert sorted(path.name for path in (folder / "in").iterdir()) == sorted([NAME, f"x{NAME}.docx", "all.zip"])
