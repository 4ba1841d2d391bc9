"""Linear scores over an encoder's vectors: meaning rather than words, and each word's part in a score can be told."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from yosnlp.encoder import Encoder
from yosnlp.errors import InvalidData
from yosnlp.themes.scorer import Array, tokens

_WEIGHTS = "weights.safetensors"


class EncodedModel:
    """Scores of ``labels``: a text's mean vector times ``weights`` (dimensions by labels) plus ``bias``.

    With ``unit`` the mean vector is brought to length 1 first, so that a product with a unit vector is a cosine.
    A mean of pieces makes a score the sum of its pieces' parts.
    """

    def __init__(
        self, labels: tuple[str, ...], encoder: Encoder, weights: Array, bias: Array, *, unit: bool = False
    ) -> None:
        self.labels = labels
        self.encoder = encoder
        self.weights = weights
        self.bias = bias
        self.unit = unit

    def scores(self, texts: Sequence[str]) -> Array:
        """Texts by labels."""
        if not texts:
            return np.zeros((0, len(self.labels)), dtype=np.float32)
        means = self.encoder.vectors(texts) if self.unit else self.encoder.means(texts)
        return np.asarray(means @ self.weights + self.bias, dtype=np.float32)

    def parts(self, text: str) -> Array:
        """Tokens by labels: each piece's share of the score, given to the token that it is of."""
        (pieces,) = self.encoder.pieces([text])
        length = float(np.linalg.norm(pieces.mean())) if self.unit else 1.0
        shares = pieces.vectors @ self.weights / (len(pieces.vectors) * length)
        found = tokens(text)
        owner = {at: i for i, token in enumerate(found) for at in range(token.start, token.end)}
        parts = np.zeros((len(found), len(self.labels)), dtype=np.float32)
        for (start, end), share in zip(pieces.places, shares, strict=True):
            if start < end and start in owner:
                parts[owner[start]] += share
        return parts

    def save(self, folder: Path) -> None:
        """Write ``weights.safetensors`` into ``folder``. The encoder is kept by who trained it."""
        from safetensors.numpy import save_file

        folder.mkdir(parents=True, exist_ok=True)
        tensors: dict[str, NDArray[Any]] = {
            "weights": np.ascontiguousarray(self.weights, dtype=np.float32),
            "bias": np.ascontiguousarray(self.bias, dtype=np.float32),
            "unit": np.array([self.unit], dtype=np.uint8),
        }
        save_file(tensors, folder / _WEIGHTS)

    @classmethod
    def load(cls, folder: Path, labels: tuple[str, ...], encoder: Encoder) -> EncodedModel:
        """The model in ``folder``. Raises InvalidData if it is not there or does not fit ``labels``."""
        from safetensors.numpy import load_file

        try:
            tensors = load_file(folder / _WEIGHTS)
        except (OSError, ValueError) as e:
            raise InvalidData(f"{folder}: no model to load ({e}); train it or install the package again") from e
        if tensors["weights"].shape[1] != len(labels):
            raise InvalidData(f"{folder}: {tensors['weights'].shape[1]} labels, not {len(labels)}; train it again")
        return cls(labels, encoder, tensors["weights"], tensors["bias"], unit=bool(tensors["unit"][0]))
