"""What a command says of a report that was read in part."""

from __future__ import annotations

from collections.abc import Sequence

_TOLD = 3  # reasons


def in_part(source: str, reasons: Sequence[str]) -> str:
    """A line that says which file was read in part, and the first reasons; the others are in its certificate."""
    more = len(reasons) - _TOLD
    others = f" And {more} more: yosnlp check {source}" if more > 0 else ""
    return f"{source}: read in part: {' '.join(reasons[:_TOLD])}{others}"
