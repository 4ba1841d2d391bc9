"""Whether a text says that work was done well, that it was not, both, or neither."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import numpy as np

from yosnlp.records import Judgement, Polarity
from yosnlp.themes.linear import LinearModel


class PolarityModel:
    """A multinomial logistic regression over word n-grams."""

    def __init__(self, model: LinearModel) -> None:
        self.model = model

    def __call__(self, texts: Sequence[str]) -> list[Judgement]:
        """A judgement of each text, in order."""
        return [self._judgement(row) for row in self.model.scores(texts).tolist()]

    def _judgement(self, row: list[float]) -> Judgement:
        scores = dict(zip(self.model.labels, row, strict=True))
        best = max(scores, key=lambda label: scores[label])
        odds = np.exp(np.array(row) - max(row))
        return Judgement(
            polarity=cast("Polarity", best),
            probability=float(1 / odds.sum()),
            leaning=scores["strength"] - scores["area_for_improvement"],
            both=scores["mixed"] - max(v for label, v in scores.items() if label != "mixed"),
        )
