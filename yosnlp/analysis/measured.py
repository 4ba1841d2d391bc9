"""A model's mistakes on texts held out from it, and what it learned from, as its card keeps them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from yosnlp import resources
from yosnlp.analysis.misclassification import Mistakes
from yosnlp.errors import InvalidData
from yosnlp.tables import Tables

_CARD, _HELD_OUT = "card.json", "card.held_out.json"


@dataclass(frozen=True, slots=True)
class Measured:
    """The mistakes of ``model`` by theme, on texts of so many ``groups`` (reports, mostly; 0 where that is not known).

    ``names`` and ``hashes`` (SHA-256) are of the reports that it learned from, as far as they are known.
    """

    model: str
    mistakes: Mapping[str, Mistakes]
    groups: int
    names: frozenset[str]
    hashes: frozenset[str]

    def learned_from(self, tables: Tables) -> int:
        """How many reports of ``tables`` the model learned from."""
        reports = tables.reports
        return int((reports["sha256"].isin(self.hashes) | reports["report_id"].isin(self.names)).sum())


def measured(model: Path) -> Measured | None:
    """What the folder of a model says of its mistakes on texts held out; None where it says nothing of them.

    Raises InvalidData for a card that cannot be read.
    """
    try:
        card = _json(model / _CARD)
        held = card.get("held_out") or (_json(model / _HELD_OUT) if (model / _HELD_OUT).is_file() else None)
        if held is None:
            return None
        texts = int(held["all"]["texts"])
        mistakes = {theme["theme"]: _mistakes(texts, theme) for theme in held["themes"]}
        learned_from = card["texts"] if isinstance(card["texts"], dict) else card.get("groups", ())
        names = frozenset(str(name) for name in learned_from)
        return Measured(model.name, mistakes, len(held.get("groups", ())), names, _hashes(names))
    except (OSError, ValueError, KeyError, TypeError) as e:
        raise InvalidData(f"{model}: its card does not say how good it is ({e!r}). Train or install it again.") from e


def shipped(model: str) -> Measured | None:
    """What `measured` says of the model of that name that ships with yosnlp; None for another."""
    folder = resources.models() / model
    return measured(folder) if Path(model).name == model and (folder / _CARD).is_file() else None


def _mistakes(texts: int, theme: Mapping[str, Any]) -> Mistakes:
    """Counts from measures: recall is of those said, and what is rounded in it is less than one text."""
    return Mistakes(texts, int(theme["said"]), int(theme["assigned"]), round(theme["recall"] * theme["said"]))


def _hashes(names: frozenset[str]) -> frozenset[str]:
    """The hashes of the labelled reports of these names."""
    labelled = [_json(path) for path in sorted(resources.corpus("annotations").glob("*.json"))]
    return frozenset(report["sha256"] for report in labelled if report["report"] in names)


def _json(path: Path) -> dict[str, Any]:
    held = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(held, dict):
        raise ValueError(f"{path.name} is no JSON object")
    return held
