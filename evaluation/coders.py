"""Ways of coding the annotated texts, each report by what has not seen it: shipped models, parts of them, baselines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from training.data import themes
from training.held_out import scores
from training.mix import ACCURATE, mix
from yosnlp.encoder import Encoder
from yosnlp.labels import Labelled
from yosnlp.learning import thresholds
from yosnlp.learning.calibrate import calibrate
from yosnlp.learning.fit import SEED, fit_encoded, fit_words
from yosnlp.learning.metrics import Bools
from yosnlp.learning.zero_shot import Calibration, zero_shot
from yosnlp.themes.classifier import probabilities
from yosnlp.themes.codebook import load_codebook
from yosnlp.themes.cues import Cues
from yosnlp.themes.scorer import Array, Scorer


@dataclass(frozen=True, slots=True)
class Coded:
    """What a coder makes of texts: the themes that it assigns, and their probabilities if it has any."""

    assigned: Bools
    probabilities: Array | None = None


def blended(data: Sequence[Labelled], members: Sequence[str] = ACCURATE) -> Coded:
    """The shipped procedure, from the kept scores: all members, or some of them alone."""
    ids = load_codebook().ids
    chances = np.zeros((len(data), len(ids)), dtype=np.float32)
    assigned = np.zeros(chances.shape, dtype=bool)
    for report in sorted({row.source for row in data}):
        here = of(data, report)
        kinds = [row.listed for row in data if row.source == report]
        chosen = mix(data, "themes", left_out=[report], members=members)
        own = scores([report])
        chances[here] = probabilities(chosen.odds([own[f"{report}/themes/{member}"] for member in members]))
        assigned[here] = chances[here] >= chosen.thresholds.of(ids, kinds)
    return Coded(assigned, chances)


def of(data: Sequence[Labelled], report: str) -> Bools:
    """Which of ``data`` are of ``report``."""
    return np.array([row.source == report for row in data])


def keywords(data: Sequence[Labelled]) -> Coded:
    """A theme wherever one of its cues stands: what a search for words would find."""
    codebook = load_codebook()
    cues = Cues.load(codebook)
    found = [{cue.theme for cue in cues.find(row.text)} for row in data]
    return Coded(np.array([[theme in row for theme in codebook.ids] for row in found], dtype=bool))


def commonest(data: Sequence[Labelled]) -> Coded:
    """The commonest theme of the other reports for every text: the trivial baseline."""
    ids = load_codebook().ids
    assigned = np.zeros((len(data), len(ids)), dtype=bool)
    for report in sorted({row.source for row in data}):
        shares = themes([row for row in data if row.source != report], ids).mean(axis=0)
        assigned[of(data, report), int(shares.argmax())] = True
    return Coded(assigned)


def untaught(data: Sequence[Labelled]) -> Coded:
    """Zero-shot: from the words of the codebook alone."""
    chosen = Calibration.load()
    chances = probabilities(zero_shot(load_codebook(), Encoder.load(), chosen).scores([row.text for row in data]))
    return Coded(chances >= chosen.threshold, chances)


Fit = Callable[[Sequence[str], Bools], Scorer]


def fitted(
    data: Sequence[Labelled], fit: Fit, extra: Sequence[Labelled], *, reports: bool = True, every: float = 1.0
) -> Coded:
    """A model trained by ``fit`` on the other reports and ``extra``; mixed and with thresholds as the shipped ones.

    Without ``reports`` it learns from ``extra`` alone; ``every`` is the share of ``extra`` that it is given.
    """
    ids = load_codebook().ids
    names = sorted({row.source for row in data})
    dealt = np.random.default_rng(SEED).permutation(len(extra))[: round(every * len(extra))]
    given = [extra[i] for i in sorted(dealt.tolist())]
    chances = np.zeros((len(data), len(ids)), dtype=np.float32)
    assigned = np.zeros(chances.shape, dtype=bool)

    @cache
    def without(left_out: frozenset[str]) -> Scorer:
        seen = [row for row in data if reports and row.source not in left_out] + given
        return fit([row.text for row in seen], themes(seen, ids))

    def scored(report: str, left_out: frozenset[str]) -> tuple[Array, Bools]:
        rows = [row for row in data if row.source == report]
        return without(left_out).scores([row.text for row in rows]), themes(rows, ids)

    for report in names:
        others = [other for other in names if other != report]
        inner = [scored(other, frozenset({report, other})) for other in others]
        held, said = (np.concatenate(arrays) for arrays in zip(*inner, strict=True))
        weights, bias = calibrate([held], said)
        listed = np.array([row.listed for other in others for row in data if row.source == other])
        chosen = thresholds.choose_by_kind(probabilities(held * weights[0] + bias), said, ids, listed)
        here = of(data, report)
        chances[here] = probabilities(scored(report, frozenset({report}))[0] * weights[0] + bias)
        kinds = [row.listed for row in data if row.source == report]
        assigned[here] = chances[here] >= chosen.of(ids, kinds)
    return Coded(assigned, chances)


def by_words(texts: Sequence[str], said: Bools) -> Scorer:
    """TF-IDF of words and pairs alone."""
    return fit_words(texts, said, load_codebook().ids)


def by_words_and_cues(texts: Sequence[str], said: Bools) -> Scorer:
    """TF-IDF with the cues: the words member of the shipped models."""
    codebook = load_codebook()
    return fit_words(texts, said, codebook.ids, cues=Cues.load(codebook))


def by_meaning() -> Fit:
    """A linear head on the vectors of all-MiniLM-L6-v2 as published."""
    remembered = _Remembered(Encoder.load())
    return lambda texts, said: fit_encoded(texts, said, load_codebook().ids, remembered)


class _Remembered(Encoder):
    """An encoder that works out the vector of a text once."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__(encoder.tokenizer, encoder.table, encoder.body)
        self._known: dict[str, Array] = {}

    def vectors(self, texts: Sequence[str]) -> Array:
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        self._known |= dict(zip(new, super().vectors(new), strict=True))
        return np.array([self._known[text] for text in texts])
