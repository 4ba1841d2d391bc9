"""How good the model is, as its card says; never typed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from yosnlp import resources

#: The measures of a model that ships, beside its card; made by ``python -m evaluation.readme``.
SCORES = "card.scores.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeScores:
    """How well themes are assigned to ``n`` texts of a kind; shares with two decimals."""

    texts: str
    n: int
    precision: str
    recall: str
    f1: str
    interval: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PolarityScores:
    """How well the side is told for ``n`` texts of a kind, by the text alone."""

    texts: str
    n: int
    accuracy: str
    kappa: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelCard:
    """Scores of a model on reports that it had not seen; ``note``: why there are none, or to be read with care."""

    model: str
    reports: int
    themes: tuple[ThemeScores, ...]
    polarity: tuple[PolarityScores, ...]
    note: str


def model_card(run: Mapping[str, Any]) -> ModelCard:
    """The card of the model that made ``run``, the one of `Tables`."""
    model = str(run.get("model", ""))
    path = resources.models(model, SCORES)
    known = model in {scored.parent.name for scored in resources.models().glob(f"*/{SCORES}")}
    if not known:
        return ModelCard(model=model, reports=0, themes=(), polarity=(), note=_UNKNOWN)
    held = json.loads(path.read_text(encoding="utf-8"))
    return ModelCard(
        model=model,
        reports=held["reports"],
        themes=tuple(_themes(row) for row in held["themes"]),
        polarity=tuple(
            PolarityScores(texts=row["texts"], n=row["n"], accuracy=_two(row["accuracy"]), kappa=_two(row["kappa"]))
            for row in held["polarity"]
        ),
        note="" if run.get("model_sha256") == held["model_sha256"] else _ANOTHER,
    )


_UNKNOWN = (
    "This model does not ship with yosnlp, so its scores are not at hand here: see card.json in the folder of the "
    "model. Check a sample by hand before any figure is used."
)
_ANOTHER = (
    "These scores were measured on another build of the model than the one that coded these reports. "
    "They tell what to expect, not what was measured."
)


def _themes(row: Mapping[str, Any]) -> ThemeScores:
    low, high = row["f1_by_report"]
    return ThemeScores(
        texts=row["texts"],
        n=row["n"],
        precision=_two(row["precision"]),
        recall=_two(row["recall"]),
        f1=_two(row["f1"]),
        interval=f"{_two(low)} to {_two(high)}",
    )


def _two(value: float) -> str:
    return f"{value:.2f}"
