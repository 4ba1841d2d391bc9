"""What the commands on figures share: tables by name, shown in the terminal or written to a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from yosnlp.cli import terminal
from yosnlp.cli.choices import chosen

if TYPE_CHECKING:
    import pandas as pd

    from yosnlp.tables import Tables

#: Makes a table when it is asked for.
Make: TypeAlias = "Callable[[], pd.DataFrame]"

ALL = "all"
OUT_ARGUMENT = typer.Argument(
    metavar="OUT", help="The folder of tables that 'yosnlp tag --out' wrote, or a corpus that 'yosnlp add' made."
)
TO_OPTION = typer.Option("--to", metavar="FILE", help="Write to a .csv, .xlsx, .parquet or .json file.")
Out: TypeAlias = Annotated[str, OUT_ARGUMENT]
To: TypeAlias = Annotated[Path | None, TO_OPTION]

_MOST = 200  # rows that a terminal is given


def picked(table: str, makers: Mapping[str, Make]) -> dict[str, pd.DataFrame]:
    """The tables that ``table`` names: one of ``makers``, or `ALL` of them. Raises UnknownValueError for another."""
    name = chosen("--table", table, {**dict.fromkeys(makers, ""), ALL: "every table"})
    return {name: makers[name]()} if name != ALL else {name: make() for name, make in makers.items()}


def give(frames: Mapping[str, pd.DataFrame], to: Path | None, columns: Mapping[str, Mapping[str, str]]) -> None:
    """Write ``frames`` to the file ``to``, or `show` each by its ``columns`` (all without)."""
    from yosnlp import exchange

    if to is not None:
        for path in exchange.export(frames, to):
            typer.echo(terminal.clean(f"Written: {path}"))
        return
    for name, frame in frames.items():
        if len(frames) > 1:
            typer.echo(f"\n{name}")
        show(frame, columns.get(name) or {str(column): f"{{{column}}}" for column in frame.columns})


def show(frame: pd.DataFrame, columns: Mapping[str, str]) -> None:
    """``frame`` as a table on stdout; says how many rows a long one leaves out.

    ``columns`` gives each column of the table by its heading and a template: ``"{reports} of {reports_in_scope}"``.
    """
    from yosnlp.exchange.export import plain_rows

    rows = [{name: _cell(name, value) for name, value in row.items()} for row in plain_rows(frame.head(_MOST))]
    terminal.table(list(columns), [[_filled(template, row) for template in columns.values()] for row in rows])
    if len(frame) > _MOST:
        terminal.say(f"{len(frame) - _MOST} further rows are not shown; --to FILE writes all")


def _filled(template: str, row: Mapping[str, str]) -> str:
    return template.format_map(row).replace(" (-)", "").replace("(-)", "")


def _cell(column: str, value: object) -> str:
    """A value as one reads it: shares as per cents, other fractions to two decimals, yes for true."""
    if value is None or value is False:
        return ""
    if value is True:
        return "yes"
    if isinstance(value, float):
        return f"{value:.0%}" if "share" in column or "chance" in column else f"{value:.2f}"
    return str(value)


def say_apart(tables: Tables) -> None:
    """Say how many reports are no inspection of one service, and so in no share of inspections."""
    from yosnlp.analysis import scope
    from yosnlp.cli.corpus import counted

    others = len(tables.reports) - len(scope.inspected(tables).reports)
    if others:
        verb = "is" if others == 1 else "are"
        terminal.say(
            f"{counted(others, 'report')} {verb} no inspection of one service (thematic, annual and the like): in no "
            "share of inspections, and rated nowhere"
        )
