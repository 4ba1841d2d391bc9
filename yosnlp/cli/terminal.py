"""Text for a terminal: what a report holds must not steer it."""

from __future__ import annotations

import shutil
import sys
import textwrap
import unicodedata

import typer

_DIRECTION = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"  # they reorder what one sees


def clean(text: str) -> str:
    """``text`` on one line, without control codes."""
    spaced = "".join(" " if char.isspace() else char for char in text)
    return "".join(char for char in spaced if unicodedata.category(char) not in ("Cc", "Cs") and char not in _DIRECTION)


def wrapped(text: str, indent: str = "") -> str:
    """``text`` cleaned and indented; broken at the width of the terminal, unbroken where there is none."""
    if not sys.stdout.isatty():
        return f"{indent}{clean(text)}"
    width = min(shutil.get_terminal_size().columns, 120)
    return textwrap.fill(clean(text), width, initial_indent=indent, subsequent_indent=indent)


def say(message: str) -> None:
    """One line to stderr."""
    typer.echo(f"yosnlp: {clean(message)}", err=True)
