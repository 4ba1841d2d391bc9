"""`yosnlp add`: reports into a corpus."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yosnlp.cli import terminal
from yosnlp.cli.choices import MODEL_HELP, OCR_HELP, OTHER_HELP
from yosnlp.cli.corpus import DEFAULT, Where, counted, going_on, told
from yosnlp.cli.grades import in_part
from yosnlp.cli.group import UNREAD
from yosnlp.cli.progress import Progress, bar

if TYPE_CHECKING:
    from yosnlp.pipeline import Added


def add(
    paths: Sequence[Path],
    where: str,
    *,
    model: str | None = None,
    ocr: bool = False,
    allow_other: bool = False,
    progress: Progress | None = None,
) -> Added:
    """Bring the corpus at ``where``, made where there is none, up to date with the reports in ``paths``.

    Raises NoReports and YosnlpError for an unknown model before a corpus is made, and CorpusError.
    """
    from yosnlp import pipeline, reading, themes
    from yosnlp.store import Corpus

    reading.inputs(paths)
    if model is not None:
        themes.sha256_of(model)
    with Corpus.open(where, create=True) as corpus:
        options = reading.Options(ocr=ocr)
        return pipeline.add(paths, corpus, model=model, options=options, allow_other=allow_other, progress=progress)


def add_cli(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH", help="Reports, folders or ZIP files with reports.")],
    corpus: Where = DEFAULT,
    model: Annotated[
        str | None, typer.Option(metavar="NAME", help=f"{MODEL_HELP} Without it, the one that the corpus has.")
    ] = None,
    ocr: Annotated[bool, typer.Option("--ocr", help=OCR_HELP)] = False,
    allow_other: Annotated[bool, typer.Option("--allow-other", help=OTHER_HELP)] = False,
) -> None:
    """Add reports to a corpus: what it has already is passed over, what changed is done again.

    Exit status: 0 all read; 1 some input could not be read, or only in part, the others are done; 2 the call is wrong.
    """
    with going_on(), bar() as progress:
        done = add(paths, corpus, model=model, ocr=ocr, allow_other=allow_other, progress=progress)
    for unread in done.unread:
        terminal.say(f"{unread.source}: not read: {unread.reason}")
    for partial in done.partial:
        terminal.say(in_part(partial))
    typer.echo(terminal.clean(_summary(done, corpus)))
    if done.others:
        verb = "was" if done.others == 1 else "were"
        of = counted(done.others, "report")
        terminal.say(f"{of} of the corpus {verb} tagged by another model or version: see yosnlp retag")
    if not all(partial.text_whole for partial in done.partial) or not all(unread.repeated for unread in done.unread):
        raise typer.Exit(UNREAD)


def _summary(done: Added, where: str) -> str:
    """The closing line: what became of the inputs, and where the corpus is."""
    parts = [
        (len(done.added), "added"),
        (len(done.replaced), "done again"),
        (len(done.moved), "moved"),
        (len(done.unchanged), "unchanged"),
    ]
    unread = f"; {counted(len(done.unread), 'input')} not read" if done.unread else ""
    return f"{told(parts, 'nothing added')}{unread}. Corpus: {where}"
