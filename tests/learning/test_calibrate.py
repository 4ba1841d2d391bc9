from __future__ import annotations

import numpy as np
import pytest

from yosnlp.learning.calibrate import calibrate, softmax
from yosnlp.learning.metrics import calibration_error
from yosnlp.themes.classifier import probabilities

_RANDOM = np.random.default_rng(7)
_TEXTS = 4000


def _drawn(odds: np.ndarray) -> np.ndarray:
    return _RANDOM.random(odds.shape) < probabilities(odds)


def test_scores_that_are_too_sure_become_frequencies() -> None:
    odds = _RANDOM.normal(-2, 1.5, (_TEXTS, 3))
    said = _drawn(odds)
    weights, bias = calibrate([odds * 3 + 2], said)
    assert weights[0] == pytest.approx(1 / 3, rel=0.15)
    assert calibration_error(said, probabilities(odds * 3 + 2)) > 0.1
    assert calibration_error(said, probabilities((odds * 3 + 2) * weights[0] + bias)) < 0.02


def test_a_member_that_knows_nothing_counts_for_nothing() -> None:
    odds, noise = _RANDOM.normal(-1, 2, (_TEXTS, 2)), _RANDOM.normal(0, 2, (_TEXTS, 2))
    weights, _ = calibrate([odds, noise], _drawn(odds))
    assert weights == pytest.approx([1, 0], abs=0.1)


def test_a_member_that_is_wrong_is_left_out_not_turned_round() -> None:
    odds = _RANDOM.normal(-1, 2, (_TEXTS, 2))
    assert calibrate([-odds], _drawn(odds))[0] == pytest.approx([0], abs=1e-6)


def test_each_label_has_its_own_bias() -> None:
    odds = _RANDOM.normal(0, 1, (_TEXTS, 2))
    _, bias = calibrate([odds], _drawn(odds + np.array([1.0, -2.0])))
    assert bias == pytest.approx([1, -2], abs=0.25)


def test_the_bias_of_a_label_with_few_texts_is_drawn_to_the_common_one() -> None:
    odds = np.zeros((4, 2))
    said = np.array([[True, False], [False, False], [True, False], [False, False]])
    _, bias = calibrate([odds], said)
    assert -2.5 < bias[1] < bias[0]


def test_exclusive_labels_share_out_one_probability() -> None:
    odds = _RANDOM.normal(0, 2, (_TEXTS, 3))
    picked = (softmax(odds).cumsum(axis=1) > _RANDOM.random((_TEXTS, 1))).argmax(axis=1)
    said = np.eye(3, dtype=bool)[picked]
    weights, bias = calibrate([odds * 2], said, exclusive=True)
    assert weights[0] == pytest.approx(0.5, rel=0.1)
    chances = softmax(odds * 2 * weights[0] + bias)
    assert chances.sum(axis=1) == pytest.approx(np.ones(_TEXTS), abs=1e-5)
    assert calibration_error(said, chances) < 0.02
