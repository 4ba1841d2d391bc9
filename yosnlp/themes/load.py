"""The trained models that ship with yosnlp, by name."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from yosnlp import resources
from yosnlp.errors import InvalidData, YosnlpError
from yosnlp.themes.classifier import LinearClassifier, ThemeClassifier
from yosnlp.themes.codebook import load_codebook
from yosnlp.themes.cues import Cues
from yosnlp.themes.linear import LinearModel
from yosnlp.themes.polarity import PolarityModel

DEFAULT = "fast"


@dataclass(frozen=True, slots=True)
class Models:
    """What tags a report: themes and polarity, with the name and hash that provenance needs."""

    name: str
    sha256: str
    themes: ThemeClassifier
    polarity: PolarityModel


def names() -> list[str]:
    """The models that there are, by the cards that they come with."""
    return sorted(card.parent.name for card in resources.models().glob("*/card.json"))


@cache
def load(name: str = DEFAULT) -> Models:
    """The models in ``models/<name>``.

    Raises YosnlpError naming those that there are, InvalidData if the files do not fit together.
    """
    if name not in names():
        raise YosnlpError(f"no model '{name}'; there is: {', '.join(names()) or 'none, install the package again'}")
    folder = resources.models(name)
    codebook = load_codebook()
    cues = Cues.load(codebook)
    themes = LinearModel.load(folder / "themes", cues)
    if themes.labels != codebook.ids:
        raise InvalidData(f"{folder}: trained on other themes than the codebook's; train it again")
    thresholds = json.loads((folder / "thresholds.json").read_text(encoding="utf-8"))
    return Models(
        name=name,
        sha256=_hash(folder),
        themes=LinearClassifier(name, themes, np.array([thresholds[t] for t in themes.labels], dtype=np.float32)),
        polarity=PolarityModel(LinearModel.load(folder / "polarity", cues)),
    )


def _hash(folder: Path) -> str:
    """One hash over the files of a model, its cards apart."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.name.startswith("card."):
            digest.update(path.relative_to(folder).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()
