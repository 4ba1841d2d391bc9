"""A model of a codebook of one's own: from its words alone, or from labelled texts as well."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from yosnlp.encoder import Encoder
from yosnlp.learning import metrics, thresholds
from yosnlp.learning.calibrate import calibrate
from yosnlp.learning.data import Example, said
from yosnlp.learning.fit import SEED, Bools, fit_encoded, fit_words
from yosnlp.learning.metrics import Measures
from yosnlp.learning.zero_shot import Calibration, zero_shot
from yosnlp.themes.blend import Blend, Member
from yosnlp.themes.classifier import ThresholdClassifier, Thresholds, probabilities
from yosnlp.themes.codebook import Codebook
from yosnlp.themes.scorer import Array

_FOLDS = 5
_TOP = 0.99


@dataclass(frozen=True, slots=True)
class Trained:
    """A scorer, from which probability it assigns each theme, and its measures on texts held out from it.

    The measures are None where there were no texts, or too few to hold any out.
    """

    scorer: Blend
    thresholds: dict[str, float]
    held_out: Measures | None = None

    def classifier(self, name: str) -> ThresholdClassifier:
        """What codes texts."""
        return ThresholdClassifier(name, self.scorer, Thresholds.alike(self.thresholds))


def train(codebook: Codebook, examples: Sequence[Example], encoder: Encoder) -> Trained:
    """A model of the themes of ``codebook``, from ``examples`` and from the codebook's own words.

    How much each of its parts counts, and from which probability a theme is assigned, is chosen on texts held out in
    turn: whole groups, where ``examples`` name them. A theme without an example is coded by the codebook's words alone.
    """
    kept = Calibration.load()
    start = zero_shot(codebook, encoder, kept)
    at_start = Trained(start, dict.fromkeys(codebook.ids, kept.threshold))
    folds = folds_of(examples)
    if len(set(folds.tolist())) < 2:
        return at_start
    texts, truth = [example.text for example in examples], said(examples, codebook.ids)
    learnt: Bools = np.asarray(truth.any(axis=0))
    scores = [*_held_out(texts, truth, folds, codebook.ids, encoder), start.scores(texts)]
    weights, bias = calibrate([s[:, learnt] for s in scores], truth[:, learnt])

    words = fit_words(texts, truth, codebook.ids)
    vectors = fit_encoded(texts, truth, codebook.ids, encoder)
    again = np.where(learnt, weights[2], 1.0)  # how much the start counts
    members = {"words": Member(words, learnt * weights[0]), "vectors": Member(vectors, learnt * weights[1])}
    members |= {name: Member(member.scorer, member.weights * again) for name, member in start.members.items()}
    added = np.zeros(len(learnt), dtype=np.float32)
    added[learnt] = bias
    scorer = Blend(members, added + start.bias * again)

    chances = probabilities(learnt * (weights[0] * scores[0] + weights[1] * scores[1]) + again * scores[2] + added)
    themes = [theme for theme, known in zip(codebook.ids, learnt, strict=True) if known]
    chosen = _beyond(at_start.thresholds, chances, codebook.ids)
    chosen |= thresholds.choose(chances[:, learnt], truth[:, learnt], themes)
    assigned = chances >= np.array([chosen[theme] for theme in codebook.ids])
    return Trained(scorer, chosen, metrics.measures(truth, assigned, chances))


def _beyond(stated: dict[str, float], chances: Array, themes: Sequence[str]) -> dict[str, float]:
    """Thresholds for themes that no text was given: beyond what any of those texts reaches."""
    reached = np.ceil(chances.max(axis=0) * 100) / 100
    return {theme: max(stated[theme], min(float(top), _TOP)) for theme, top in zip(themes, reached, strict=True)}


def folds_of(examples: Sequence[Example]) -> NDArray[np.int_]:
    """The fold of each example: its group's, where groups are named, else dealt out by chance into five."""
    if any(example.group is not None for example in examples):
        groups = sorted({example.group or "" for example in examples})
        return np.array([groups.index(example.group or "") for example in examples], dtype=int)
    dealt = np.random.default_rng(SEED).permutation(len(examples))
    return np.asarray(dealt % min(_FOLDS, max(1, len(examples))), dtype=int)


def _held_out(
    texts: Sequence[str], truth: Bools, folds: NDArray[np.int_], themes: tuple[str, ...], encoder: Encoder
) -> tuple[Array, Array]:
    """The scores of each text by models of words and of vectors that were trained without its fold."""
    by_words = np.zeros(truth.shape, dtype=np.float32)
    by_vectors = np.zeros(truth.shape, dtype=np.float32)
    for fold in sorted(set(folds.tolist())):
        here = folds == fold
        inside = [text for text, held in zip(texts, here, strict=True) if not held]
        outside = [text for text, held in zip(texts, here, strict=True) if held]
        by_words[here] = fit_words(inside, truth[~here], themes).scores(outside)
        by_vectors[here] = fit_encoded(inside, truth[~here], themes, encoder).scores(outside)
    return by_words, by_vectors
