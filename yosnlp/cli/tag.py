"""`yosnlp tag`: reports in, a folder of tables out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yosnlp.cli import terminal
from yosnlp.cli.choices import MODEL_HELP
from yosnlp.cli.group import UNREAD
from yosnlp.cli.progress import Progress, bar

if TYPE_CHECKING:
    from yosnlp.exchange import Table
    from yosnlp.records import Results

_FREQUENCY = (
    *("theme", "label", "polarity", "findings", "reports", "reports_in_scope"),
    *("share", "share_low", "share_high"),
)


def tag(paths: Sequence[Path], out: Path, *, model: str | None = None, progress: Progress | None = None) -> Results:
    """Read the reports in ``paths`` and write their tables to the folder ``out``, whole or not at all.

    Nothing is written if no report could be read. Raises NoReports, OutputExists, and YosnlpError for a
    folder that cannot be written or a model that cannot be used.
    """
    from yosnlp import exchange, pipeline

    exchange.check_free(out)  # before the work, not after
    results = pipeline.tag(paths, model=model, progress=progress)
    if results.reports:
        exchange.write(results, out, frequency=_frequency(results))
    return results


def _frequency(results: Results) -> Table:
    from yosnlp import analysis, exchange

    counted = analysis.frequency(exchange.frames(results))
    counted = counted[counted["polarity"] != analysis.ANY]
    rows = [{str(column): value for column, value in row.items()} for row in counted.to_dict("records")]
    return exchange.Table(_FREQUENCY, rows)


def tag_cli(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH", help="Reports, or folders with reports.")],
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder for the tables; new, or written before.")],
    model: Annotated[str | None, typer.Option(metavar="NAME", help=MODEL_HELP)] = None,
) -> None:
    """Read reports and write tables of findings, themes and ratings.

    Exit status: 0 all read; 1 some input could not be read, or only in part, the others are done; 2 the call is wrong.
    """
    with bar() as progress:
        results = tag(paths, out, model=model, progress=progress)
    for unread in results.unread:
        terminal.say(f"{unread.source}: not read: {unread.reason}")
    partial = [tagged.report for tagged in results.reports if tagged.report.missing]
    for report in partial:
        terminal.say(
            f"{report.document.source}: read in part: no section for standard {', '.join(report.missing)}. "
            "The file may be cut off: check its end, or extract the report again."
        )
    typer.echo(terminal.clean(_summary(results, out)))
    if partial or not all(unread.repeated for unread in results.unread):
        raise typer.Exit(UNREAD)


def _summary(results: Results, out: Path) -> str:
    """The closing line: what was read, what was not, and where the tables are."""
    findings = sum(len(tagged.findings) for tagged in results.reports)
    read = f"{_counted(len(results.reports), 'report')} read, {_counted(findings, 'finding')}"
    unread = f"; {_counted(len(results.unread), 'input')} not read" if results.unread else ""
    return f"{read}{unread}. {f'Tables: {out}' if results.reports else 'Nothing was written.'}"


def _counted(n: int, noun: str) -> str:
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"
