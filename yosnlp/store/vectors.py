"""Vectors of findings as bytes: whole numbers with a scale for each vector, a quarter of their size."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from yosnlp.encoder import Table
from yosnlp.store.database import Row, Vectors


def packed(vectors: Vectors) -> Row:
    """The columns that hold ``vectors``, findings by dimensions, of unit length."""
    table = Table.of(np.asarray(vectors, dtype=np.float32))
    return {
        "findings": vectors.shape[0],
        "dimensions": vectors.shape[1],
        "scales": np.asarray(table.scale, dtype="<f4").tobytes(),
        "rows": table.whole.tobytes(),
    }


def unpacked(held: Sequence[Row]) -> tuple[NDArray[np.int64], Vectors]:
    """Keys of findings and their vectors, of rows as `packed` made them with their ``first_key``."""
    if not held:
        return np.empty(0, dtype=np.int64), np.empty((0, 0), dtype=np.float32)
    keys = np.concatenate([np.arange(row["first_key"], row["first_key"] + row["findings"]) for row in held])
    whole = np.frombuffer(b"".join(row["rows"] for row in held), dtype=np.int8)
    scales = np.frombuffer(b"".join(row["scales"] for row in held), dtype="<f4")
    vectors = whole.reshape(len(keys), held[0]["dimensions"]).astype(np.float32)
    vectors *= scales[:, None]
    return keys.astype(np.int64), vectors
