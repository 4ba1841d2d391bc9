"""`yosnlp remove`: reports out of a corpus."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from yosnlp.cli import terminal
from yosnlp.cli.corpus import DEFAULT, Where, counted


def remove(report_ids: Sequence[str], where: str) -> None:
    """Remove the reports from the corpus at ``where``; none if one of them is not there. Raises CorpusError."""
    from yosnlp.store import Corpus

    with Corpus.open(where) as corpus:
        corpus.remove(report_ids)


def remove_cli(
    reports: Annotated[list[str], typer.Argument(metavar="REPORT", help="Ids of reports, as yosnlp list shows them.")],
    corpus: Where = DEFAULT,
) -> None:
    """Remove reports from a corpus, with their text and findings. Their files are left alone."""
    wanted = list(dict.fromkeys(reports))
    remove(wanted, corpus)
    typer.echo(terminal.clean(f"{counted(len(wanted), 'report')} removed. Corpus: {corpus}"))
