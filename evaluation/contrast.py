"""Which sentences are split at a contrast: the written examples, each judged by words, trained on the other folds.

python -m evaluation.contrast
"""

from __future__ import annotations

from typing import Any

import numpy as np

from evaluation import record
from evaluation.markdown import part, table
from training.data import polarities
from yosnlp.findings.contrast import parts, places
from yosnlp.labels import examples
from yosnlp.learning.fit import SEED, fit_exclusive
from yosnlp.themes.polarity import POLARITIES, PolarityModel

_FOLDS = 5


def measure() -> dict[str, Any]:
    """How often a sentence that could be split is split, and was labelled mixed."""
    data = examples()
    fold = np.random.default_rng(SEED).integers(0, _FOLDS, len(data)).tolist()
    could, mixed, split, both = 0, 0, 0, 0
    for k in range(_FOLDS):
        seen = [row for row, f in zip(data, fold, strict=True) if f != k]
        judge = PolarityModel(fit_exclusive([row.text for row in seen], polarities(seen), POLARITIES))
        rows = [row for row, f in zip(data, fold, strict=True) if f == k and places(row.text)]
        for row, pieces in zip(rows, parts([row.text for row in rows], judge), strict=True):
            could += 1
            mixed += row.polarity == "mixed"
            split += len(pieces) > 1
            both += row.polarity == "mixed" and len(pieces) > 1
    return {"could_be_split": could, "mixed": mixed, "split": split, "mixed_and_split": both}


def lines(measured: dict[str, Any]) -> list[str]:
    """The counts as a Markdown table."""
    could, mixed, split, both = measured.values()
    columns = ("sentences that could be split", "labelled mixed", "of the split, mixed", "of the mixed, split")
    return ["# Splitting at a contrast", "", *table(columns, [(could, mixed, part(both, split), part(both, mixed))])]


if __name__ == "__main__":
    record.write("contrast", measure(), lines)
