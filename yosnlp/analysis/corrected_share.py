"""A share put right, or why it could not be."""

from __future__ import annotations

from dataclasses import dataclass
from math import nan


@dataclass(frozen=True, slots=True)
class CorrectedShare:
    """``share`` (0..1) with its bounds, NaN where not known; so many findings were ``labelled``."""

    share: float = nan
    low: float = nan
    high: float = nan
    labelled: int = 0
    caution: str = ""
