"""Vectors in which what people ask lies near the findings that answer it.

A text is encoded twice: by all-MiniLM-L6-v2 as published, which knows everyday words, and by the encoder that learnt
themes and polarity, which knows what findings say of the work. What both make of it is put side by side and projected:
straight, and by way of an inner layer. The projection (``models/search``, by `training.search`) was learnt from written
queries and the findings that they ask for.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from yosnlp import resources
from yosnlp.encoder import BODY, Array, Encoder
from yosnlp.errors import InvalidData
from yosnlp.store.database import Vectors

PROJECTION = "projection.safetensors"
#: The folders of ``models`` whose bodies encode a text.
ENCODERS = ("encoder", "accurate")
_LEAST = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Projection:
    """What is made of the vectors of the encoders.

    ``centres``: of each encoder the mean vector of many findings, which is taken away: all findings speak of children,
    staff and plans. ``straight``: the dimensions of all encoders by those of the vectors. ``inner`` and ``outer``, with
    their biases: those of the inner layer, between the same.
    """

    centres: Array
    straight: Array
    inner: Array
    inner_bias: Array
    outer: Array
    outer_bias: Array

    def __call__(self, told: Array) -> Array:
        """One vector of all encoders, projected."""
        held = told @ self.inner + self.inner_bias
        bent = held / 2 * (1 + np.tanh(math.sqrt(2 / math.pi) * (held + 0.044715 * held**3)))  # GELU, as torch has it
        return np.asarray(told @ self.straight + bent @ self.outer + self.outer_bias)


class Embedding:
    """Texts to vectors of unit length."""

    def __init__(self, encoders: Sequence[Encoder], projection: Projection) -> None:
        self.encoders = tuple(encoders)
        self.projection = projection

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """Texts by dimensions."""
        told = side_by_side([encoder.means(texts) for encoder in self.encoders], self.projection.centres)
        # One by one: a text's numbers do not hang on its neighbours.
        projected = np.array([self.projection(row) for row in told], dtype=np.float32)
        return _unit(projected.reshape(len(told), self.projection.straight.shape[1]))

    @classmethod
    def load(cls) -> Embedding:
        """The embedding that ships with yosnlp. Raises InvalidData."""
        return _loaded(resources.models())


def side_by_side(means: Sequence[Array], centres: Array) -> Vectors:
    """What each encoder makes of texts, less its centre, at unit length: texts by the dimensions of all encoders."""
    return np.concatenate([_unit(mean - centre) for mean, centre in zip(means, centres, strict=True)], axis=1)


def save(folder: Path, projection: Projection) -> None:
    """Write the file of a projection into ``folder``."""
    from safetensors.numpy import save_file

    folder.mkdir(parents=True, exist_ok=True)
    tensors: dict[str, NDArray[Any]] = {
        name: np.ascontiguousarray(values, dtype=np.float16) for name, values in asdict(projection).items()
    }
    save_file(tensors, folder / PROJECTION)


def sha256() -> str:
    """What tells the vectors of this embedding from those of another. Raises InvalidData."""
    return _hash(resources.models("search", PROJECTION))


@cache
def _hash(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as e:
        raise InvalidData(f"{path}: no embedding to load ({e}); install the package again") from e


@cache
def _loaded(models: Path) -> Embedding:
    from safetensors.numpy import load_file

    path = models / "search" / PROJECTION
    try:
        tensors = load_file(path)
    except (OSError, ValueError) as e:
        raise InvalidData(f"{path}: no embedding to load ({e}); install the package again") from e
    encoders = [Encoder.load(models / name / BODY) for name in ENCODERS]
    return Embedding(encoders, Projection(**{name: held.astype(np.float32) for name, held in tensors.items()}))


def _unit(vectors: Array) -> Vectors:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, _LEAST), dtype=np.float32)
