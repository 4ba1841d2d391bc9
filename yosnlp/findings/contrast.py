"""Splitting a sentence that says both that something was good and that something was not."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from yosnlp.findings import patterns
from yosnlp.records import Judgement, Polarity

_FEWEST_WORDS = 3  # of a part, its joining word apart
# How much the two parts must lean apart, beside how much the whole sounds like both. Chosen on written examples that
# the model of the time had not seen; evaluation/results/contrast.md says how well it does there, by cross-validation.
_WEIGHT_OF_PARTS = 0.5
_ENOUGH = 0.5


class Judge(Protocol):
    """Says of each text whether it praises or criticises."""

    def __call__(self, texts: Sequence[str]) -> Sequence[Judgement]:
        """As many judgements as ``texts``, in their order."""
        ...


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a sentence, with its polarity and the probability of that."""

    start: int
    end: int
    polarity: Polarity
    probability: float


def places(sentence: str) -> list[int]:
    """Where ``sentence`` might be split: the starts of second parts, in order."""
    found = {m.end() for m in patterns.CONTRAST.finditer(sentence)}
    if patterns.CONTRAST_FIRST.match(sentence):
        found |= {m.end() for m in patterns.COMMA.finditer(sentence)}
    return sorted(p for p in found if _long_enough(sentence, p) and not patterns.DANGLING.search(sentence[:p]))


def _long_enough(sentence: str, place: int) -> bool:
    """Whether both parts hold enough words, the joining word of the second apart."""
    return min(len(sentence[:place].split()), len(sentence[place:].split()) - 1) >= _FEWEST_WORDS


def parts(sentences: Sequence[str], judge: Judge) -> list[list[Part]]:
    """The parts of each sentence: itself, or two where it says both and its halves lean apart.

    It is split where the halves lean furthest apart; the half that leans to praise is a strength.
    """
    wholes = judge(sentences)
    candidates = [(i, p) for i, sentence in enumerate(sentences) for p in places(sentence)]
    halves = judge([half for i, p in candidates for half in (sentences[i][:p].strip(), sentences[i][p:].strip())])
    best: dict[int, tuple[float, int]] = {}
    for k, (i, p) in enumerate(candidates):
        apart = halves[2 * k].leaning - halves[2 * k + 1].leaning
        if abs(apart) > abs(best.get(i, (0.0, 0))[0]):
            best[i] = (apart, p)
    return [
        _two(sentence, *best[i])
        if i in best and whole.both + _WEIGHT_OF_PARTS * abs(best[i][0]) > _ENOUGH
        else [Part(0, len(sentence), whole.polarity, whole.probability)]
        for i, (sentence, whole) in enumerate(zip(sentences, wholes, strict=True))
    ]


def _two(sentence: str, apart: float, place: int) -> list[Part]:
    probability = 1 / (1 + math.exp(-abs(apart)))
    order: tuple[Polarity, Polarity] = ("strength", "area_for_improvement")
    first, second = order if apart > 0 else order[::-1]
    cut = len(sentence[:place].rstrip(" ,;"))
    return [Part(0, cut, first, probability), Part(place, len(sentence), second, probability)]
