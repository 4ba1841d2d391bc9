"""How well a finding matches what was asked, so that 'no good match' can be an answer.

Ranks say which finding is the best, not whether it is any good. Strength puts together how near a finding is in meaning
and how much of the query its words cover: of each idea the share that its rarity gives it. The weights and floors are
data, ``corpus/search.yaml``.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import log
from typing import Literal, TypeAlias

import numpy as np
import yaml
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict

from yosnlp import resources
from yosnlp.store.wanted import Wanted
from yosnlp.store.words import Words

How: TypeAlias = Literal["both", "words", "meaning"]
Numbers: TypeAlias = NDArray[np.float64]


class _Floor(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")
    floor: float


class _Weighed(_Floor):
    cosine: float
    coverage: float


class Floors(BaseModel):
    """Weights and floors. ``tail``: beside a good match, others count from this share of its floor on."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    version: int
    both: _Weighed
    words: _Floor
    meaning: _Floor
    like: _Floor
    tail: float
    passed_over: str

    def of(self, how: How | Literal["like"]) -> float:
        """The floor of a way to search."""
        return float(getattr(self, how).floor)


@cache
def floors() -> Floors:
    """Those of ``corpus/search.yaml``."""
    return Floors.model_validate(yaml.safe_load(resources.corpus("search.yaml").read_text(encoding="utf-8")))


def coverage(words: Words, wanted: Wanted, keys: Sequence[int], findings: int) -> Numbers:
    """For each of ``keys`` the share of the ideas of the query that it holds, weighed by how rare they are, 0 to 1.

    ``findings``: how many the corpus has. An idea that no finding holds weighs most of all.
    """
    shares = np.zeros(len(keys))
    weights = 0.0
    for unit in wanted.units:
        weight = log(1 + (findings + 1) / (words.how_many(unit) + 0.5))
        holding = words.held(unit, keys) if keys else set()
        shares += weight * np.fromiter((key in holding for key in keys), dtype=float, count=len(keys))
        weights += weight
    return shares / weights if weights else shares


def strengths(how: How, cosines: Numbers | None, covered: Numbers | None) -> Numbers:
    """The strength of findings by their cosines, the share of the query that they cover, or both."""
    if how == "words" or cosines is None:
        return covered if covered is not None else np.zeros(0)
    if how == "meaning" or covered is None:
        return np.clip(cosines, 0, 1)
    weights = floors().both
    summed = weights.cosine * np.clip(cosines, 0, 1) + weights.coverage * covered
    return np.asarray(summed / (weights.cosine + weights.coverage))
