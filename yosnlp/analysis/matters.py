"""Whether two findings of different reports speak of the same matter, on whichever side."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Annotated, Any, Protocol

import numpy as np
import pandas as pd
import yaml
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from yosnlp import resources
from yosnlp.errors import InvalidData

Numbers = NDArray[np.floating[Any]]


class Vectors(Protocol):
    """Texts to rows of length 1, alike for texts alike in meaning, as `yosnlp.encoder.Encoder.vectors` gives them."""

    def __call__(self, texts: Sequence[str], /) -> Numbers: ...


class SameMatter(BaseModel):
    """``corpus/same_matter.yaml``: how near findings of one matter are, and the words by which that is told.

    ``floors`` by model (0..1); ``words`` of older programmes with later ones; ``activities`` of casework with their
    words, in which ``*`` stands for any ending; ``of_inspectors``, such words for what inspectors did themselves.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    version: int
    floors: Mapping[str, Annotated[float, Field(gt=0, lt=1)]] = Field(min_length=1)
    words: Mapping[str, str] = Field(min_length=1)
    activities: Mapping[str, tuple[str, ...]]
    of_inspectors: tuple[str, ...]

    def floor(self, model: object) -> float:
        """From how near on (0..1) findings coded by ``model`` are of one matter; the highest for an unknown model."""
        return self.floors.get(str(model), max(self.floors.values()))


@cache
def same_matter() -> SameMatter:
    """What ships with yosnlp. Raises InvalidData for a file that breaks the schema."""
    path = resources.corpus("same_matter.yaml")
    try:
        return SameMatter.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except (ValidationError, yaml.YAMLError) as e:
        raise InvalidData(f"{path}: not valid: {e}") from e


def nearness(earlier: pd.DataFrame, later: pd.DataFrame, vectors: Vectors) -> Numbers:
    """How near each of ``earlier`` is to each of ``later``, earlier by later, 0..1; 0 where they cannot be one matter.

    The mean of two cosines: of the texts' vectors, once older words are told by later ones (`SameMatter.words`), and
    of the probabilities of all themes. Vectors alone take praise of one matter for praise of the next; themes alone
    do not tell two matters of one theme apart. Findings that share no theme, or name different activities only
    (`activities`), are not of one matter; one without a theme is held against all. The frames have the columns
    ``text, themes, theme_scores`` of findings. ``evaluation/results/matching.md`` has the measures.
    """
    if earlier.empty or later.empty:
        return np.zeros((len(earlier), len(later)))
    rows = pd.concat([earlier[_READ], later[_READ]])
    meaning = vectors([in_later_words(text) for text in rows["text"]])
    scored = _length_one(pd.DataFrame(rows["theme_scores"].tolist()).fillna(0.0).to_numpy(dtype=float))
    n = len(earlier)
    near = (meaning[:n] @ meaning[n:].T + scored[:n] @ scored[n:].T) / 2
    return np.asarray(np.where(_comparable(earlier, later), np.clip(near, 0, 1), 0.0))


_READ = ["text", "themes", "theme_scores"]


def in_later_words(text: str) -> str:
    """``text`` with the words of older programmes told by those that came after.

    >>> in_later_words("RMPs did not follow from the LoR.")
    'risk management plans did not follow from the desistance.'
    """
    pattern, later = _words()
    return pattern.sub(later, text)


@cache
def _words() -> tuple[re.Pattern[str], Callable[[re.Match[str]], str]]:
    words = {old.lower(): new for old, new in same_matter().words.items()}
    longest_first = "|".join(re.escape(old) for old in sorted(words, key=len, reverse=True))
    return re.compile(rf"\b(?:{longest_first})\b", re.I), lambda found: words[found[0].lower()]


def activities(text: str) -> frozenset[str]:
    """The activities of casework that ``text`` names.

    >>> sorted(activities("Reviews were late, and managers had not noticed."))
    ['oversight', 'reviewing']
    """
    own = _worded(same_matter().of_inspectors).sub(" ", text)
    return frozenset(name for name, pattern in _activities().items() if pattern.search(own))


@cache
def _activities() -> dict[str, re.Pattern[str]]:
    return {name: _worded(words) for name, words in same_matter().activities.items()}


@cache
def _worded(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of ``words`` as whole words, ``*`` for any ending."""
    wording = "|".join(re.escape(word).replace(r"\*", r"\w*") for word in words)
    return re.compile(rf"\b(?:{wording})\b", re.I)


def _comparable(earlier: pd.DataFrame, later: pd.DataFrame) -> NDArray[np.bool_]:
    """Earlier by later: whether both could be of one matter, by their themes and activities."""
    left, right = (
        [(frozenset(themes), activities(text)) for themes, text in zip(rows["themes"], rows["text"], strict=True)]
        for rows in (earlier, later)
    )
    return np.array([[_overlap(a[0], b[0]) and _overlap(a[1], b[1]) for b in right] for a in left])


def _overlap(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether the two have one in common, or nothing is known of one of them."""
    return not a or not b or bool(a & b)


def _length_one(rows: Numbers) -> Numbers:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.where(lengths > 0, lengths, 1.0))
