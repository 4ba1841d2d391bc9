"""The trained models that ship with yosnlp, by name."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache

import numpy as np

from yosnlp import resources
from yosnlp.errors import InvalidData, YosnlpError
from yosnlp.themes.classifier import LinearClassifier, ThemeClassifier
from yosnlp.themes.codebook import load_codebook
from yosnlp.themes.cues import Cues
from yosnlp.themes.linear import LinearModel
from yosnlp.themes.polarity import PolarityModel

DEFAULT = "linear"


@dataclass(frozen=True, slots=True)
class Models:
    """What tags a report: themes and polarity, with the name and hash that provenance needs."""

    name: str
    sha256: str
    themes: ThemeClassifier
    polarity: PolarityModel


@cache
def load(name: str = DEFAULT) -> Models:
    """The models in ``models/<name>``. Raises YosnlpError naming those there are, InvalidData if broken."""
    folder = resources.models(name)
    known = sorted(path.parent.name for path in resources.models().glob("*/card.json"))
    if name not in known:
        raise YosnlpError(f"no model '{name}'; there is: {', '.join(known) or 'none, train one'}")
    codebook = load_codebook()
    cues = Cues.load(codebook)
    themes = LinearModel.load(folder / "themes", cues)
    if themes.labels != codebook.ids:
        raise InvalidData(f"{folder}: trained on other themes than the codebook's; train it again")
    thresholds = json.loads((folder / "thresholds.json").read_text(encoding="utf-8"))
    return Models(
        name=name,
        sha256=_hash(name),
        themes=LinearClassifier(themes, np.array([thresholds[t] for t in themes.labels], dtype=np.float32)),
        polarity=PolarityModel(LinearModel.load(folder / "polarity", cues)),
    )


def _hash(name: str) -> str:
    """One hash over the files of a model, its cards apart."""
    digest = hashlib.sha256()
    folder = resources.models(name)
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.name.startswith("card."):
            digest.update(path.relative_to(folder).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()
