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


def keys(held: Sequence[Row]) -> NDArray[np.int64]:
    """Keys of findings, of rows as `packed` made them with their ``first_key``."""
    runs = [np.arange(row["first_key"], row["first_key"] + row["findings"], dtype=np.int64) for row in held]
    return np.concatenate(runs) if runs else np.empty(0, dtype=np.int64)


def unpacked(held: Sequence[Row]) -> Vectors:
    """The vectors of ``held``, findings by dimensions."""
    dimensions = held[0]["dimensions"] if held else 0
    vectors = np.empty((sum(row["findings"] for row in held), dimensions), dtype=np.float32)
    at = 0
    for row in held:
        whole, scales = _numbers(row)
        np.multiply(whole, scales[:, None], out=vectors[at : at + len(scales)])
        at += len(scales)
    return vectors


def cosines(held: Sequence[Row], query: Vectors) -> Vectors:
    """The cosine of each vector of ``held`` with ``query``, of unit length; a report at a time, which is quicker."""
    parts = [(whole.astype(np.float32) @ query) * scales for whole, scales in map(_numbers, held)]
    return np.concatenate(parts) if parts else np.empty(0, dtype=np.float32)


def _numbers(row: Row) -> tuple[NDArray[np.int8], Vectors]:
    whole = np.frombuffer(row["rows"], dtype=np.int8).reshape(row["findings"], row["dimensions"])
    return whole, np.frombuffer(row["scales"], dtype="<f4").astype(np.float32, copy=False)
