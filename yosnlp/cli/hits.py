"""Hits of a search on a terminal: matched words in bold, and how the good matches are spread."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from yosnlp.cli.terminal import clean

if TYPE_CHECKING:
    from rich.text import Text

    from yosnlp.store.found import Found, Hit

_INDENT = 4
_MOST_FACETS = 6


def show(hits: Sequence[Hit]) -> None:
    """Print hits: where each stands, its themes, and its text with what is beside it."""
    for hit in hits:
        head = f"{hit.rank}. {_joined(hit.service, hit.year, f'programme {hit.programme}', hit.finding_id)}"
        standard = _joined(hit.standard_id, hit.standard, by=" ")
        rated = f"{standard} ({hit.rating})" if standard and hit.rating else standard
        repeated = f"said {len(hit.repeats) + 1} times" if hit.repeats else None
        page = f"page {hit.page}" if hit.page else None
        typer.echo(clean(head))
        typer.echo(clean(f"    {_joined(rated, hit.polarity, ', '.join(hit.themes), page, repeated)}"))
        for beside in (b for b in hit.context if b.distance < 0):
            _print(_plain(f"[{beside.distance}] {beside.text}"), dim=True)
        _print(_marked(hit))
        for beside in (b for b in hit.context if b.distance > 0):
            _print(_plain(f"[+{beside.distance}] {beside.text}"), dim=True)
        typer.echo("")


def show_facets(found: Found) -> None:
    """Print how the good matches are spread."""
    more = f"the best {len(found.hits):,} of " if found.total > len(found.hits) else ""
    typer.echo(f"{more}{found.total:,} good match{'' if found.total == 1 else 'es'}")
    for name, counts in found.facets.items():
        shown = [f"{value} {n:,}" for value, n in list(counts.items())[:_MOST_FACETS]]
        left = f", {len(counts) - _MOST_FACETS} more" if len(counts) > _MOST_FACETS else ""
        if shown:
            typer.echo(clean(f"  {name}: {', '.join(shown)}{left}"))


def _joined(*parts: object, by: str = "  ") -> str:
    return by.join(str(part) for part in parts if part not in (None, ""))


def _marked(hit: Hit) -> Text:
    """The text with its marks in bold; cleaned part by part, so that the marks stay where they are."""
    from rich.text import Text

    made, at = Text(), 0
    for start, end in hit.marks:
        made.append(clean(hit.text[at:start]))
        made.append(clean(hit.text[start:end]), style="bold")
        at = end
    return made.append(clean(hit.text[at:]))


def _plain(text: str) -> Text:
    from rich.text import Text

    return Text(clean(text))


def _print(text: Text, *, dim: bool = False) -> None:
    """Print indented: broken at the width of a terminal, on one line and without styles elsewhere."""
    from rich.console import Console
    from rich.padding import Padding

    if not sys.stdout.isatty():
        typer.echo(f"{' ' * _INDENT}{text.plain}")
        return
    console = Console(highlight=False)
    with console.capture() as printed:
        console.print(Padding(text, (0, 0, 0, _INDENT)), style="dim" if dim else "")
    typer.echo(printed.get(), nl=False)
