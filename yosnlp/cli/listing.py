"""`yosnlp list`: the reports of a corpus."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yosnlp.cli import terminal
from yosnlp.cli.corpus import DEFAULT, Where, counted

if TYPE_CHECKING:
    import pandas as pd

_SHOWN = ("report_id", "service", "programme", "year", "overall_rating", "findings", "added", "model")
_DAY = 10  # characters of a date


def list_reports(where: str) -> pd.DataFrame:
    """A row a report, as `Corpus.reports`. Raises CorpusError."""
    from yosnlp.store import Corpus

    with Corpus.open(where) as corpus:
        return corpus.reports()


def list_cli(
    corpus: Where = DEFAULT,
    to: Annotated[
        Path | None, typer.Option("--to", metavar="FILE", help="Write them: .csv, .xlsx, .parquet or .json.")
    ] = None,
) -> None:
    """List the reports of a corpus: service, programme, year, findings, when they were added and by which model."""
    from yosnlp import exchange

    if to is not None:
        exchange.check_name(to)
    reports = list_reports(corpus)
    if to is not None:
        exchange.export({"reports": reports}, to)
        typer.echo(terminal.clean(f"{counted(len(reports), 'report')}. Table: {to}"))
        return
    if reports.empty:
        terminal.say(f"{corpus}: no reports yet. Add some: yosnlp add PATH... --corpus {corpus}")
        return
    rows = reports[list(_SHOWN)].astype("object").where(reports[list(_SHOWN)].notna(), "")
    terminal.table(_SHOWN, [[*row[:-2], str(row[-2])[:_DAY], row[-1]] for row in rows.itertuples(index=False)])
    typer.echo(f"{counted(len(reports), 'report')}, {counted(int(reports['findings'].sum()), 'finding')}")
