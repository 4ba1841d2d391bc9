"""Whether evidence carries its theme: its probability without those words, and without as many random ones.

python -m evaluation.faithfulness ../shared/reports build/held_out
"""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from evaluation import record
from evaluation.markdown import part, table
from training.assemble import without
from training.data import annotated
from yosnlp.labels import Labelled
from yosnlp.learning.fit import SEED
from yosnlp.themes.classifier import Scored, ThresholdClassifier
from yosnlp.themes.scorer import tokens

Drop = tuple[float, float, float, float]  # probability, without evidence, without as many random words, share taken


def drops(classifier: ThresholdClassifier, data: Sequence[Labelled]) -> list[Drop]:
    """For each theme assigned to a text of ``data``: what taking out its evidence does."""
    chance = random.Random(SEED)
    assigned = [
        (row.text, scored)
        for row, coded in zip(data, _coded(classifier, data), strict=True)
        for scored in coded
        if scored.assigned and scored.spans
    ]
    kept = [_without(text, _inside(text, scored)) for text, scored in assigned]
    other = [_without(text, _random(text, len(_inside(text, scored)), chance)) for text, scored in assigned]
    themes = {theme: j for j, theme in enumerate(classifier.scorer.labels)}
    columns = [themes[scored.theme] for _, scored in assigned]
    rows = np.arange(len(assigned))
    after, by_chance = (classifier.probabilities(texts)[rows, columns] for texts in (kept, other))
    shares = [len(_inside(text, scored)) / max(1, len(tokens(text))) for text, scored in assigned]
    return [
        (scored.probability, float(a), float(c), share)
        for (_, scored), a, c, share in zip(assigned, after, by_chance, shares, strict=True)
    ]


def _coded(classifier: ThresholdClassifier, data: Sequence[Labelled]) -> list[list[Scored]]:
    return classifier.code([row.text for row in data], [row.listed for row in data])


def _inside(text: str, scored: Scored) -> set[int]:
    """The words of ``text`` that lie in the evidence, by their place among its words."""
    spans = scored.spans
    return {i for i, t in enumerate(tokens(text)) if any(t.start < end and t.end > start for start, end in spans)}


def _random(text: str, count: int, chance: random.Random) -> set[int]:
    return set(chance.sample(range(len(tokens(text))), count))


def _without(text: str, taken: set[int]) -> str:
    return " ".join(text[t.start : t.end] for i, t in enumerate(tokens(text)) if i not in taken)


def measure(reports: Path, work: Path) -> dict[str, Any]:
    """The mean probabilities, each report coded by a model trained without it."""
    data = annotated(reports)
    found: list[Drop] = []
    for source in sorted({row.source for row in data}):
        found += drops(without(source, data, work).themes, [row for row in data if row.source == source])
    probability, after, by_chance, taken = np.array(found).mean(axis=0).tolist()
    return {
        "themes_assigned": len(found),
        "probability": probability,
        "without_evidence": after,
        "without_random_words": by_chance,
        "share_of_words_taken": taken,
        "lowered": sum(after < before for before, after, _, _ in found),
        "lowered_more_than_by_chance": sum(after < chance for _, after, chance, _ in found),
    }


def lines(measured: dict[str, Any]) -> list[str]:
    """The measures as a Markdown table."""
    n = measured["themes_assigned"]
    row = (
        n,
        *(f"{measured[name]:.3f}" for name in ("probability", "without_evidence", "without_random_words")),
        f"{measured['share_of_words_taken']:.0%}",
        part(measured["lowered"], n),
        part(measured["lowered_more_than_by_chance"], n),
    )
    columns = (
        *("themes assigned", "probability", "without evidence", "without random words", "words taken"),
        *("lowered", "lowered more than by random words"),
    )
    return ["# Evidence: what taking it out does to the theme", "", *table(columns, [row])]


if __name__ == "__main__":
    record.write("faithfulness", measure(*map(Path, sys.argv[1:3])), lines)
