"""What every encoder keeps to, on all-MiniLM-L6-v2 as it ships."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from yosnlp.encoder import MOST_PIECES, Encoder, Table
from yosnlp.errors import InvalidData

_TEXTS = ("The nurse saw every child.", "Each child was seen by a nurse.", "The car park was full.", "", "  \n")


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder.load()


def test_as_many_vectors_as_texts_each_of_length_1(encoder: Encoder) -> None:
    vectors = encoder.vectors(_TEXTS)
    assert vectors.shape == (5, 384)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(5), abs=1e-5)
    assert encoder.vectors([]).shape == (0, 384)


def test_what_means_the_same_lies_near(encoder: Encoder) -> None:
    one, other, apart, *_ = encoder.vectors(_TEXTS)
    assert one @ other > 0.6 > 0.3 > one @ apart


def test_a_text_has_the_same_vector_whatever_stands_beside_it(encoder: Encoder) -> None:
    together = encoder.vectors(_TEXTS)
    fresh = Encoder(encoder.tokenizer, encoder.table, encoder.body)
    assert (np.concatenate([fresh.vectors([text]) for text in _TEXTS[::-1]])[::-1] == together).all()


def test_pieces_know_their_characters(encoder: Encoder) -> None:
    text = "Therapists’ desks"
    (pieces,) = encoder.pieces([text])
    assert pieces.vectors.shape == (len(pieces.places), 384)
    assert "".join(text[start:end] for start, end in pieces.places) == text.replace(" ", "")
    assert pieces.places[0] == pieces.places[-1] == (0, 0)


def test_a_long_text_is_cut_not_refused(encoder: Encoder) -> None:
    (pieces,) = encoder.pieces(["word " * 2000])
    assert len(pieces.places) == MOST_PIECES


def test_a_table_keeps_vectors_to_a_part_in_a_hundred(tmp_path: Path) -> None:
    vectors = np.random.default_rng(1).normal(size=(50, 384)).astype(np.float32)
    Table.of(vectors).save(tmp_path / "pieces.safetensors")
    kept = Table.load(tmp_path / "pieces.safetensors").rows(range(50))
    assert np.abs(kept - vectors).max() < 0.01 * np.abs(vectors).max()


def test_a_body_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidData, match=r"body\.onnx: no encoder to load .*train it or install the package again"):
        Encoder.load(tmp_path / "body.onnx")
