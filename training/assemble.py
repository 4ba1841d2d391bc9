"""The shipped accurate model as it would be without one report: for measures that need a model, not scores alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from training.held_out import members_without
from training.mix import Mix, mix
from yosnlp.labels import Labelled
from yosnlp.themes.blend import Blend, Member
from yosnlp.themes.classifier import ThresholdClassifier
from yosnlp.themes.encoded import EncodedModel
from yosnlp.themes.polarity import PolarityModel
from yosnlp.themes.words import WordModel


@dataclass(frozen=True, slots=True)
class Without:
    """A classifier and a judge that have not seen ``report``, its thresholds chosen without it too."""

    report: str
    themes: ThresholdClassifier
    polarity: PolarityModel


def blend(mixed: Mix, scorers: dict[str, WordModel | EncodedModel]) -> Blend:
    """``scorers``, by the name of the member, as ``mixed`` weighs them."""
    every = np.ones(len(mixed.bias), dtype=np.float32)
    weighed = zip(mixed.members, mixed.weights, strict=True)
    return Blend({name: Member(scorers[name], every * weight) for name, weight in weighed}, mixed.bias)


def without(report: str, data: Sequence[Labelled], work: Path) -> Without:
    """The model trained without ``report``, its encoder from the folder ``work`` of `training.held_out`."""
    members = members_without([report], data, work)
    for_themes, for_polarity = (mix(data, what, left_out=[report]) for what in ("themes", "polarity"))
    scorer = blend(for_themes, {name: members[f"themes/{name}"] for name in for_themes.members})
    judge = blend(for_polarity, {name: members[f"polarity/{name}"] for name in for_polarity.members})
    return Without(
        report, ThresholdClassifier(report, scorer, for_themes.thresholds), PolarityModel(judge, for_polarity.margins)
    )
