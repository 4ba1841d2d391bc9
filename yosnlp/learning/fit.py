"""Scorers from labelled texts: logistic regressions, one a label, over words and over an encoder's vectors."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from yosnlp.encoder import Encoder
from yosnlp.themes.cues import Cues
from yosnlp.themes.encoded import EncodedModel
from yosnlp.themes.grams import Grams
from yosnlp.themes.scorer import Array
from yosnlp.themes.words import Features, WordModel

Bools = NDArray[np.bool_]

SEED = 20260101
WORDS = Grams("words", 1, 2)
_LONGER = Grams("words", 1, 3)
_WORDS_STRENGTH = 10.0  # scikit-learn's C: weak regularisation, as usual for sparse text; not searched for
VECTORS_STRENGTH = 1.0  # its default
_NEVER = -10.0  # the score of a label without an example
_NEGLIGIBLE = 0.003  # a likelihood below which a text says nothing


def fit_words(
    texts: Sequence[str],
    said: Bools | Array,
    labels: tuple[str, ...],
    *,
    cues: Cues | None = None,
    grams: Grams = WORDS,
    rarest: int = 2,
) -> WordModel:
    """A model over the ``grams`` that stand in at least ``rarest`` of ``texts``, and ``cues``.

    ``said`` is texts by labels: what people said, or how likely each label is (0..1), as another model has it.
    """
    features = Features.fit(texts, grams=grams, rarest=rarest, cues=cues)
    weights, bias = _regressions(features.rows(texts), said, strength=_WORDS_STRENGTH)
    return WordModel(labels, features, weights, bias)


def fit_encoded(
    texts: Sequence[str], said: Bools, labels: tuple[str, ...], encoder: Encoder, *, strength: float = VECTORS_STRENGTH
) -> EncodedModel:
    """A model over the mean vectors of ``texts`` at unit length. ``said`` is texts by labels."""
    # A unit vector's numbers are small: brought to a spread of about 1, the usual regularisation fits.
    vectors = encoder.vectors(texts)
    scale = np.float32(np.sqrt(vectors.shape[1]))
    weights, bias = _regressions(vectors * scale, said, strength=strength)
    return EncodedModel(labels, encoder, weights * scale, bias, unit=True)


def fit_exclusive(texts: Sequence[str], said: Bools | Array, labels: tuple[str, ...]) -> WordModel:
    """A model of labels of which each text has one: a multinomial regression over words, pairs and triples.

    ``said`` as in `fit_words`; each row adds up to 1.
    """
    from scipy.sparse import vstack
    from sklearn.linear_model import LogisticRegression

    features = Features.fit(texts, grams=_LONGER, rarest=2, cues=None)
    rows = features.rows(texts)
    likely = np.asarray(said, dtype=np.float32)
    counted = [np.flatnonzero(likely[:, j] > _NEGLIGIBLE) for j in range(len(labels))]
    shares = np.concatenate([likely[at, j] / max(1e-9, likely[:, j].sum()) for j, at in enumerate(counted)])
    head = LogisticRegression(C=_WORDS_STRENGTH, max_iter=1000, random_state=SEED)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", category=FutureWarning)
        head.fit(
            vstack([rows[at] for at in counted]).tocsr(),
            np.concatenate([np.full(len(at), j) for j, at in enumerate(counted)]),
            sample_weight=shares * len(texts) / sum(len(at) > 0 for at in counted),  # each label counts alike
        )
    weights = np.zeros((features.count, len(labels)), dtype=np.float32)
    bias = np.full(len(labels), _NEVER, dtype=np.float32)
    for row, j in enumerate(head.classes_):
        weights[:, j], bias[j] = head.coef_[row], head.intercept_[row]
    return WordModel(labels, features, weights, bias)


def _regressions(rows: Any, said: Bools | Array, *, strength: float) -> tuple[Array, Array]:
    """Weights (features by labels) and biases. A label that all texts have, or none, is told by its bias alone."""
    from scipy.sparse import csr_matrix, vstack
    from sklearn.linear_model import LogisticRegression

    likely = np.asarray(said, dtype=np.float32)
    mean = likely.mean(axis=0)
    rows = csr_matrix(rows)
    weights = np.zeros((rows.shape[1], likely.shape[1]), dtype=np.float32)
    bias = np.where(mean >= 1, -_NEVER, _NEVER).astype(np.float32)
    for j in np.flatnonzero((mean > 0) & (mean < 1)).tolist():
        yes, no = (np.flatnonzero(share > _NEGLIGIBLE) for share in (likely[:, j], 1 - likely[:, j]))
        # Yes and no count alike together, however rare the label is; a text that may be either counts for both.
        shares = np.concatenate([likely[yes, j] / mean[j], (1 - likely[no, j]) / (1 - mean[j])]) / 2
        head = LogisticRegression(C=strength, solver="liblinear", random_state=SEED)
        head.fit(vstack([rows[yes], rows[no]]), np.arange(len(shares)) < len(yes), sample_weight=shares)
        weights[:, j], bias[j] = head.coef_[0], head.intercept_[0]
    return weights, bias
