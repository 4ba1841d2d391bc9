"""`yosnlp check`: whether reports were read whole, and if not, why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, TypeAlias, get_args

import typer

from yosnlp.cli import terminal
from yosnlp.cli.choices import OCR_HELP, OTHER_HELP
from yosnlp.cli.corpus import counted
from yosnlp.cli.group import UNREAD
from yosnlp.cli.progress import Progress, bar

Entry: TypeAlias = Mapping[str, Any]

_COLUMNS = ("file", "grade", "programme", "service", "pages", "findings", "ratings", "in findings")
_REMARKS = ("file", "because", "code", "says", "page", "section", "offset")


def check(
    paths: Sequence[Path], *, ocr: bool = False, allow_other: bool = False, progress: Progress | None = None
) -> dict[str, Any]:
    """What was read of the reports in ``paths``, as in ``certificate.json``. Raises NoReports."""
    from yosnlp import exchange, pipeline
    from yosnlp.reading import Options

    checked = pipeline.check(paths, options=Options(ocr=ocr), allow_other=allow_other, progress=progress)
    return exchange.certificate(checked)


def complete(checked: Entry) -> bool:
    """Whether every input was read whole, or is the same report as another."""
    return all(entry["grade"] in ("complete", None) for entry in (*checked["reports"], *checked["unread"]))


def rows(checked: Entry) -> list[dict[str, Any]]:
    """A row a file: its grade, what it is, and how much was found."""
    from yosnlp.records import FindingKind

    read = [
        {
            "file": entry["source"],
            "grade": entry["grade"],
            "programme": entry["programme"],
            "service": entry["service"],
            "pages": entry["pages"],
            "findings": sum(entry["findings"][kind] for kind in get_args(FindingKind)),
            "ratings": _found(entry["certificate"]["ratings"]),
            "in findings": entry["certificate"]["share_in_findings"],
        }
        for entry in checked["reports"]
    ]
    unread = [{"file": entry["source"], "grade": entry["grade"] or "repeated"} for entry in checked["unread"]]
    return [*read, *unread]


def remarks(checked: Entry) -> list[dict[str, Any]]:
    """A row a reason or warning, with the file and the place that it is about."""
    told = [
        {"file": entry["source"], "because": kind, **{name: remark[name] for name in _REMARKS[2:]}}
        for entry in checked["reports"]
        for kind, key in (("reason", "reasons"), ("warning", "warnings"))
        for remark in entry["certificate"][key]
    ]
    for entry in checked["unread"]:
        kind, code = ("warning", "repeated") if entry["repeated"] else ("reason", "unreadable")
        told.append({"file": entry["source"], "because": kind, "code": code, "says": entry["reason"]})
    return told


def check_cli(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH", help="Reports, folders or ZIP files with reports.")],
    as_json: Annotated[bool, typer.Option("--json", help="The certificates as JSON, as in certificate.json.")] = False,
    to: Annotated[
        Path | None, typer.Option("--to", metavar="FILE", help="Write them: .csv, .xlsx, .parquet or .json.")
    ] = None,
    ocr: Annotated[bool, typer.Option("--ocr", help=OCR_HELP)] = False,
    allow_other: Annotated[bool, typer.Option("--allow-other", help=OTHER_HELP)] = False,
) -> None:
    """Check whether reports were read whole: a grade for each file, the reasons for it, and where they lie.

    Exit status: 0 all complete; 1 some in part or not at all; 2 the call is wrong.
    """
    from yosnlp import exchange

    if to is not None:
        exchange.check_name(to)
    with bar() as progress:
        checked = check(paths, ocr=ocr, allow_other=allow_other, progress=progress)
    if to is not None:
        _write(checked, to)
    if as_json:
        import json

        typer.echo(terminal.harmless(json.dumps(checked, ensure_ascii=False, indent=2)))
    elif to is None:
        _print(checked)
    typer.echo(terminal.clean(_summary(checked, to)), err=as_json)
    if not complete(checked):
        raise typer.Exit(UNREAD)


def _print(checked: Entry) -> None:
    shown = [[_shown(column, row.get(column)) for column in _COLUMNS] for row in rows(checked)]
    terminal.table(_COLUMNS, shown)
    for line in _told(checked):
        typer.echo(terminal.wrapped(line, indent="  "))


def _told(checked: Entry) -> Iterator[str]:
    """The reasons, then the warnings, of each file, each with its place."""
    for remark in remarks(checked):
        page, section = remark.get("page"), remark.get("section")
        place = ", ".join(
            part for part in (f"page {page}" if page else "", f"in “{section}”" if section else "") if part
        )
        yield f"{remark['file']}: {remark['because']}: {remark['says']}{f' ({place})' if place else ''}"


def _shown(column: str, value: Any) -> str:
    if value is None:
        return "not marked" if column == "pages" else ""
    return f"{value:.0%}" if column == "in findings" else str(value)


def _found(tally: Entry) -> str:
    return f"{len(tally['expected']) - len(tally['missing'])} of {len(tally['expected'])}"


def _write(checked: Entry, to: Path) -> None:
    """The certificates as JSON, or a table of files and one of remarks."""
    import pandas as pd

    from yosnlp import exchange

    if to.suffix.lower() == ".json":
        exchange.export_json(checked, to)
        return
    files = pd.DataFrame(rows(checked), columns=list(_COLUMNS))
    exchange.export({"files": files, "remarks": pd.DataFrame(remarks(checked), columns=list(_REMARKS))}, to)


def _summary(checked: Entry, to: Path | None) -> str:
    entries = [*checked["reports"], *checked["unread"]]
    grades = [entry["grade"] or "repeated" for entry in entries]
    told = ", ".join(f"{grades.count(g)} {g}" for g in ("complete", "partial", "failed", "repeated") if g in grades)
    return f"{counted(len(entries), 'file')}: {told}.{f' Certificates: {to}' if to else ''}"
