"""The words of a finding that carry a theme, as spans inside it."""

from __future__ import annotations

from collections.abc import Sequence

from yosnlp.themes.linear import Array, Token

_ENOUGH = 0.6  # share of what speaks for a theme that its evidence must carry
_MOST_SPANS = 3
_GAP = 1  # words without weight that may stand inside of a span


def spans(found: Sequence[Token], parts: Array) -> list[tuple[int, int]]:
    """Start and end of the stretches of text that carry the theme, in the order of the text.

    ``parts`` is how much each token adds to the score. The strongest runs of words that speak for
    the theme are taken until together they carry most of what does.
    """
    total = float(parts[parts > 0].sum())
    if not found or total <= 0:
        return []
    runs = sorted(_runs(parts), key=lambda run: -float(parts[run[0] : run[1]].sum()))
    taken, carried = [], 0.0
    for first, last in runs[:_MOST_SPANS]:
        taken.append((found[first].start, found[last - 1].end))
        carried += float(parts[first:last].sum())
        if carried >= _ENOUGH * total:
            break
    return sorted(taken)


def _runs(parts: Array) -> list[tuple[int, int]]:
    """Runs of tokens that speak for the theme, each more than a negligible part of the strongest."""
    least = 0.1 * float(parts.max())
    runs: list[tuple[int, int]] = []
    for i, weight in enumerate(parts.tolist()):
        if weight <= least:
            continue
        if runs and i - runs[-1][1] <= _GAP:
            runs[-1] = (runs[-1][0], i + 1)
        else:
            runs.append((i, i + 1))
    return runs
