"""Figures for multi-label coding, with bootstrap intervals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import f1_score, precision_score, recall_score

from yosnlp.labels import Labelled

Bools = NDArray[np.bool_]
#: The headings of `Figures.cells`.
COLUMNS = ("texts", "micro F1 (95%)", "macro F1", "samples F1", "precision", "recall")
_RESAMPLES = 1000
_SEED = 20260101


@dataclass(frozen=True, slots=True)
class Figures:
    """Micro F1 with its 95% interval over resampled texts, and the other averages."""

    texts: int
    micro: float
    low: float
    high: float
    macro: float
    samples: float
    precision: float
    recall: float

    def cells(self) -> tuple[object, ...]:
        """The figures as cells of a table, in the order of `COLUMNS`."""
        interval = f"{self.micro:.3f} ({self.low:.3f}-{self.high:.3f})"
        others = (self.macro, self.samples, self.precision, self.recall)
        return (self.texts, interval, *(f"{figure:.3f}" for figure in others))


def truth(data: Sequence[Labelled], themes: Sequence[str]) -> Bools:
    """Texts by themes: what the labels say."""
    return np.array([[theme in row.themes for theme in themes] for row in data], dtype=bool).reshape(len(data), -1)


def figures(said: Bools, coded: Bools) -> Figures:
    """How well ``coded`` agrees with ``said``, both texts by themes. Macro is over the themes that occur."""
    present = said.any(axis=0)
    micro = _micro(said, coded)
    random = np.random.default_rng(_SEED)
    resampled = [_micro(said[i], coded[i]) for i in random.integers(0, len(said), (_RESAMPLES, len(said)))]
    low, high = np.percentile(resampled, [2.5, 97.5])
    return Figures(
        texts=len(said),
        micro=micro,
        low=float(low),
        high=float(high),
        macro=float(f1_score(said[:, present], coded[:, present], average="macro", zero_division=0)),
        samples=float(f1_score(said, coded, average="samples", zero_division=1)),
        precision=float(precision_score(said, coded, average="micro", zero_division=0)),
        recall=float(recall_score(said, coded, average="micro", zero_division=0)),
    )


def _micro(said: Bools, coded: Bools) -> float:
    both = int((said & coded).sum())
    return 2 * both / max(1, int(said.sum() + coded.sum()))
