"""How the members of a blend are mixed, and from which probability themes are assigned: chosen on held-out scores."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from training.data import polarities, themes
from training.held_out import scores
from yosnlp.labels import Labelled
from yosnlp.learning import margins, thresholds
from yosnlp.learning.calibrate import calibrate
from yosnlp.themes.classifier import Thresholds, probabilities
from yosnlp.themes.codebook import load_codebook
from yosnlp.themes.polarity import POLARITIES
from yosnlp.themes.scorer import Array

#: The members of the shipped models.
ACCURATE = ("words", "encoded")
FAST = ("words", "student")


@dataclass(frozen=True, slots=True)
class Mix:
    """A weight for each member and a bias for each label.

    For themes also the thresholds, of listed findings and of prose; for polarity the margins, by polarity.
    """

    members: tuple[str, ...]
    weights: Array
    bias: Array
    thresholds: Thresholds = field(default_factory=lambda: Thresholds.alike({}))
    margins: dict[str, float] = field(default_factory=dict)

    def odds(self, of_members: Sequence[Array]) -> Array:
        """The mixed scores, texts by labels."""
        added = sum(weight * own for weight, own in zip(self.weights, of_members, strict=True))
        return np.asarray(added + self.bias, dtype=np.float32)


def mix(
    data: Sequence[Labelled],
    what: str,
    *,
    left_out: Sequence[str] = (),
    members: Sequence[str] = ACCURATE,
) -> Mix:
    """The mix for ``what``, ``themes`` or ``polarity``, chosen on all reports of ``data`` but those ``left_out``.

    Each report is scored by models that have seen neither it nor those left out.
    """
    others = sorted({row.source for row in data} - set(left_out))
    rows = [row for report in others for row in data if row.source == report]
    held = [
        np.concatenate([scores(sorted((*left_out, report)))[f"{report}/{what}/{member}"] for report in others])
        for member in members
    ]
    ids = load_codebook().ids
    said = themes(rows, ids) if what == "themes" else polarities(rows)
    weights, bias = calibrate(held, said, exclusive=what == "polarity")
    mixed = Mix(tuple(members), weights, bias)
    odds = mixed.odds(held)
    if what == "themes":
        listed = np.array([row.listed for row in rows])
        return replace(mixed, thresholds=thresholds.choose_by_kind(probabilities(odds), said, ids, listed))
    # Listed findings have their polarity from their heading; sentences that say both are split.
    prose = np.array([not row.listed and row.polarity != "mixed" for row in rows])
    return replace(mixed, margins=margins.choose(odds[prose], said[prose], POLARITIES, of="neutral"))
