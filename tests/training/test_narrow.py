"""The fast student, where torch is installed (the `train` extra): the same network each time, and it learns."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from yosnlp.encoder import Encoder
from yosnlp.labels import examples
from yosnlp.themes.codebook import load_codebook
from yosnlp.themes.encoded import EncodedModel
from yosnlp.themes.polarity import POLARITIES

torch = pytest.importorskip("torch", reason="torch is not installed: pip install '.[train]'")
pytest.importorskip("transformers", reason="transformers is not installed: pip install '.[train]'")
pytest.importorskip("onnx", reason="onnx is not installed: pip install '.[train]'")

from training import narrow, student  # noqa: E402

pytestmark = pytest.mark.filterwarnings("ignore")
DATA = examples()[:24]
IDS = load_codebook().ids


@pytest.fixture(scope="module")
def teachers() -> tuple[EncodedModel, EncodedModel]:
    random = np.random.default_rng(1)
    encoder = Encoder.load()
    weights = [random.normal(size=(encoder.dimensions, n)).astype(np.float32) for n in (len(IDS), len(POLARITIES))]
    return (
        EncodedModel(IDS, encoder, weights[0], np.zeros(len(IDS), dtype=np.float32)),
        EncodedModel(POLARITIES, encoder, weights[1], np.zeros(len(POLARITIES), dtype=np.float32)),
    )


def taught(teachers: tuple[EncodedModel, EncodedModel], body: Path, epochs: int) -> tuple[EncodedModel, EncodedModel]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(narrow, "EPOCHS", epochs)
        return student.teach(DATA, *teachers, body, say=lambda _: None)


def test_the_same_lessons_give_the_same_scores(teachers: tuple[EncodedModel, EncodedModel], tmp_path: Path) -> None:
    one, other = (taught(teachers, tmp_path / name, 1) for name in ("one.onnx", "other.onnx"))
    texts = [row.text for row in DATA]
    assert np.array_equal(one[0].scores(texts), other[0].scores(texts))
    assert (tmp_path / "one.onnx").stat().st_size < 2_000_000


def test_it_learns_what_it_is_taught(teachers: tuple[EncodedModel, EncodedModel], tmp_path: Path) -> None:
    themes, polarity = taught(teachers, tmp_path / "body.onnx", 60)
    told = polarity.scores([row.text for row in DATA]).argmax(axis=1)
    said = [POLARITIES.index(row.polarity) for row in DATA]
    assert (told == said).mean() > 0.5
    assert themes.encoder.dimensions == narrow.WIDTH
