from __future__ import annotations

import numpy as np
import pytest

from yosnlp.encoder import Encoder
from yosnlp.themes.encoded import EncodedModel
from yosnlp.themes.scorer import tokens

_TEXTS = ("The nurse came to the school.", "Speech-and-language therapists’ work; 80% of it.", "Неведомое слово.")


@pytest.fixture(params=[False, True], ids=["mean", "mean at length 1"])
def model(request: pytest.FixtureRequest) -> EncodedModel:
    weights = np.random.default_rng(2).normal(size=(384, 2)).astype(np.float32)
    return EncodedModel(("health", "ete"), Encoder.load(), weights, np.array([0.5, -1.0]), unit=request.param)


def test_scores_are_texts_by_labels(model: EncodedModel) -> None:
    assert model.scores(_TEXTS).shape == (3, 2)
    assert model.scores([]).shape == (0, 2)


def test_the_parts_of_words_and_those_of_the_marks_at_the_ends_add_up_to_the_score(model: EncodedModel) -> None:
    for text, score in zip(_TEXTS, model.scores(_TEXTS), strict=True):
        (pieces,) = model.encoder.pieces([text])
        length = np.linalg.norm(pieces.mean()) if model.unit else 1.0
        inside = [start < end and any(t.start <= start < t.end for t in tokens(text)) for start, end in pieces.places]
        marks = pieces.vectors[~np.array(inside)].sum(axis=0) @ model.weights / (len(inside) * length)
        assert model.parts(text).shape == (len(tokens(text)), 2)
        assert model.parts(text).sum(axis=0) + marks + model.bias == pytest.approx(score, abs=1e-3)
