from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest

from yosnlp.errors import InvalidData
from yosnlp.themes.cues import Cues
from yosnlp.themes.grams import Grams
from yosnlp.themes.scorer import tokens
from yosnlp.themes.words import Features, WordModel

_CUES = Cues({"health": ["nurse", "CAMHS"], "ete": ["school"]})
_TEXTS = (
    "The nurse came to the school, and the school came to the nurse.",
    "The nurse came.",
    "Tea was warm.",
    "Tea came to school.",
)


_PAIRS, _LETTERS = Grams("words", 1, 2), Grams("letters", 3, 4)


@pytest.fixture(
    params=[
        pytest.param((_PAIRS, _CUES), id="words with cues"),
        pytest.param((_PAIRS, None), id="words"),
        pytest.param((_LETTERS, None), id="letters"),
    ]
)
def model(request: pytest.FixtureRequest) -> WordModel:
    grams, cues = request.param
    features = Features.fit(_TEXTS, grams=grams, rarest=1, cues=cues)
    weights = np.linspace(-1, 1, 2 * features.count, dtype=np.float32).reshape(features.count, 2)
    return WordModel(("health", "ete"), features, weights, np.array([0.25, -0.5], dtype=np.float32))


def test_tokens_are_words_in_lower_case_with_their_places() -> None:
    text = "Two‑thirds; 80% of Nurses’ work."
    assert [(t.word, text[t.start : t.end]) for t in tokens(text)] == [
        ("two", "Two"),
        ("thirds", "thirds"),
        (";", ";"),
        ("80%", "80%"),
        ("of", "of"),
        ("nurses", "Nurses"),
        ("work", "work"),
    ]


def test_scores_are_texts_by_labels(model: WordModel) -> None:
    assert model.scores(_TEXTS).shape == (4, 2)
    assert model.scores([]).shape == (0, 2)


def test_words_that_training_did_not_see_leave_the_bias(model: WordModel) -> None:
    assert model.scores(["Boxy jug."])[0] == pytest.approx(model.bias)


def test_the_parts_of_a_score_add_up_to_it(model: WordModel) -> None:
    for text, scores in zip(_TEXTS, model.scores(_TEXTS), strict=True):
        parts = model.parts(text)
        assert parts.shape == (len(tokens(text)), 2)
        assert parts.sum(axis=0) + model.bias == pytest.approx(scores, abs=1e-5)


def test_a_model_says_the_same_after_it_was_saved_and_loaded(model: WordModel, tmp_path: Path) -> None:
    model.save(tmp_path)
    loaded = WordModel.load(tmp_path)
    assert loaded.labels == model.labels
    assert loaded.scores(_TEXTS) == pytest.approx(model.scores(_TEXTS), abs=0.01)  # weights are kept in half precision


def test_a_model_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidData, match=f"{re.escape(str(tmp_path))}: no model to load .*train it or install"):
        WordModel.load(tmp_path)


def test_a_model_whose_parts_do_not_fit_is_refused(model: WordModel, tmp_path: Path) -> None:
    model.save(tmp_path)
    described = (tmp_path / "features.json").read_text(encoding="utf-8")
    (tmp_path / "features.json").write_text(described.replace('"warm"', '"warm", "cold"'), encoding="utf-8")
    with pytest.raises(InvalidData, match=r"\(\d+, 2\) weights for \d+ features; train it again"):
        WordModel.load(tmp_path)
