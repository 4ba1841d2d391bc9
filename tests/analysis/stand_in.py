"""Vectors that tests can read: a text's direction is the first word of it that names a matter."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

MATTERS = ("tutors", "letters", "panels", "safety")


def vectors(texts: Sequence[str], /) -> NDArray[np.float64]:
    """One direction for each of `MATTERS`, and one of its own for a text that names none."""
    rows = np.zeros((len(texts), len(MATTERS) + len(texts)))
    for i, text in enumerate(texts):
        named = [m for m, matter in enumerate(MATTERS) if matter in text.lower()]
        rows[i, named[0] if named else len(MATTERS) + i] = 1
    return rows
