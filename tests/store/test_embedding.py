"""Queries and findings as vectors of one space."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from yosnlp.errors import InvalidData
from yosnlp.store import embedding
from yosnlp.store.embedding import Embedding, side_by_side

FINDING = "Too few children were in school, college or work."
OTHER = "The board has no chair and seldom meets."


@pytest.fixture(scope="module")
def shipped() -> Embedding:
    return Embedding.load()


def test_as_many_vectors_as_texts_each_of_length_1(shipped: Embedding) -> None:
    vectors = shipped.vectors([FINDING, OTHER, "x"])
    assert vectors.shape == (3, 384)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert shipped.vectors([]).shape == (0, 384)


@pytest.mark.parametrize("query", ["kids not in lessons", "children not in education", "Are children learning?"])
def test_a_query_lies_nearer_to_what_it_asks_for(shipped: Embedding, query: str) -> None:
    asked, wanted, other = shipped.vectors([query, FINDING, OTHER])
    assert asked @ wanted > asked @ other


def test_a_text_has_the_same_vector_whatever_stands_beside_it(shipped: Embedding) -> None:
    assert np.array_equal(shipped.vectors([FINDING])[0], shipped.vectors([OTHER, FINDING])[1])


def test_each_encoder_counts_alike_however_long_its_vectors() -> None:
    means = [np.array([[3.0, 4.0], [30.0, 40.0]]), np.array([[1.0], [5.0]])]
    told = side_by_side(means, np.array([0.0, 0.0]))
    assert np.allclose(told, [[0.6, 0.8, 1.0], [0.6, 0.8, 1.0]])


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(InvalidData, match="no embedding to load"):
        embedding._loaded(tmp_path)


def test_another_projection_is_another_embedding(tmp_path: Path) -> None:
    hashes = set()
    for value in (0.0, 1.0):
        folder = tmp_path / str(value)
        embedding.save(folder, replace(Embedding.load().projection, outer_bias=np.full(384, value)))
        hashes.add(embedding._hash(folder / embedding.PROJECTION))
    assert len(hashes) == 2
