from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from yosnlp.encoder import Encoder
from yosnlp.errors import InvalidData
from yosnlp.themes.blend import Blend, Member
from yosnlp.themes.encoded import EncodedModel
from yosnlp.themes.grams import Grams
from yosnlp.themes.words import Features, WordModel

_LABELS = ("health", "ete")
_TEXTS = ("The nurse came to the school.", "Tea was warm.", "", "Speech-and-language therapists’ work; 80% of it.")


@pytest.fixture(scope="module")
def blend() -> Blend:
    """Of a model of words and one over all-MiniLM-L6-v2's vectors, with weights that mean nothing."""
    features = Features.fit(_TEXTS, grams=Grams("words", 1, 2), rarest=1, cues=None)
    random = np.random.default_rng(5)
    words = WordModel(
        _LABELS, features, random.normal(size=(features.count, 2)).astype(np.float32), np.array([0.5, -1])
    )
    vectors = EncodedModel(_LABELS, Encoder.load(), random.normal(size=(384, 2)).astype(np.float32), np.array([1.0, 2]))
    members = {"words": Member(words, np.array([0.5, 0])), "vectors": Member(vectors, np.array([2.0, 1]))}
    return Blend(members, np.array([-1.0, 1], dtype=np.float32))


def test_a_score_is_that_of_each_member_times_its_weight_and_the_bias(blend: Blend) -> None:
    words, vectors = (member.scorer.scores(_TEXTS) for member in blend.members.values())
    assert blend.scores(_TEXTS) == pytest.approx(words * [0.5, 0] + vectors * [2, 1] + [-1, 1], abs=1e-4)


def test_parts_are_added_as_scores_are(blend: Blend) -> None:
    words, vectors = (member.scorer for member in blend.members.values())
    for text in _TEXTS:
        assert blend.parts(text) == pytest.approx(words.parts(text) * [0.5, 0] + vectors.parts(text) * [2, 1], abs=1e-4)


def test_it_says_the_same_after_it_was_saved_and_loaded(blend: Blend, tmp_path: Path) -> None:
    blend.save(tmp_path / "model" / "themes")
    assert Blend.load(tmp_path / "model" / "themes").scores(_TEXTS) == pytest.approx(blend.scores(_TEXTS), abs=0.01)


def test_a_model_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidData, match=r"no model to load .*train it or install the package again"):
        Blend.load(tmp_path)


def test_a_model_whose_parts_do_not_fit_is_refused(blend: Blend, tmp_path: Path) -> None:
    blend.save(tmp_path / "model" / "themes")
    path = tmp_path / "model" / "themes" / "blend.json"
    described = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**described, "labels": ["health", "tea"]}), encoding="utf-8")
    with pytest.raises(InvalidData, match=r"its parts are of other labels than blend\.json; train it again"):
        Blend.load(tmp_path / "model" / "themes")
