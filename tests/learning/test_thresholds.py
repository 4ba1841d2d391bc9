from __future__ import annotations

import numpy as np

from yosnlp.learning.thresholds import PRECISION, choose

_RANDOM = np.random.default_rng(3)


def _calibrated(texts: int, labels: int) -> tuple[np.ndarray, np.ndarray]:
    chances = _RANDOM.beta(0.1, 0.5, (texts, labels))
    return chances, _RANDOM.random((texts, labels)) < chances


def test_precision_comes_first() -> None:
    chances, said = _calibrated(3000, 4)
    chosen = np.array(list(choose(chances, said, "abcd").values()))
    assigned = chances >= chosen
    assert (assigned & said).sum() / assigned.sum() >= PRECISION - 0.01
    lower = chances >= chosen.min() - 0.1
    assert (lower & said).sum() / lower.sum() < PRECISION


def test_a_label_that_is_often_wrong_gets_a_higher_threshold_of_its_own() -> None:
    chances, said = _calibrated(3000, 8)
    said[:, 7] &= _RANDOM.random(3000) < 0.6
    chosen = choose(chances, said, "abcdefgh")
    assert chosen["h"] > chosen["a"] == chosen["b"]


def test_a_label_without_texts_gets_the_common_one() -> None:
    chances, said = _calibrated(3000, 3)
    said[:, 2] = False
    chances[:, 2] = 0.01
    chosen = choose(chances, said, "abc")
    assert chosen["c"] == chosen["a"]
