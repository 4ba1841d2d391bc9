"""What a command says of a report that was read in part."""

from __future__ import annotations

from yosnlp.records import InPart

_TOLD = 3  # reasons


def in_part(told: InPart) -> str:
    """A line that says which file was read in part, and the first reasons; the others are in its certificate."""
    more = len(told.reasons) - _TOLD
    others = f" And {more} more: yosnlp check {told.source}" if more > 0 else ""
    of_text = "the text whole, figures in part" if told.text_whole else "read in part"
    return f"{told.source}: {of_text}: {' '.join(told.reasons[:_TOLD])}{others}"
