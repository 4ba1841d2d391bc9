"""Text for a terminal: what a report holds must not steer it."""

from __future__ import annotations

import shutil
import sys
import textwrap
import unicodedata
from collections.abc import Iterable, Sequence

import typer

_PIPED_WIDTH = 160
_DIRECTION = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"  # they reorder what one sees


def clean(text: str) -> str:
    """``text`` on one line, without control codes."""
    spaced = "".join(" " if char.isspace() else char for char in text)
    return "".join(char for char in spaced if not _steers(char))


def harmless(text: str) -> str:
    """JSON that means the same, with what steers a terminal written as its number."""
    return "".join(f"\\u{ord(char):04x}" if _steers(char) and char != "\n" else char for char in text)


def _steers(char: str) -> bool:
    return unicodedata.category(char) in ("Cc", "Cs") or char in _DIRECTION


def wrapped(text: str, indent: str = "") -> str:
    """``text`` cleaned and indented; broken at the width of the terminal, unbroken where there is none."""
    if not sys.stdout.isatty():
        return f"{indent}{clean(text)}"
    width = min(shutil.get_terminal_size().columns, 120)
    return textwrap.fill(clean(text), width, initial_indent=indent, subsequent_indent=indent)


def say(message: str) -> None:
    """One line to stderr."""
    typer.echo(f"yosnlp: {clean(message)}", err=True)


def say_all(message: str) -> None:
    """Each line of ``message`` to stderr: problems that are told at once stand below one another."""
    first, *others = message.splitlines() or [""]
    say(first)
    for line in others:
        typer.echo(f"  {clean(line)}", err=True)


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """A table on stdout. Report text goes in as plain text: neither control codes nor Rich's own mark-up."""
    from rich.box import SIMPLE
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    shown = Table(*columns, box=SIMPLE)
    for row in rows:
        shown.add_row(*(Text(clean(str(cell))) for cell in row))
    console = Console(width=None if sys.stdout.isatty() else _PIPED_WIDTH)
    with console.capture() as printed:
        console.print(shown)
    typer.echo(printed.get(), nl=False)
