from __future__ import annotations

import numpy as np
import pytest

from yosnlp.themes.classifier import ThresholdClassifier, Thresholds
from yosnlp.themes.grams import Grams
from yosnlp.themes.words import Features, WordModel

THRESHOLDS = Thresholds(listed={"health": 0.5, "ete": 0.8}, prose={"health": 0.5, "ete": 0.9})


@pytest.fixture
def classifier() -> ThresholdClassifier:
    """Knows two words: "nurse" speaks for health, "school" for ETE and a little against health."""
    features = Features(
        Grams("words", 1, 1), vocabulary=["nurse", "school"], idf=np.ones(2, dtype=np.float32), cues=None
    )
    weights = np.array([[4.0, 0.0], [-1.0, 4.0]], dtype=np.float32)
    model = WordModel(("health", "ete"), features, weights, np.array([-2.0, -2.0], dtype=np.float32))
    return ThresholdClassifier("two words", model, THRESHOLDS)


def test_a_theme_is_assigned_from_its_own_threshold_on(classifier: ThresholdClassifier) -> None:
    ((health, ete),) = classifier.code(["The nurse came."])
    assert (health.theme, health.assigned, health.probability) == ("health", True, pytest.approx(0.8808))
    assert (ete.theme, ete.assigned, ete.probability) == ("ete", False, pytest.approx(0.1192))
    ((_, ete),) = classifier.code(["The school shut."])
    assert (ete.assigned, ete.probability) == (False, pytest.approx(0.8808))


def test_what_stands_in_a_list_has_thresholds_of_its_own(classifier: ThresholdClassifier) -> None:
    coded = classifier.code(["The school shut.", "The school shut."], [True, False])
    assert [ete.assigned for _, ete in coded] == [True, False]


def test_evidence_is_given_for_what_is_assigned(classifier: ThresholdClassifier) -> None:
    text = "In June the nurse came."
    ((health, ete),) = classifier.code([text])
    assert [text[start:end] for start, end in health.spans] == ["nurse"]
    assert ete.spans == ()
