"""Which sentences are split at a contrast: the written examples, each judged by a model trained on other folds.

python -m evaluation.contrast
"""

from __future__ import annotations

import numpy as np

from evaluation.markdown import part, table
from training.linear import SEED, train_polarity
from yosnlp.findings.contrast import parts, places
from yosnlp.labels import examples
from yosnlp.themes.polarity import PolarityModel

_FOLDS = 5


def lines() -> list[str]:
    """How often a sentence that could be split is split, and was labelled mixed, as a Markdown table."""
    data = examples()
    fold = np.random.default_rng(SEED).integers(0, _FOLDS, len(data)).tolist()
    could, mixed, split, both = 0, 0, 0, 0
    for k in range(_FOLDS):
        judge = PolarityModel(train_polarity([row for row, f in zip(data, fold, strict=True) if f != k]))
        rows = [row for row, f in zip(data, fold, strict=True) if f == k and places(row.text)]
        for row, pieces in zip(rows, parts([row.text for row in rows], judge), strict=True):
            could += 1
            mixed += row.polarity == "mixed"
            split += len(pieces) > 1
            both += row.polarity == "mixed" and len(pieces) > 1
    columns = ("sentences that could be split", "labelled mixed", "of the split, mixed", "of the mixed, split")
    return ["# Splitting at a contrast", "", *table(columns, [(could, mixed, part(both, split), part(both, mixed))])]


if __name__ == "__main__":
    print("\n".join(lines()))
