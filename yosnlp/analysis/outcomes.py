"""What became of a concern: the later findings on its matter, the side that decides, and the reason in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from yosnlp.analysis.matters import Numbers

#: What became of what the earlier report raised, and ``new`` for what only the later one does.
OUTCOMES = ("turned_into_strength", "persisting", "mentioned_neutrally", "not_mentioned", "new")
#: The polarities of a finding that raises a concern: one on both sides does.
CONCERNS = ("area_for_improvement", "mixed")
_NAMED = {
    "area_for_improvement": ("area for improvement", "areas for improvement"),
    "strength": ("strength", "strengths"),
    "mixed": ("finding on both sides", "findings on both sides"),
    "neutral": ("neutral mention", "neutral mentions"),
}


@dataclass(frozen=True, slots=True)
class Ground:
    """Why a matter was found or not: what the other report held on the themes, and what it did not look at.

    ``on_themes`` of its findings share a theme, ``concerns`` of these raise a concern. ``not_looked_at`` names themes
    and standards that were out of the other report's scope.
    """

    which: str
    on_themes: int
    concerns: int
    not_looked_at: tuple[str, ...]

    def __str__(self) -> str:
        lacking = ", ".join(self.not_looked_at)
        scope = f"out of the {self.which} inspection's scope or not read: {lacking}" if lacking else "in its scope"
        of_them = f", {self.concerns} of them raising a concern" if self.on_themes else ""
        return f"{self.on_themes} {self.which} findings share a theme{of_them}; {scope}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """An outcome with the finding that is quoted for it (its place among the others) and all else on the matter."""

    outcome: str
    place: int | None
    similarity: float | None
    also: tuple[int, ...]
    reason: str


def became(near: Numbers, later: pd.DataFrame, floor: float, ground: Ground) -> Outcome:
    """What became of a concern that is so ``near`` (0..1) to each of ``later``: what is nearest of the judged decides.

    A neutral mention decides only where nothing else is said on the matter. Absence is not resolution: what no later
    finding speaks of is ``not_mentioned``, with its ground.
    """
    sides = later["polarity"].tolist()
    found = _from_floor(near, floor)
    judged = [j for j in found if sides[j] != "neutral"]
    if not found:
        reason = f"resolved at most, no longer raised: {_nearest(near, later, floor)}; {ground}"
        return Outcome("not_mentioned", None, None, (), reason)
    best = (judged or found)[0]
    outcome = {"strength": "turned_into_strength", "neutral": "mentioned_neutrally"}.get(sides[best], "persisting")
    return _quoted(outcome, best, near, found, sides, "later")


def spoken_to(near: Numbers, later: pd.DataFrame, floor: float, ground: Ground) -> Iterator[Outcome]:
    """What later findings say to a recommendation: an outcome for each side that speaks to it, as `became` has them."""
    sides = later["polarity"].tolist()
    first = became(near, later, floor, ground)
    yield first
    if first.place is None or first.outcome == "mentioned_neutrally":
        return
    found = _from_floor(near, floor)
    raises = sides[first.place] in CONCERNS
    other = [j for j in found if (sides[j] == "strength" if raises else sides[j] in CONCERNS)]
    if other:
        outcome = "turned_into_strength" if raises else "persisting"
        yield _quoted(outcome, other[0], near, found, sides, "later")


def newly_raised(near: Numbers, earlier: pd.DataFrame, floor: float, ground: Ground) -> Outcome | None:
    """``new``, for a later concern so ``near`` to each of ``earlier``, unless one of these raised it; None then.

    What was a strength of the earlier report, or only mentioned there, is quoted beside it.
    """
    sides = earlier["polarity"].tolist()
    found = _from_floor(near, floor)
    if any(sides[i] in CONCERNS for i in found):
        return None
    best = next((i for i in found if sides[i] == "strength"), found[0] if found else None)
    if best is not None:
        return _quoted("new", best, near, found, sides, "earlier")
    return Outcome("new", None, None, (), f"not raised earlier: {_nearest(near, earlier, floor)}; {ground}")


def _from_floor(near: Numbers, floor: float) -> list[int]:
    """Places from the floor upwards, the nearest first; of those as near, the first."""
    return [int(j) for j in np.argsort(-near, kind="stable") if near[j] >= floor]


def _quoted(outcome: str, best: int, near: Numbers, found: Sequence[int], sides: Sequence[Any], which: str) -> Outcome:
    also = tuple(j for j in found if j != best)
    said = f"{which} {_NAMED[sides[best]][0]} on the same matter (nearness {near[best]:.2f})"
    counts = {side: sum(sides[j] == side for j in also) for side in _NAMED}
    others = [f"{n} {_NAMED[side][n > 1]}" for side, n in counts.items() if n]
    return Outcome(outcome, best, float(near[best]), also, f"{said}; also {', '.join(others)}" if others else said)


def _nearest(near: Numbers, others: pd.DataFrame, floor: float) -> str:
    if not len(near) or near.max() <= 0:
        return "nothing that could be of the matter"
    best = int(near.argmax())
    return f"nearest is {others['finding_id'].iloc[best]} at {near[best]:.2f}, below {floor:.2f}"
