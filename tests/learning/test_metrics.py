"""Against scikit-learn where it has the measure, against figures worked out by hand where it has not."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.metrics import accuracy_score, f1_score, label_ranking_average_precision_score

from yosnlp.learning import metrics

_RANDOM = np.random.default_rng(11)
SAID = _RANDOM.random((60, 5)) < 0.3
CHANCES = np.clip(SAID * 0.4 + _RANDOM.random((60, 5)) * 0.5, 0, 1)
ASSIGNED = CHANCES >= 0.5


def test_the_usual_measures_are_those_of_scikit_learn() -> None:
    found = metrics.measures(SAID, ASSIGNED, CHANCES)
    assert found.texts == 60
    assert found.micro_f1 == pytest.approx(f1_score(SAID, ASSIGNED, average="micro"))
    assert found.macro_f1 == pytest.approx(f1_score(SAID, ASSIGNED, average="macro"))
    assert metrics.macro_f1(SAID, ASSIGNED) == pytest.approx(found.macro_f1)
    assert found.sample_f1 == pytest.approx(f1_score(SAID, ASSIGNED, average="samples", zero_division=1))
    assert found.exact_match == pytest.approx(accuracy_score(SAID, ASSIGNED))
    assert found.lrap == pytest.approx(label_ranking_average_precision_score(SAID, CHANCES))


def test_codings_without_probabilities_have_no_measures_of_them() -> None:
    found = metrics.measures(SAID, ASSIGNED)
    assert (found.lrap, found.ece, found.ece_assigned) == (None, None, None)


def test_the_calibration_error_is_the_mean_gap_of_the_bins() -> None:
    said = np.array([[True], [False], [True], [True]])
    chances = np.array([[0.15], [0.15], [0.85], [0.85]])
    assert metrics.calibration_error(said, chances) == pytest.approx((2 * 0.35 + 2 * 0.15) / 4)
    assert [(b.low, b.count, b.share) for b in metrics.reliability(said, chances)] == [(0.1, 2, 0.5), (0.8, 2, 1.0)]


def test_a_theme_taken_for_another_is_counted() -> None:
    said = np.array([[True, False], [True, False], [False, True]])
    assigned = np.array([[False, True], [False, True], [False, True]])
    assert metrics.confusions(said, assigned, ("ete", "health")) == [("ete", "health", 2)]


def test_each_theme_has_its_measures() -> None:
    said = np.array([[True, False], [True, False], [False, False]])
    assigned = np.array([[True, False], [False, False], [True, False]])
    ete, health = metrics.by_theme(said, assigned, ("ete", "health"))
    assert (ete.said, ete.assigned, ete.precision, ete.recall, ete.f1) == (2, 2, 0.5, 0.5, 0.5)
    assert (health.said, health.assigned, health.f1) == (0, 0, 0.0)


def test_intervals_are_wider_when_whole_reports_are_drawn() -> None:
    right = np.array([1.0] * 50 + [0.0] * 50)
    reports = ["good"] * 50 + ["bad"] * 50
    by_text = metrics.interval(lambda at: float(right[at].mean()), [str(i) for i in range(100)])
    by_report = metrics.interval(lambda at: float(right[at].mean()), reports)
    assert by_report == (0.0, 1.0)
    assert 0.35 < by_text[0] < 0.5 < by_text[1] < 0.65
