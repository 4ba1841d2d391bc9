"""A quick model that learns from the slow one: words alone, taught what the fine-tuned encoder makes of more texts.

Beside the labelled texts it is given their clauses, which nobody labelled: of each, the encoder says how likely every
label is. Of a labelled text half is what people said, half what the encoder makes of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from training.data import polarities, themes
from yosnlp.labels import Labelled
from yosnlp.learning.calibrate import softmax
from yosnlp.learning.fit import SEED, fit_exclusive, fit_words
from yosnlp.themes.classifier import probabilities
from yosnlp.themes.codebook import load_codebook
from yosnlp.themes.cues import Cues
from yosnlp.themes.polarity import POLARITIES
from yosnlp.themes.scorer import Scorer
from yosnlp.themes.words import WordModel

_CLAUSE = re.compile(r"[,;:.]\s| (?=(?:and|but|with|which|where|while|although|however|so that) )")
_FEWEST_WORDS = 4
_MOST_CLAUSES = 6000


@dataclass(frozen=True, slots=True)
class Student:
    """Quick scorers of themes and of polarity."""

    themes: WordModel
    polarity: WordModel


def clauses(texts: Sequence[str]) -> list[str]:
    """The clauses of ``texts`` that are not among them; a random part where they are many."""
    parts = {part.strip(" .,;:") for text in texts for part in _CLAUSE.split(text)}
    found = sorted({part for part in parts if len(part.split()) >= _FEWEST_WORDS} - set(texts))
    picked = np.random.default_rng(SEED).permutation(len(found))[:_MOST_CLAUSES]
    return [found[i] for i in sorted(picked.tolist())]


def teach(seen: Sequence[Labelled], theme_teacher: Scorer, polarity_teacher: Scorer) -> Student:
    """A student of the two teachers, both trained on ``seen``."""
    codebook = load_codebook()
    texts = [row.text for row in seen]
    more = clauses(texts)
    by_theme = probabilities(theme_teacher.scores([*texts, *more]))
    by_polarity = softmax(polarity_teacher.scores([*texts, *more]))
    by_theme[: len(texts)] = (by_theme[: len(texts)] + themes(seen, codebook.ids)) / 2
    by_polarity[: len(texts)] = (by_polarity[: len(texts)] + polarities(seen)) / 2
    return Student(
        themes=fit_words([*texts, *more], by_theme, codebook.ids, cues=Cues.load(codebook)),
        polarity=fit_exclusive([*texts, *more], by_polarity, POLARITIES),
    )
