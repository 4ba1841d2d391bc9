"""Trains ``models/fast``: themes and polarity, from the annotated reports and the written examples.

python -m training.linear ../shared/reports models/fast
"""

from __future__ import annotations

import json
import sys
import warnings
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import fbeta_score

from training.card import write_card
from training.data import annotated
from yosnlp.labels import Labelled, examples
from yosnlp.themes.codebook import load_codebook
from yosnlp.themes.cues import Cues
from yosnlp.themes.linear import Features, LinearModel

SEED = 20260101
#: Weak regularisation (scikit-learn's C), as usual for sparse text; not searched for.
THEME_STRENGTH = 10.0
POLARITY_STRENGTH = 10.0
_FOLDS = 5
_CANDIDATES = np.arange(0.3, 0.95, 0.05).round(2)
_PRECISION_FIRST = 0.5  # beta: a wrong theme costs more than a missed one (DESIGN)
POLARITIES = ("strength", "area_for_improvement", "mixed", "neutral")


def train_themes(data: Sequence[Labelled], *, cues: bool = True) -> LinearModel:
    """One logistic regression a theme. A theme without an example gets a score that is never assigned."""
    codebook = load_codebook()
    texts = [row.text for row in data]
    features = Features.fit(texts, ngrams=(1, 2), rarest=2, cues=Cues.load(codebook) if cues else None)
    rows = features.rows(texts)
    weights = np.zeros((features.count, len(codebook.ids)), dtype=np.float32)
    bias = np.full(len(codebook.ids), -10.0, dtype=np.float32)
    for j, theme in enumerate(codebook.ids):
        about = np.array([theme in row.themes for row in data])
        if about.any() and not about.all():
            head = LogisticRegression(C=THEME_STRENGTH, class_weight="balanced", solver="liblinear", random_state=SEED)
            head.fit(rows, about)
            weights[:, j], bias[j] = head.coef_[0], head.intercept_[0]
    return LinearModel(codebook.ids, features, weights, bias)


def choose_threshold(data: Sequence[Labelled]) -> float:
    """The probability from which a theme is assigned: that of the best F0.5 over inner folds of ``data``.

    A report is never split over folds; written examples are dealt out over all of them.
    """
    themes = load_codebook().ids
    sources = sorted({row.source for row in data})
    deal = np.random.default_rng(SEED).integers(0, _FOLDS, len(data))
    fold = np.array(
        [
            d if row.source == "examples" else sources.index(row.source) % _FOLDS
            for d, row in zip(deal, data, strict=True)
        ]
    )
    said = np.array([[theme in row.themes for theme in themes] for row in data])
    scores = np.zeros(said.shape)
    for k in range(_FOLDS):
        model = train_themes([row for row, f in zip(data, fold, strict=True) if f != k])
        here = [row.text for row, f in zip(data, fold, strict=True) if f == k]
        if here:
            scores[fold == k] = 1 / (1 + np.exp(-model.scores(here)))
    measured = [fbeta_score(said, scores >= t, beta=_PRECISION_FIRST, average="micro") for t in _CANDIDATES]
    return float(_CANDIDATES[int(np.argmax(measured))])


def train_polarity(data: Sequence[Labelled]) -> LinearModel:
    """A multinomial logistic regression over the four polarities."""
    texts = [row.text for row in data]
    features = Features.fit(texts, ngrams=(1, 3), rarest=2, cues=None)
    head = LogisticRegression(C=POLARITY_STRENGTH, class_weight="balanced", max_iter=1000, random_state=SEED)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", category=FutureWarning)
        head.fit(features.rows(texts), [row.polarity for row in data])
    order = [list(head.classes_).index(p) for p in POLARITIES]
    return LinearModel(
        POLARITIES, features, head.coef_[order].T.astype(np.float32), head.intercept_[order].astype(np.float32)
    )


def write_thresholds(folder: Path, threshold: float) -> None:
    """Write the probability from which each theme is assigned."""
    thresholds = dict.fromkeys(load_codebook().ids, threshold)
    (folder / "thresholds.json").write_text(json.dumps(thresholds, indent=1) + "\n", encoding="utf-8")


def main(reports: Path, to: Path) -> None:
    """Train on all that there is and write the model with its card."""
    data = annotated(reports) + examples()
    train_themes(data).save(to / "themes")
    train_polarity(data).save(to / "polarity")
    write_thresholds(to, choose_threshold(data))
    write_card(to, data, seed=SEED)
    print(f"{to}: trained on {len(data)} texts")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
