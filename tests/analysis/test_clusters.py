"""Vectors into clusters: size first, what is like nothing else left out."""

import numpy as np
import pytest

from yosnlp.analysis.clusters import centred, closeness, clusters

AXES = np.eye(4)


def around(*axes: int) -> np.ndarray:
    """Unit vectors close to the axes named."""
    rows = AXES[list(axes)] + 0.05 * np.array([AXES[(a + i) % 4] for i, a in enumerate(axes)])
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True))


def test_the_largest_cluster_comes_first_and_a_single_one_is_in_none() -> None:
    assert clusters(around(1, 0, 0, 2, 0, 1), least=2).tolist() == [1, 0, 0, -1, 0, 1]


def test_the_smallest_cluster() -> None:
    assert clusters(around(1, 0, 0, 2, 0, 1), least=3).tolist() == [-1, 0, 0, -1, 0, -1]


@pytest.mark.parametrize("count", [pytest.param(0, id="none"), pytest.param(1, id="one"), pytest.param(2, id="two")])
def test_too_few_vectors(count: int) -> None:
    assert clusters(AXES[:count], least=3).tolist() == [-1] * count


def test_what_all_have_in_common_is_taken_away() -> None:
    moved = centred(np.array([[1.0, 0.1, 0.0], [1.0, -0.1, 0.0]]))
    assert moved[0] @ moved[1] == pytest.approx(-1)


def test_vectors_all_alike_stay_as_they_are_and_make_a_cluster() -> None:
    assert clusters(centred(AXES[[0, 0, 0]]), least=3).tolist() == [0, 0, 0]


def test_closeness_to_the_middle() -> None:
    near = closeness(np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 0.0]]), np.array([0, 0, -1]))
    assert near[:2].tolist() == pytest.approx([np.sqrt(0.5), np.sqrt(0.5)])
    assert np.isnan(near[2])
