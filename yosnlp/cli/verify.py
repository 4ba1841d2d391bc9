"""`yosnlp verify`: whether a corpus is whole."""

from __future__ import annotations

import typer

from yosnlp.cli import terminal
from yosnlp.cli.corpus import DEFAULT, Where, counted

NOT_WHOLE = 1


def verify(where: str) -> tuple[list[str], int]:
    """What is wrong with the corpus at ``where``, a sentence each, and how many reports it has. Raises CorpusError."""
    from yosnlp.store import Corpus

    with Corpus.open(where) as corpus:
        wrong = corpus.verify()
        return wrong, 0 if wrong else len(corpus.stored())


def verify_cli(corpus: Where = DEFAULT) -> None:
    """Check a corpus: its database, and that every finding and its evidence stands in the stored text.

    Exit status: 0 whole; 1 not; 2 the call is wrong.
    """
    wrong, reports = verify(corpus)
    for line in wrong:
        typer.echo(terminal.clean(line))
    if wrong:
        terminal.say(f"{corpus}: {counted(len(wrong), 'thing')} wrong. Add the reports again, or take it from a copy.")
        raise typer.Exit(NOT_WHOLE)
    typer.echo(terminal.clean(f"{corpus}: whole, {counted(reports, 'report')}"))
