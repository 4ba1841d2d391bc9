"""Linear models on word n-grams and cues: quick, small, and each word's part in a score can be told.

Text is prepared in one place, `Features`, for training and for use alike. What training finds is kept as
``features.json`` (the n-grams) and ``weights.safetensors``; scikit-learn counts the n-grams in both.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from yosnlp.errors import InvalidData
from yosnlp.text import plain
from yosnlp.themes.cues import Cues

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

Array = NDArray[np.floating[Any]]

_TOKEN = re.compile(r"\w+%?|[;:]")
_CUE_WEIGHT = 0.5  # of a cue, beside the n-grams, whose tf-idf values have unit length together


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text as the model sees it, and where it stands."""

    word: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """The words of ``text`` in lower case, with their places."""
    return [Token(m.group().lower(), m.start(), m.end()) for m in _TOKEN.finditer(plain(text))]


def _words(text: str) -> list[str]:
    return [token.word for token in tokens(text)]


class Features:
    """Texts to rows of numbers: tf-idf of word n-grams, and which themes have a cue in the text."""

    def __init__(self, ngrams: tuple[int, int], vocabulary: Sequence[str], idf: Array, cues: Cues | None) -> None:
        self.ngrams = ngrams
        self.vocabulary = tuple(vocabulary)
        self.idf = idf
        self.cues = cues
        self._cue_themes = tuple(cues.words) if cues else ()
        self._index = {term: i for i, term in enumerate(self.vocabulary)}

    @classmethod
    def fit(cls, texts: Sequence[str], *, ngrams: tuple[int, int], rarest: int, cues: Cues | None) -> Features:
        """Features from the n-grams that stand in at least ``rarest`` of ``texts``."""
        vectorizer = _vectorizer(ngrams, min_df=rarest)
        vectorizer.fit(texts)
        return cls(ngrams, vectorizer.get_feature_names_out().tolist(), vectorizer.idf_.astype(np.float32), cues)

    @property
    def count(self) -> int:
        """How many numbers a row holds."""
        return len(self.vocabulary) + len(self._cue_themes)

    def rows(self, texts: Sequence[str]) -> csr_matrix:
        """A sparse matrix, texts by features."""
        from scipy.sparse import csr_matrix, hstack

        vectorizer = _vectorizer(self.ngrams, vocabulary=self._index)
        vectorizer.idf_ = self.idf
        grams = vectorizer.transform(texts)
        if self.cues is None:
            return csr_matrix(grams, dtype=np.float32)
        return hstack([grams, csr_matrix(self._cue_rows(texts))], format="csr", dtype=np.float32)

    def _cue_rows(self, texts: Sequence[str]) -> Array:
        rows = np.zeros((len(texts), len(self._cue_themes)), dtype=np.float32)
        for i, text in enumerate(texts):
            for cue in self.cues.find(text) if self.cues else ():
                rows[i, self._cue_themes.index(cue.theme)] = _CUE_WEIGHT
        return rows

    def parts(self, text: str, weights: Array) -> Array:
        """How much each token of ``text`` adds to each score: tokens by labels.

        What an n-gram adds is shared by its words, what a cue adds by the words of that cue.
        """
        found, row = tokens(text), self.rows([text]).tocsr()
        value = dict(zip(row.indices.tolist(), row.data.tolist(), strict=True))
        parts = np.zeros((len(found), weights.shape[1]), dtype=np.float32)
        places = [(i, n) for n in range(self.ngrams[0], self.ngrams[1] + 1) for i in range(len(found) - n + 1)]
        grams = [(self._index.get(" ".join(t.word for t in found[i : i + n])), i, n) for i, n in places]
        counts: dict[int, int] = {}
        for feature, _, _ in grams:
            if feature is not None:
                counts[feature] = counts.get(feature, 0) + 1
        for feature, i, n in grams:
            if feature is not None:
                parts[i : i + n] += value.get(feature, 0.0) * weights[feature] / (n * counts[feature])
        for cue in self.cues.find(text) if self.cues else ():
            inside = [i for i, t in enumerate(found) if t.start < cue.end and t.end > cue.start]
            feature = len(self.vocabulary) + self._cue_themes.index(cue.theme)
            if inside:
                parts[inside] += _CUE_WEIGHT * weights[feature] / len(inside)
        return parts


def _vectorizer(ngrams: tuple[int, int], **options: Any) -> Any:
    from sklearn.feature_extraction.text import TfidfVectorizer

    # `preprocessor` as given text: `_words` lowers it. Joined n-grams are sklearn's own.
    return TfidfVectorizer(
        tokenizer=_words, token_pattern=None, lowercase=False, ngram_range=ngrams, sublinear_tf=True, **options
    )


@dataclass(frozen=True, slots=True)
class LinearModel:
    """Scores of ``labels``: features times ``weights`` plus ``bias``."""

    labels: tuple[str, ...]
    features: Features
    weights: Array
    bias: Array

    def scores(self, texts: Sequence[str]) -> Array:
        """Texts by labels, unbounded; the log odds of a label for models trained as logistic regressions."""
        if not texts:
            return np.zeros((0, len(self.labels)), dtype=np.float32)
        return np.asarray(self.features.rows(texts) @ self.weights + self.bias, dtype=np.float32)

    def save(self, folder: Path) -> None:
        """Write ``features.json`` and ``weights.safetensors`` into ``folder``."""
        from safetensors.numpy import save_file

        folder.mkdir(parents=True, exist_ok=True)
        described = {
            "labels": list(self.labels),
            "ngrams": list(self.features.ngrams),
            "cues": self.features.cues is not None,
            "vocabulary": list(self.features.vocabulary),
        }
        (folder / "features.json").write_text(json.dumps(described, ensure_ascii=False, indent=0) + "\n", "utf-8")
        tensors: dict[str, NDArray[Any]] = {
            "idf": self.features.idf,
            "weights": np.ascontiguousarray(self.weights, dtype=np.float16),
            "bias": np.ascontiguousarray(self.bias),
        }
        save_file(tensors, folder / "weights.safetensors")

    @classmethod
    def load(cls, folder: Path, cues: Cues) -> LinearModel:
        """The model in ``folder``. Raises InvalidData if it is not there or does not fit together."""
        from safetensors.numpy import load_file

        try:
            described = json.loads((folder / "features.json").read_text(encoding="utf-8"))
            tensors = load_file(folder / "weights.safetensors")
        except (OSError, ValueError) as e:
            raise InvalidData(f"{folder}: no model to load ({e}); train it or install the package again") from e
        first, last = described["ngrams"]
        features = Features((first, last), described["vocabulary"], tensors["idf"], cues if described["cues"] else None)
        weights = tensors["weights"].astype(np.float32)
        if weights.shape != (features.count, len(described["labels"])):
            raise InvalidData(f"{folder}: {weights.shape} weights for {features.count} features; train it again")
        return cls(tuple(described["labels"]), features, weights, tensors["bias"])
