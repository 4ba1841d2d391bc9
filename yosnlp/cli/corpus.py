"""What the commands on a corpus share: where it is, and how they count and end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Annotated, TypeAlias

import typer

from yosnlp.cli import terminal
from yosnlp.cli.group import STOPPED

DEFAULT = "yos.db"

#: The option that names the corpus.
Where: TypeAlias = Annotated[
    str,
    typer.Option("--corpus", metavar="FILE", help="The corpus: a file, or postgresql://USER@HOST/DATABASE for a team."),
]


def counted(n: int, noun: str) -> str:
    """``n`` things, such as ``1 report`` or ``3 reports``."""
    return f"{n:,} {noun}" if n == 1 else f"{n:,} {noun}s"


def told(parts: Sequence[tuple[int, str]], nothing: str) -> str:
    """What was done to how many, such as ``3 reports added, 1 replaced``; ``nothing`` where all are none."""
    some = [(n, what) for n, what in parts if n]
    if not some:
        return nothing
    (first, what), *others = some
    return ", ".join([f"{counted(first, 'report')} {what}", *(f"{n:,} {what}" for n, what in others)])


@contextmanager
def going_on() -> Iterator[None]:
    """Ctrl-C ends work that is kept report by report."""
    try:
        yield
    except KeyboardInterrupt as e:
        terminal.say("stopped; the reports done so far are kept, and the same command goes on from there")
        raise typer.Exit(STOPPED) from e
