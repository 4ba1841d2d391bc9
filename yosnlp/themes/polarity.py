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
        return [judgement(self.model.labels, row) for row in self.model.scores(texts).tolist()]


def judgement(labels: Sequence[str], scores: Sequence[float]) -> Judgement:
    """The judgement that ``scores``, log odds or log probabilities of ``labels``, come to."""
    by_label = dict(zip(labels, scores, strict=True))
    best = max(by_label, key=lambda label: by_label[label])
    odds = np.exp(np.array(scores) - max(scores))
    return Judgement(
        polarity=cast("Polarity", best),
        probability=float(1 / odds.sum()),
        leaning=by_label["strength"] - by_label["area_for_improvement"],
        both=by_label["mixed"] - max(score for label, score in by_label.items() if label != "mixed"),
    )
