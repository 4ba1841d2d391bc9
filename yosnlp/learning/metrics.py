"""How well codings agree with what people said: the usual measures of multi-label classification."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from yosnlp.themes.scorer import Array

Bools = NDArray[np.bool_]

_BINS = 10
_RESAMPLES = 1000
_SEED = 20260101


@dataclass(frozen=True, slots=True)
class Measures:
    """Measures over texts by themes. Macro is over the themes that occur; all but ``texts`` lie in 0..1.

    ``lrap`` is the label ranking average precision; ``ece`` the expected calibration error over all pairs of text and
    theme, ``ece_assigned`` over those that were assigned. They are None for codings without probabilities.
    """

    texts: int
    micro_f1: float
    macro_f1: float
    sample_f1: float
    precision: float
    recall: float
    exact_match: float
    lrap: float | None
    ece: float | None
    ece_assigned: float | None


@dataclass(frozen=True, slots=True)
class ThemeMeasures:
    """How one theme fares: texts that people gave it, those it was assigned to, and the usual three."""

    theme: str
    said: int
    assigned: int
    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True)
class Bin:
    """Probabilities from ``low`` up to ``high``: how many, their mean, and the share that people said yes to."""

    low: float
    high: float
    count: int
    mean: float
    share: float


def measures(said: Bools, assigned: Bools, probabilities: Array | None = None) -> Measures:
    """How well ``assigned``, and the order and size of ``probabilities``, agree with ``said``; texts by themes."""
    from sklearn.metrics import f1_score, label_ranking_average_precision_score

    right, given, there = int((said & assigned).sum()), int(assigned.sum()), int(said.sum())
    occur = said.any(axis=0)
    return Measures(
        texts=len(said),
        micro_f1=micro_f1(said, assigned),
        macro_f1=float(f1_score(said[:, occur], assigned[:, occur], average="macro", zero_division=0)),
        sample_f1=float(f1_score(said, assigned, average="samples", zero_division=1)),
        precision=right / max(1, given),
        recall=right / max(1, there),
        exact_match=float((said == assigned).all(axis=1).mean()),
        lrap=None if probabilities is None else float(label_ranking_average_precision_score(said, probabilities)),
        ece=None if probabilities is None else calibration_error(said, probabilities),
        ece_assigned=None if probabilities is None else calibration_error(said[assigned], probabilities[assigned]),
    )


def micro_f1(said: Bools, assigned: Bools) -> float:
    """F1 over all pairs of text and theme."""
    return 2 * int((said & assigned).sum()) / max(1, int(said.sum() + assigned.sum()))


def macro_f1(said: Bools, assigned: Bools) -> float:
    """The mean F1 of the themes that occur in ``said``."""
    right, total = (said & assigned).sum(axis=0), said.sum(axis=0) + assigned.sum(axis=0)
    occur = said.any(axis=0)
    return float((2 * right[occur] / total[occur]).mean()) if occur.any() else 0.0


def by_theme(said: Bools, assigned: Bools, themes: Sequence[str]) -> list[ThemeMeasures]:
    """The measures of each theme, in order."""
    rows = []
    for j, theme in enumerate(themes):
        right, given, there = ((said & assigned)[:, j].sum(), assigned[:, j].sum(), said[:, j].sum())
        precision, recall, f1 = right / max(1, given), right / max(1, there), 2 * right / max(1, given + there)
        rows.append(ThemeMeasures(theme, int(there), int(given), float(precision), float(recall), float(f1)))
    return rows


def reliability(said: Bools, probabilities: Array) -> list[Bin]:
    """Ten bins of equal width, those without a probability left out."""
    bins = []
    place = np.minimum((probabilities * _BINS).astype(int), _BINS - 1)
    for b in range(_BINS):
        here = place == b
        if here.any():
            mean, share = float(probabilities[here].mean()), float(said[here].mean())
            bins.append(Bin(b / _BINS, (b + 1) / _BINS, int(here.sum()), mean, share))
    return bins


def calibration_error(said: Bools, probabilities: Array) -> float:
    """Expected calibration error: how far, in the mean, a bin's probability is from the share that were right."""
    bins = reliability(said, probabilities)
    return sum(b.count * abs(b.mean - b.share) for b in bins) / max(1, sum(b.count for b in bins))


def confusions(said: Bools, assigned: Bools, themes: Sequence[str]) -> list[tuple[str, str, int]]:
    """Pairs of a theme that was missed and one wrongly assigned to the same text, with how often; most often first."""
    missed, wrong = (said & ~assigned).astype(int), (assigned & ~said).astype(int)
    often = missed.T @ wrong
    pairs = [(themes[i], themes[j], int(often[i, j])) for i, j in zip(*np.nonzero(often), strict=True)]
    return sorted(pairs, key=lambda pair: (-pair[2], pair[0], pair[1]))


def interval(measure: Callable[[NDArray[np.int_]], float], texts: Sequence[str]) -> tuple[float, float]:
    """The 95% bootstrap interval of ``measure``, called with the indices of resampled texts.

    ``texts`` says for each text what it is drawn with: its own id to draw texts, its report to draw whole reports.
    """
    drawn = sorted(set(texts))
    of = {unit: np.flatnonzero(np.array(texts) == unit) for unit in drawn}
    random = np.random.default_rng(_SEED)
    found = []
    for _ in range(_RESAMPLES):
        picked = random.integers(0, len(drawn), len(drawn))
        found.append(measure(np.concatenate([of[drawn[i]] for i in picked])))
    low, high = np.percentile(found, [2.5, 97.5])
    return float(low), float(high)
