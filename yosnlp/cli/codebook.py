"""`yosnlp codebook`: the themes, what each takes in and leaves out, and how to decide between two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from yosnlp.cli import terminal
from yosnlp.cli.choices import chosen

if TYPE_CHECKING:
    from yosnlp.themes.codebook import Codebook, Theme


def codebook(theme: str | None = None) -> str:
    """The codebook as text; all of one theme if ``theme`` is given. Raises UnknownValueError for one not known."""
    from yosnlp.themes.codebook import load_codebook

    book = load_codebook()
    if theme is None:
        return "\n".join(_overview(book))
    name = chosen("theme", theme, {t.id: t.label for t in book.themes})
    return "\n".join(_theme(book, next(t for t in book.themes if t.id == name)))


def codebook_cli(
    theme: Annotated[str | None, typer.Argument(metavar="THEME", help="Only this theme.")] = None,
) -> None:
    """Show the themes, what each takes in and leaves out, and the rules between them."""
    typer.echo(codebook(theme))


def _overview(book: Codebook) -> Iterator[str]:
    yield f"Codebook, version {book.version}: {len(book.themes)} themes"
    for group, label in book.groups.items():
        yield f"\n{label}"
        for theme in book.themes:
            if theme.group == group:
                yield ""
                yield from (f"  {line}" if line else line for line in _theme(book, theme, grouped=True))
    yield "\nRules"
    for rule in book.rules:
        yield terminal.wrapped(rule, "  ")
    yield "\nPolarity"
    for polarity, definition in book.polarity.items():
        yield terminal.wrapped(f"{polarity}: {definition}", "  ")


def _theme(book: Codebook, theme: Theme, *, grouped: bool = False) -> Iterator[str]:
    yield f"{theme.id}: {theme.label}"
    if not grouped:
        yield terminal.wrapped(f"group: {book.groups[theme.group]}", "  ")
    yield terminal.wrapped(theme.definition, "  ")
    for name, examples in (("include", theme.include), ("exclude", theme.exclude)):
        if examples:
            yield terminal.wrapped(f"{name}: {'; '.join(examples)}", "  ")
    if not grouped:
        yield from (
            terminal.wrapped(f"rule: {rule}", "  ") for rule in book.rules if re.search(rf"\b{theme.id}\b", rule)
        )
