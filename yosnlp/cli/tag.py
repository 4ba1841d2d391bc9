"""`yosnlp tag`: reports in, a folder of tables out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yosnlp.cli import terminal
from yosnlp.cli.choices import MODEL_HELP, OCR_HELP, OTHER_HELP
from yosnlp.cli.corpus import counted
from yosnlp.cli.grades import in_part
from yosnlp.cli.group import STOPPED, UNREAD
from yosnlp.cli.progress import Progress, bar
from yosnlp.errors import YosnlpError

if TYPE_CHECKING:
    from yosnlp.pipeline import Written
    from yosnlp.tables import Tables


def tag(
    paths: Sequence[Path],
    out: Path,
    *,
    model: str | None = None,
    ocr: bool = False,
    allow_other: bool = False,
    resume: bool = False,
    progress: Progress | None = None,
) -> Written:
    """Read the reports in ``paths`` and write their tables to the folder ``out``, whole or not at all.

    Nothing is written if no report could be read. Raises NoReports, OutputExists, and YosnlpError for a
    folder that cannot be written, a model that cannot be used or nothing to ``resume``.
    """
    from yosnlp import pipeline
    from yosnlp.reading import Options

    return pipeline.tag_to(
        paths, out, model=model, options=Options(ocr=ocr), allow_other=allow_other, resume=resume, progress=progress
    )


def write_corpus(where: str, out: Path) -> Tables:
    """Write what the corpus at ``where`` holds to the folder ``out``. Raises as `tag` does, or CorpusError."""
    from yosnlp import exchange, pipeline
    from yosnlp.store import Corpus

    exchange.check_free(out)
    with Corpus.open(where) as corpus:
        content = corpus.content()
    pipeline.write_tables(content, out)
    return content.tables()


def tag_cli(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH", help="Reports, folders or ZIP files with reports, or one corpus.")
    ],
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder for the tables; new, or written before.")],
    model: Annotated[str | None, typer.Option(metavar="NAME", help=MODEL_HELP)] = None,
    ocr: Annotated[bool, typer.Option("--ocr", help=OCR_HELP)] = False,
    allow_other: Annotated[bool, typer.Option("--allow-other", help=OTHER_HELP)] = False,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with a run into DIR that was stopped.")] = False,
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
    _say_unfinished(out, resume=resume)
    try:
        with bar() as progress:
            given = [Path(path) for path in paths]
            options = {"ocr": ocr, "allow_other": allow_other, "resume": resume}
            written = tag(given, out, model=model, progress=progress, **options)
    except KeyboardInterrupt as e:
        _say_stopped(out)
        raise typer.Exit(STOPPED) from e
    for unread in written.unread:
        terminal.say(f"{unread.source}: not read: {unread.reason}")
    for partial in written.partial:
        terminal.say(in_part(partial))
    typer.echo(terminal.clean(_summary(written, out)))
    if not all(partial.text_whole for partial in written.partial) or not all(
        unread.repeated for unread in written.unread
    ):
        raise typer.Exit(UNREAD)


def _say_unfinished(out: Path, *, resume: bool) -> None:
    """Say what becomes of a run into the same folder that was stopped."""
    from yosnlp.exchange import Unfinished

    kept = Unfinished(out).count()
    if kept and not resume:
        terminal.say(
            f"a run into {out} was stopped after {counted(kept, 'file')}; begun anew, as --resume is not given"
        )


def _say_stopped(out: Path) -> None:
    from yosnlp.exchange import Unfinished

    kept = Unfinished(out).count()
    terminal.say(
        f"stopped; {counted(kept, 'file')} done and kept in {Unfinished(out).folder}. "
        "Go on with the same command and --resume"
        if kept
        else "stopped; nothing was written"
    )


def _summary(written: Written, out: Path) -> str:
    """The closing line: what was read, what was not, and where the tables are."""
    read = f"{counted(written.reports, 'report')} read, {counted(written.findings, 'finding')}"
    unread = f"; {counted(len(written.unread), 'input')} not read" if written.unread else ""
    return f"{read}{unread}. {f'Tables: {out}' if written.reports else 'Nothing was written.'}"
