"""A start without labelled texts: the codebook's own words as the examples of its themes.

Each theme's label, the parts of its definition and its ``include`` list are examples of it; an ``exclude`` that names
another theme, "training of staff (workforce)", is one of that. What they teach is weak, and its score is known:
`evaluation.themes` measures it on reports that people coded.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from yosnlp import resources
from yosnlp.encoder import Encoder
from yosnlp.learning.fit import fit_encoded, fit_words
from yosnlp.themes.blend import Blend, Member
from yosnlp.themes.codebook import Codebook, Theme
from yosnlp.themes.encoded import EncodedModel
from yosnlp.themes.grams import Grams
from yosnlp.themes.words import WordModel

_LETTERS = Grams("letters", 3, 5)
_STRENGTH = 0.1  # of the regression over vectors: strong regularisation, since a theme has a dozen phrases
_PARTS = re.compile(r"[,;:.]| - ")
_EXCLUDED = re.compile(r"(?P<what>[^(]+)\((?P<theme>\w+)")
_FEWEST_LETTERS = 4


@dataclass(frozen=True, slots=True)
class Calibration:
    """How much letters and vectors count, the common bias, and from which probability a theme is assigned.

    They are calibrated on the written examples by `training.zero_shot`, where nothing of the themes but the shipped
    codebook's words was known, and serve every codebook.
    """

    letters: float
    vectors: float
    bias: float
    threshold: float

    @classmethod
    def load(cls) -> Calibration:
        """Those that ship with yosnlp."""
        return cls(**json.loads(_kept().read_text(encoding="utf-8")))

    def save(self) -> None:
        """Keep them for `load`."""
        _kept().parent.mkdir(parents=True, exist_ok=True)
        _kept().write_text(json.dumps(asdict(self), indent=1) + "\n", encoding="utf-8")


def _kept() -> Path:
    return resources.models("zero_shot", "calibration.json")


def phrases(codebook: Codebook) -> Iterator[tuple[str, str]]:
    """Each phrase that speaks of a theme, with the theme's id."""
    for theme in codebook.themes:
        for phrase in _of(theme):
            yield phrase, theme.id
        for excluded in theme.exclude:
            named = _EXCLUDED.match(excluded)
            if named and named["theme"] in codebook.ids:
                yield named["what"].strip(), named["theme"]


def _of(theme: Theme) -> Iterator[str]:
    parts = (part.strip() for part in _PARTS.split(theme.definition))
    yield from (theme.label, *(part for part in parts if len(part) >= _FEWEST_LETTERS), *theme.include)
    yield f"{theme.label}. {theme.definition}"


def parts(codebook: Codebook, encoder: Encoder) -> tuple[WordModel, EncodedModel]:
    """What the phrases of ``codebook`` teach: by their letters, and by their meaning to ``encoder``."""
    texts, themes = zip(*phrases(codebook), strict=True)
    said = np.array([[theme == own for theme in codebook.ids] for own in themes])
    letters = fit_words(texts, said, codebook.ids, grams=_LETTERS, rarest=1)
    return letters, fit_encoded(texts, said, codebook.ids, encoder, strength=_STRENGTH)


def zero_shot(codebook: Codebook, encoder: Encoder, calibration: Calibration) -> Blend:
    """A scorer of the themes of ``codebook``, from its own words and what ``encoder`` knows of their meaning."""
    letters, vectors = parts(codebook, encoder)
    every = np.ones(len(codebook.ids), dtype=np.float32)
    members = {
        "codebook_letters": Member(letters, every * calibration.letters),
        "codebook_vectors": Member(vectors, every * calibration.vectors),
    }
    return Blend(members, every * calibration.bias)
