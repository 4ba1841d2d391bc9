"""Which themes a text is about, how sure that is, and by which words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from yosnlp.themes import evidence
from yosnlp.themes.scorer import Array, Scorer, tokens


@dataclass(frozen=True, slots=True)
class Scored:
    """A theme of a text: its probability (0..1), whether it is assigned, and the spans that carry it."""

    theme: str
    probability: float
    assigned: bool
    spans: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From which probability each theme is assigned, to a finding of a list and to a sentence of prose.

    What stands in a list was picked out to say one thing: there a lower probability is right as often.
    """

    listed: Mapping[str, float]
    prose: Mapping[str, float]

    @classmethod
    def alike(cls, stated: Mapping[str, float]) -> Thresholds:
        """The same for both, where texts are not told apart."""
        return cls(stated, stated)

    def of(self, themes: Sequence[str], listed: Sequence[bool]) -> Array:
        """The thresholds that hold for each text, texts by ``themes``."""
        rows = np.array(
            [[of_kind[theme] for theme in themes] for of_kind in (self.prose, self.listed)], dtype=np.float32
        )
        return np.asarray(rows[np.array(listed, dtype=int)])


class ThemeClassifier(Protocol):
    """Codes texts with themes. The contract: a list a text, in order, of all themes in codebook order."""

    name: str

    def code(self, texts: Sequence[str], listed: Sequence[bool] | None = None) -> list[list[Scored]]:
        """Every theme of every text; spans only for the themes that are assigned.

        ``listed`` says of each text whether it stood in a list; without it all are taken for prose, which is careful.
        """
        ...


class ThresholdClassifier:
    """Assigns each theme from its own probability on; a text may have none."""

    def __init__(self, name: str, scorer: Scorer, thresholds: Thresholds) -> None:
        self.name = name
        self.scorer = scorer
        self.thresholds = thresholds

    def probabilities(self, texts: Sequence[str]) -> Array:
        """Texts by themes."""
        return probabilities(self.scorer.scores(texts))

    def code(self, texts: Sequence[str], listed: Sequence[bool] | None = None) -> list[list[Scored]]:
        """Every theme of every text, in the order of the scorer's labels."""
        rows = self.probabilities(texts)
        assigned = rows >= self.thresholds.of(self.scorer.labels, listed or [False] * len(texts))
        blank = [not tokens(text) for text in texts]  # nothing said, no theme
        return [
            self._scored(text, row.tolist(), (picked & (not empty)).tolist())
            for text, row, picked, empty in zip(texts, rows, assigned, blank, strict=True)
        ]

    def _scored(self, text: str, row: list[float], picked: list[bool]) -> list[Scored]:
        parts = self.scorer.parts(text) if any(picked) else None
        found = tokens(text)
        scored = []
        for j, theme in enumerate(self.scorer.labels):
            spans = evidence.spans(found, parts[:, j]) if picked[j] and parts is not None else []
            scored.append(Scored(theme, round(row[j], 4), picked[j], tuple(spans)))
        return scored


def probabilities(scores: Array) -> Array:
    """Log odds as probabilities (0..1)."""
    return np.asarray(1 / (1 + np.exp(-scores)), dtype=np.float32)
