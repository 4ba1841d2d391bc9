"""`yosnlp tag`: reports in, a folder of tables out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yosnlp.cli import terminal
from yosnlp.cli.choices import MODEL_HELP
from yosnlp.cli.corpus import counted
from yosnlp.cli.group import UNREAD
from yosnlp.cli.progress import Progress, bar
from yosnlp.errors import YosnlpError

if TYPE_CHECKING:
    from yosnlp.exchange import Content
    from yosnlp.records import Results
    from yosnlp.tables import Tables

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
        _write(exchange.Content.of(results), out)
    return results


def write_corpus(where: str, out: Path) -> Tables:
    """Write what the corpus at ``where`` holds to the folder ``out``. Raises as `tag` does, or CorpusError."""
    from yosnlp import exchange
    from yosnlp.store import Corpus

    exchange.check_free(out)
    with Corpus.open(where) as corpus:
        return _write(corpus.content(), out)


def _write(content: Content, out: Path) -> Tables:
    from yosnlp import analysis, exchange

    tables = content.tables()
    often = analysis.frequency(tables)
    often = often[often["polarity"] != analysis.ANY]
    rows = [{str(column): value for column, value in row.items()} for row in often.to_dict("records")]
    exchange.write(content, out, frequency=exchange.Table(_FREQUENCY, rows))
    return tables


def tag_cli(
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help="Reports, folders with reports, or one corpus.")],
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder for the tables; new, or written before.")],
    model: Annotated[str | None, typer.Option(metavar="NAME", help=MODEL_HELP)] = None,
) -> None:
    """Read reports and write tables of findings, themes and ratings.

    Exit status: 0 all read; 1 some input could not be read, or only in part, the others are done; 2 the call is wrong.
    """
    from yosnlp.store import is_corpus

    if len(paths) == 1 and is_corpus(paths[0]):
        if model is not None:
            raise YosnlpError(f"--model does not go with a corpus: yosnlp retag --corpus {paths[0]} --model {model}")
        held = write_corpus(paths[0], out)
        read = f"{counted(len(held.reports), 'report')} of the corpus, {counted(len(held.findings), 'finding')}"
        typer.echo(terminal.clean(f"{read}. Tables: {out}"))
        return
    with bar() as progress:
        results = tag([Path(path) for path in paths], out, model=model, progress=progress)
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
    read = f"{counted(len(results.reports), 'report')} read, {counted(findings, 'finding')}"
    unread = f"; {counted(len(results.unread), 'input')} not read" if results.unread else ""
    return f"{read}{unread}. {f'Tables: {out}' if results.reports else 'Nothing was written.'}"
