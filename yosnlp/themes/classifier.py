"""Which themes a text is about, how sure that is, and by which words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from yosnlp.themes import evidence
from yosnlp.themes.linear import Array, LinearModel, tokens


@dataclass(frozen=True, slots=True)
class Scored:
    """A theme of a text: its probability (0..1), whether it is assigned, and the spans that carry it."""

    theme: str
    probability: float
    assigned: bool
    spans: tuple[tuple[int, int], ...] = ()


class ThemeClassifier(Protocol):
    """Codes texts with themes. The contract: a list a text, in order, of all themes in codebook order."""

    name: str

    def code(self, texts: Sequence[str]) -> list[list[Scored]]:
        """Every theme of every text; spans only for the themes that are assigned."""
        ...


class LinearClassifier:
    """Logistic regressions, one a theme, over word n-grams and cues, with a threshold each."""

    def __init__(self, name: str, model: LinearModel, thresholds: Array) -> None:
        self.name = name
        self.model = model
        self.thresholds = thresholds

    def probabilities(self, texts: Sequence[str]) -> Array:
        """Texts by themes."""
        return np.asarray(1 / (1 + np.exp(-self.model.scores(texts))), dtype=np.float32)

    def code(self, texts: Sequence[str]) -> list[list[Scored]]:
        """Every theme of every text, in the order of the model's labels."""
        probabilities = self.probabilities(texts)
        assigned = probabilities >= self.thresholds
        return [
            self._scored(text, row.tolist(), picked.tolist())
            for text, row, picked in zip(texts, probabilities, assigned, strict=True)
        ]

    def _scored(self, text: str, row: list[float], picked: list[bool]) -> list[Scored]:
        parts = self.model.features.parts(text, self.model.weights) if any(picked) else None
        found = tokens(text)
        scored = []
        for j, theme in enumerate(self.model.labels):
            spans = evidence.spans(found, parts[:, j]) if picked[j] and parts is not None else []
            scored.append(Scored(theme, round(row[j], 4), picked[j], tuple(spans)))
        return scored
