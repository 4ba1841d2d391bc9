"""Whether evidence carries its theme: its probability without those words, and without as many random ones.

python -m evaluation.faithfulness ../shared/reports
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from evaluation.markdown import part, table
from training.data import annotated
from training.linear import SEED, train_themes
from yosnlp import resources
from yosnlp.labels import Labelled, examples
from yosnlp.themes import DEFAULT, load_codebook
from yosnlp.themes.classifier import LinearClassifier, Scored
from yosnlp.themes.linear import Array, tokens

Drop = tuple[float, float, float, float]  # probability, without evidence, without as many random words, share taken


def drops(classifier: LinearClassifier, data: Sequence[Labelled]) -> list[Drop]:
    """For each theme assigned to a text of ``data``: what taking out its evidence does."""
    chance = random.Random(SEED)
    assigned = [
        (row.text, scored)
        for row, coded in zip(data, classifier.code([r.text for r in data]), strict=True)
        for scored in coded
        if scored.assigned and scored.spans
    ]
    kept = [_without(text, _inside(text, scored)) for text, scored in assigned]
    other = [_without(text, _random(text, len(_inside(text, scored)), chance)) for text, scored in assigned]
    themes = {theme: j for j, theme in enumerate(classifier.model.labels)}
    columns = [themes[scored.theme] for _, scored in assigned]
    rows = np.arange(len(assigned))
    after, by_chance = (classifier.probabilities(texts)[rows, columns] for texts in (kept, other))
    shares = [len(_inside(text, scored)) / max(1, len(tokens(text))) for text, scored in assigned]
    return [
        (scored.probability, float(a), float(c), share)
        for (_, scored), a, c, share in zip(assigned, after, by_chance, shares, strict=True)
    ]


def _inside(text: str, scored: Scored) -> set[int]:
    """The words of ``text`` that lie in the evidence, by their place among its words."""
    spans = scored.spans
    return {i for i, t in enumerate(tokens(text)) if any(t.start < end and t.end > start for start, end in spans)}


def _random(text: str, count: int, chance: random.Random) -> set[int]:
    return set(chance.sample(range(len(tokens(text))), count))


def _without(text: str, taken: set[int]) -> str:
    return " ".join(text[t.start : t.end] for i, t in enumerate(tokens(text)) if i not in taken)


def _thresholds() -> Array:
    """Those of the shipped model, theme by theme."""
    stated = json.loads(resources.models(DEFAULT, "thresholds.json").read_text(encoding="utf-8"))
    return np.array([stated[theme] for theme in load_codebook().ids])


def lines(reports: Path) -> list[str]:
    """The mean probabilities, each report coded by a model trained without it, as a Markdown table."""
    data, thresholds = annotated(reports), _thresholds()
    found: list[Drop] = []
    for source in sorted({row.source for row in data}):
        model = train_themes([row for row in data if row.source != source] + examples())
        classifier = LinearClassifier("held out", model, thresholds)
        found += drops(classifier, [row for row in data if row.source == source])
    mean = np.array(found).mean(axis=0)
    lowered = sum(after < before for before, after, _, _ in found)
    columns = ("themes assigned", "probability", "without evidence", "without random words", "words taken", "lowered")
    row = (len(found), *(f"{value:.3f}" for value in mean[:3]), f"{mean[3]:.0%}", part(lowered, len(found)))
    return ["# Evidence: what taking it out does to the theme", "", *table(columns, [row])]


if __name__ == "__main__":
    print("\n".join(lines(Path(sys.argv[1]))))
