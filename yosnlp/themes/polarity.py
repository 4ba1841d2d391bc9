"""Whether a text says that work was done well, that it was not, both, or neither."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast, get_args

import numpy as np

from yosnlp.records import Judgement, Polarity
from yosnlp.themes.scorer import Scorer

#: The labels of a scorer of polarity, in their order.
POLARITIES: tuple[Polarity, ...] = get_args(Polarity)


class PolarityModel:
    """Judges by a scorer of the four polarities, whose scores are log probabilities but for a constant.

    ``margins`` are added to the scores to decide which is called, and leave its probability as it is: praise and
    criticism are called where they are clear, and what may be neither is neutral rather.
    """

    def __init__(self, scorer: Scorer, margins: Mapping[str, float] | None = None) -> None:
        self.scorer = scorer
        self.margins = [(margins or {}).get(label, 0.0) for label in scorer.labels]

    def __call__(self, texts: Sequence[str]) -> list[Judgement]:
        """A judgement of each text, in order."""
        return [judgement(self.scorer.labels, row, self.margins) for row in self.scorer.scores(texts).tolist()]


def judgement(labels: Sequence[str], scores: Sequence[float], margins: Sequence[float]) -> Judgement:
    """The judgement that ``scores``, log probabilities of ``labels`` but for a constant, come to with ``margins``."""
    by_label = dict(zip(labels, scores, strict=True))
    called = int(np.argmax(np.array(scores) + margins))
    odds = np.exp(np.array(scores) - max(scores))
    return Judgement(
        polarity=cast("Polarity", labels[called]),
        probability=float(odds[called] / odds.sum()),
        leaning=by_label["strength"] - by_label["area_for_improvement"],
        both=by_label["mixed"] - max(score for label, score in by_label.items() if label != "mixed"),
    )
