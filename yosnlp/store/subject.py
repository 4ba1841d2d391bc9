"""Findings by their subject: how like the themes of what was asked theirs are, as the model of the corpus codes both.

Users ask in everyday words for what reports say in terms of their own; the themes are what both have in common.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from yosnlp import themes
from yosnlp.store import models
from yosnlp.store.database import Database, among

_LEAST = 1e-9


@dataclass(frozen=True, slots=True)
class Subject:
    """What a query is about: a probability, 0..1, of each theme that the model codes."""

    themes: tuple[str, ...]
    probabilities: NDArray[np.float64]

    @property
    def certainty(self) -> float:
        """The probability of its likeliest theme: near 0 for a query that is about none."""
        return float(self.probabilities.max(initial=0.0))

    def ranked(self, database: Database, keys: Sequence[int]) -> list[int]:
        """``keys`` by the likeness of their themes, the likest first; those alike in the order given."""
        condition, values = among("finding_key", list(keys))
        rows = database.rows(f"SELECT finding_key, theme_scores_json FROM findings WHERE {condition}", values)
        scores = {row["finding_key"]: json.loads(row["theme_scores_json"]) for row in rows}
        found = np.array([[scores.get(key, {}).get(theme, 0.0) for theme in self.themes] for key in keys])
        lengths = np.linalg.norm(found, axis=1) * np.linalg.norm(self.probabilities)
        likeness = found @ self.probabilities / np.maximum(lengths, _LEAST)
        return [keys[i] for i in np.argsort(-likeness, kind="stable")]


def subject_of(database: Database, texts: Sequence[str]) -> Subject | None:
    """What ``texts``, ways to say one thing, are about; None where the model of the corpus is not one that ships."""
    name = models.newest(database)
    if name is None or name not in themes.names():
        return None
    coded = _coded(name, texts)
    return Subject(tuple(coded), np.array(list(coded.values())))


def _coded(model: str, texts: Sequence[str]) -> dict[str, float]:
    """The mean probability of each theme over ``texts``."""
    told = [{s.theme: s.probability for s in scored} for scored in themes.load(model).themes.code(list(texts))]
    return {theme: sum(each[theme] for each in told) / len(told) for theme in told[0]}
