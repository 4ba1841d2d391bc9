from __future__ import annotations

import numpy as np

from yosnlp.learning.margins import choose

_RANDOM = np.random.default_rng(5)
_LABELS = ("strength", "area_for_improvement", "neutral")


def _drawn(rare: float) -> tuple[np.ndarray, np.ndarray]:
    """Odds that hold the labels apart but badly, calibrated for a neutral label that is ``rare``."""
    truth = _RANDOM.choice(3, 4000, p=[(1 - rare) / 2, (1 - rare) / 2, rare])
    seen = np.eye(3)[truth] * 1.5 + _RANDOM.normal(0, 1, (4000, 3))
    odds = 1.5 * seen + np.log([(1 - rare) / 2, (1 - rare) / 2, rare])
    return odds, np.eye(3, dtype=bool)[truth]


def test_a_rare_label_is_called_more_readily() -> None:
    odds, said = _drawn(0.1)
    assert choose(odds, said, _LABELS, of="neutral")["neutral"] > 0.3


def test_one_that_is_found_as_it_is_gets_no_margin() -> None:
    said = np.eye(3, dtype=bool)[np.arange(300) % 3]
    assert choose(said * 9.0, said, _LABELS, of="neutral") == dict.fromkeys(_LABELS, 0.0)
