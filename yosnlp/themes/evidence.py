"""The words of a finding that carry a theme, as spans inside it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from yosnlp.themes.scorer import Array, Token

_ENOUGH = 0.6  # share of what speaks for a theme that its evidence must carry
_MOST_SPANS = 3
_GAP = 2  # words without weight that may stand inside of a span
_LEAST = 0.2  # share of the strongest word's weight from which a word counts


def spans(found: Sequence[Token], parts: Array) -> list[tuple[int, int]]:
    """Start and end of the stretches of text that carry the theme, in the order of the text.

    ``parts`` is how much each token adds to the score. The strongest runs of words that speak for
    the theme are taken until together they carry most of what does. Words such as "were" are no
    evidence by themselves, whatever the model makes of them.
    """
    weights = [0.0 if token.word in _function_words() else float(w) for token, w in zip(found, parts, strict=True)]
    total = sum(w for w in weights if w > 0)
    if total <= 0:
        return []
    runs = sorted(_runs(weights), key=lambda run: -sum(weights[run[0] : run[1]]))
    taken, carried = [], 0.0
    for first, last in runs[:_MOST_SPANS]:
        taken.append((found[first].start, found[last - 1].end))
        carried += sum(weights[first:last])
        if carried >= _ENOUGH * total:
            break
    return sorted(taken)


def _runs(weights: Sequence[float]) -> list[tuple[int, int]]:
    """Runs of tokens that speak for the theme, each token more than a negligible part of the strongest."""
    least = _LEAST * max(weights)
    runs: list[tuple[int, int]] = []
    for i, weight in enumerate(weights):
        if weight <= least:
            continue
        if runs and i - runs[-1][1] <= _GAP:
            runs[-1] = (runs[-1][0], i + 1)
        else:
            runs.append((i, i + 1))
    return runs


@cache
def _function_words() -> frozenset[str]:
    """English stop words (spaCy's), with the letters that an apostrophe cuts off."""
    from spacy.lang.en.stop_words import STOP_WORDS

    return frozenset(STOP_WORDS) | {"s", "t", ";", ":"}
