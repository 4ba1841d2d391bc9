"""`yosnlp tag`: reports in, a folder of tables out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from yosnlp.cli import terminal
from yosnlp.cli.group import UNREAD

if TYPE_CHECKING:
    from yosnlp.exchange import Table
    from yosnlp.records import Results

Progress: TypeAlias = Callable[[int, int, str], None]


def tag(paths: Sequence[Path], out: Path, *, model: str | None = None, progress: Progress | None = None) -> Results:
    """Read the reports in ``paths`` and write their tables to the folder ``out``, whole or not at all.

    Nothing is written if no report could be read. Raises NoReports, OutputExists, and YosnlpError for a
    folder that cannot be written or a model that cannot be used.
    """
    from yosnlp import exchange, pipeline
    from yosnlp.themes.codebook import load_codebook

    exchange.check_free(out)  # before the work, not after
    results = pipeline.tag(paths, model=model, progress=progress)
    if results.reports:
        labels = [(theme.id, theme.label) for theme in load_codebook().themes]
        themes = [theme for theme, _ in labels]
        exchange.write(results, out, themes=themes, frequency=_frequency(results, labels))
    return results


def _frequency(results: Results, labels: Sequence[tuple[str, str]]) -> Table:
    from yosnlp.analysis import theme_frequency
    from yosnlp.exchange import Table

    frame = theme_frequency(results.reports, labels)
    rows = [{str(column): value for column, value in row.items()} for row in frame.to_dict("records")]
    return Table(tuple(frame.columns), rows)


def tag_cli(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH", help="Reports, or folders with reports.")],
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder for the tables; new, or written before.")],
    model: Annotated[str | None, typer.Option(metavar="NAME", help="Model for the themes, if not the default.")] = None,
) -> None:
    """Read reports and write tables of findings, themes and ratings.

    Exit status: 0 all read; 1 some input could not be read, or only in part, the others are done; 2 the call is wrong.
    """
    with _bar() as progress:
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


@contextmanager
def _bar() -> Iterator[Progress | None]:
    """A progress bar on stderr for several files; nothing where stderr is no terminal."""
    import sys

    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", visible=False)

        def progress(done: int, total: int, source: str) -> None:
            name = escape(terminal.clean(Path(source).name))
            bar.update(task, completed=done, total=total, description=name, visible=total > 1)

        yield progress
