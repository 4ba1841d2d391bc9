from __future__ import annotations

import numpy as np
import pytest

from yosnlp.themes.grams import Grams
from yosnlp.themes.polarity import PolarityModel
from yosnlp.themes.words import Features, WordModel

_LABELS = ("strength", "area_for_improvement", "mixed", "neutral")


@pytest.fixture
def judge() -> PolarityModel:
    """Knows "good" and "poor"; what has neither is neutral."""
    features = Features(Grams("words", 1, 1), vocabulary=["good", "poor"], idf=np.ones(2, dtype=np.float32), cues=None)
    weights = np.array([[5.0, -1.0, 3.0, 0.0], [-1.0, 5.0, 3.0, 0.0]], dtype=np.float32)
    return PolarityModel(WordModel(_LABELS, features, weights, np.array([0.0, 0.0, 0.0, 1.0], dtype=np.float32)))


@pytest.mark.parametrize(
    ("text", "polarity", "leaning"),
    [
        pytest.param("Plans were good.", "strength", 6.0, id="praise"),
        pytest.param("Plans were poor.", "area_for_improvement", -6.0, id="blame"),
        pytest.param("Good plans, poor reviews.", "mixed", 0.0, id="both"),
        pytest.param("Tea was warm.", "neutral", 0.0, id="neither"),
    ],
)
def test_a_text_is_praise_or_blame_or_both_or_neither(
    text: str, polarity: str, leaning: float, judge: PolarityModel
) -> None:
    (judged,) = judge([text])
    assert judged.polarity == polarity
    assert judged.leaning == pytest.approx(leaning, abs=1e-5)
    assert (judged.both > 0) == (polarity == "mixed")
    assert 0.25 < judged.probability <= 1


def test_a_margin_decides_what_is_called_and_leaves_its_probability(judge: PolarityModel) -> None:
    wary = PolarityModel(judge.scorer, {"neutral": 5.0})
    (judged,), (called,) = judge(["Plans were good."]), wary(["Plans were good."])
    assert (judged.polarity, called.polarity) == ("strength", "neutral")
    assert called.probability < 0.5 < judged.probability
    assert called.leaning == judged.leaning
