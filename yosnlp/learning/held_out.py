"""How good a model trained on some groups of texts is on the others: each group coded by one that has not seen it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from yosnlp.encoder import Encoder
from yosnlp.learning import metrics
from yosnlp.learning.data import Example, said
from yosnlp.learning.fit import Bools
from yosnlp.learning.metrics import Bin, Measures, ThemeMeasures
from yosnlp.learning.train import train
from yosnlp.themes.classifier import ThemeClassifier
from yosnlp.themes.codebook import Codebook
from yosnlp.themes.scorer import Array

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Measures over all texts and over each group's; of micro F1, the 95% interval over groups and over texts."""

    all: Measures
    micro_f1_by_text: tuple[float, float]
    micro_f1_by_group: tuple[float, float]
    groups: dict[str, Measures]
    themes: list[ThemeMeasures]
    reliability: list[Bin]
    confusions: list[tuple[str, str, int]]


def evaluate(
    codebook: Codebook,
    examples: Sequence[Example],
    encoder: Encoder,
    *,
    classifier: ThemeClassifier | None = None,
    progress: Progress | None = None,
) -> Evaluation:
    """Measure how well each group of ``examples`` is coded by a model trained on the other groups.

    With ``classifier`` nothing is trained: it codes all, and must not have been trained on ``examples``. ``progress``
    is called with the number of groups done, of all, and the group just done.
    """
    truth = said(examples, codebook.ids)
    chances = np.zeros(truth.shape, dtype=np.float32)
    assigned = np.zeros(truth.shape, dtype=bool)
    of_group = np.array([example.group or "" for example in examples])
    groups = sorted(set(of_group.tolist()))
    for done, group in enumerate(groups, start=1):
        here = of_group == group
        others = [example for example, held in zip(examples, here, strict=True) if not held]
        coder = classifier or train(codebook, others, encoder).classifier(group)
        coded = coder.code([example.text for example, held in zip(examples, here, strict=True) if held])
        chances[here] = [[scored.probability for scored in row] for row in coded]
        assigned[here] = [[scored.assigned for scored in row] for row in coded]
        if progress is not None:
            progress(done, len(groups), group)
    return summary(truth, assigned, chances, of_group.tolist(), codebook.ids)


def summary(truth: Bools, assigned: Bools, chances: Array, groups: Sequence[str], themes: Sequence[str]) -> Evaluation:
    """All measures of ``assigned`` and ``chances`` against ``truth``, texts by themes, of texts in ``groups``."""

    def micro(at: np.ndarray[tuple[int, ...], np.dtype[np.int_]]) -> float:
        return metrics.micro_f1(truth[at], assigned[at])

    of_group = np.array(groups)
    return Evaluation(
        all=metrics.measures(truth, assigned, chances),
        micro_f1_by_text=metrics.interval(micro, [str(i) for i in range(len(truth))]),
        micro_f1_by_group=metrics.interval(micro, groups),
        groups={
            group: metrics.measures(truth[of_group == group], assigned[of_group == group], chances[of_group == group])
            for group in sorted(set(groups))
        },
        themes=metrics.by_theme(truth, assigned, themes),
        reliability=metrics.reliability(truth, chances),
        confusions=metrics.confusions(truth, assigned, themes),
    )
