"""Markdown tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    """The lines of a table, a cell a column in each row."""
    head = [f"| {' | '.join(columns)} |", "|" + "---|" * len(columns)]
    return head + [f"| {' | '.join(str(cell) for cell in row)} |" for row in rows]


def part(n: int, of: int) -> str:
    """A count with its share: "8/10 80.0%"."""
    return f"{n}/{of} {n / of:.1%}" if of else "none"
