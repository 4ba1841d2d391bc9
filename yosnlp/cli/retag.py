"""`yosnlp retag`: the reports of a corpus tagged again, from the texts that it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from yosnlp.cli import terminal
from yosnlp.cli.choices import MODEL_HELP
from yosnlp.cli.corpus import DEFAULT, Where, going_on, told
from yosnlp.cli.group import UNREAD
from yosnlp.cli.progress import Progress, bar

if TYPE_CHECKING:
    from yosnlp.pipeline import Retagged


def retag(
    where: str, *, model: str | None = None, everything: bool = False, progress: Progress | None = None
) -> Retagged:
    """Tag again what another model or version tagged in the corpus at ``where``. Raises CorpusError, YosnlpError."""
    from yosnlp import pipeline
    from yosnlp.store import Corpus

    with Corpus.open(where) as corpus:
        return pipeline.retag(corpus, model, everything=everything, progress=progress)


def retag_cli(
    corpus: Where = DEFAULT,
    model: Annotated[
        str | None, typer.Option(metavar="NAME", help=f"{MODEL_HELP} Without it, the one that the corpus has.")
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Also what this model tagged already.")] = False,
) -> None:
    """Tag again the reports that another model or another version of yosnlp tagged; their files are not needed.

    Exit status: 0 all tagged; 1 some could not be tagged and are as they were; 2 the call is wrong.
    """
    with going_on(), bar() as progress:
        done = retag(corpus, model=model, everything=everything, progress=progress)
    for unread in done.unread:
        terminal.say(f"{unread.source}: left as it was: {unread.reason}")
    parts = [(len(done.retagged), "tagged again"), (len(done.unchanged), "unchanged"), (len(done.unread), "not tagged")]
    typer.echo(terminal.clean(f"{told(parts, 'no reports')}. Corpus: {corpus}"))
    if done.unread:
        raise typer.Exit(UNREAD)
