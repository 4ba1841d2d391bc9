"""Trained models by name, those that ship with yosnlp, or by the folder that ``yosnlp train`` wrote."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from yosnlp import resources
from yosnlp.errors import InvalidData, YosnlpError
from yosnlp.themes.blend import Blend
from yosnlp.themes.classifier import ThemeClassifier, ThresholdClassifier, Thresholds
from yosnlp.themes.codebook import Codebook, load_codebook
from yosnlp.themes.polarity import PolarityModel

DEFAULT = "accurate"
CARD = "card.json"
THEMES = "themes"
POLARITY = "polarity"
THRESHOLDS = "thresholds.json"
LISTED, PROSE = "listed", "prose"
MARGINS = "margins.json"
#: A model of a codebook of one's own carries it; without one it is of the shipped codebook.
CODEBOOK = "codebook.yaml"


@dataclass(frozen=True, slots=True)
class Models:
    """What tags a report: themes of a codebook, and polarity, with the name and hash that provenance needs."""

    name: str
    sha256: str
    codebook: Codebook
    themes: ThemeClassifier
    polarity: PolarityModel


def names() -> list[str]:
    """The models that ship with yosnlp, by the cards that they come with."""
    return sorted(card.parent.name for card in resources.models().glob(f"*/{CARD}"))


def load(model: str | None = None) -> Models:
    """The models named ``model``, or in the folder ``model``; `DEFAULT` without one.

    Raises YosnlpError naming those that there are, InvalidData if the files do not fit together.
    """
    return _loaded(_folder(model or DEFAULT))


def codebook_of(model: str | None = None) -> Codebook:
    """The codebook that the model codes by, without loading the rest of it. Raises as `load` does."""
    own = _folder(model or DEFAULT) / CODEBOOK
    return load_codebook(own if own.is_file() else None)


def sha256_of(model: str | None = None) -> str:
    """The hash of the model's files, without loading them. Raises as `load` does."""
    return _hash(_folder(model or DEFAULT))


def _folder(model: str) -> Path:
    if model in names():
        return resources.models(model)
    if (Path(model) / CARD).is_file():
        return Path(model).resolve()
    known = ", ".join(names()) or "none, install the package again"
    raise YosnlpError(f"no model '{model}'; there is: {known}; or give a folder that 'yosnlp train' wrote")


@cache
def _loaded(folder: Path) -> Models:
    codebook = codebook_of(str(folder))
    return Models(
        name=folder.name,
        sha256=_hash(folder),
        codebook=codebook,
        themes=_themes(folder, codebook),
        polarity=_polarity(folder),
    )


def _themes(folder: Path, codebook: Codebook) -> ThresholdClassifier:
    scorer = Blend.load(folder / THEMES)
    if scorer.labels != codebook.ids:
        raise InvalidData(f"{folder}: trained on other themes than the codebook's; train it again")
    try:
        stated = json.loads((folder / THRESHOLDS).read_text(encoding="utf-8"))
        thresholds = Thresholds(*({t: float(stated[k][t]) for t in codebook.ids} for k in (LISTED, PROSE)))
    except (OSError, ValueError, KeyError, TypeError) as e:
        raise InvalidData(f"{folder / THRESHOLDS}: no threshold for each theme ({e!r}); train it again") from e
    return ThresholdClassifier(folder.name, scorer, thresholds)


def _polarity(folder: Path) -> PolarityModel:
    """The judge of polarity: the model's own, or that of the shipped default."""
    own = folder / POLARITY
    used = own if own.is_dir() else resources.models(DEFAULT, POLARITY)
    margins = used / MARGINS
    return PolarityModel(Blend.load(used), json.loads(margins.read_text(encoding="utf-8")) if margins.is_file() else {})


def save_polarity(folder: Path, scorer: Blend, margins: Mapping[str, float]) -> None:
    """Write the judge of polarity into ``folder``: the scorer, and how readily each polarity is called."""
    scorer.save(folder / POLARITY)
    (folder / POLARITY / MARGINS).write_text(json.dumps(dict(margins), indent=1) + "\n", encoding="utf-8")


def save_themes(folder: Path, scorer: Blend, thresholds: Thresholds) -> None:
    """Write the theme part of a model into ``folder``: the scorer, and from which probability a theme is assigned."""
    scorer.save(folder / THEMES)
    stated = {LISTED: dict(thresholds.listed), PROSE: dict(thresholds.prose)}
    (folder / THRESHOLDS).write_text(json.dumps(stated, indent=1) + "\n", encoding="utf-8")


def _hash(folder: Path) -> str:
    """One hash over the files of a model, its cards apart."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.name.startswith("card."):
            digest.update(path.relative_to(folder).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()
