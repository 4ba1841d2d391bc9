"""What stands for the models where they would take most of the time: any theme, any polarity, by the text's length."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from yosnlp.records import Judgement, Polarity
from yosnlp.themes import Scored, load_codebook


class AnyThemes:
    """Codes each text with a theme or none, by its length, and points at a word of it."""

    name = "any"

    def code(self, texts: Sequence[str], listed: Sequence[bool] | None = None) -> list[list[Scored]]:
        """A theme for each text."""
        ids = load_codebook().ids
        return [[Scored(ids[len(text) % len(ids)], 0.9, len(text) % 3 > 0, ((0, len(text) // 2),))] for text in texts]


def any_polarity(texts: Sequence[str]) -> list[Judgement]:
    """A judgement of each text, by its length."""
    sides: tuple[Polarity, ...] = get_args(Polarity)
    return [
        Judgement(polarity=sides[len(t) % 4], probability=0.6, leaning=len(t) % 7 - 3.0, both=len(t) % 5 - 2.0)
        for t in texts
    ]
