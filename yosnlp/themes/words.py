"""Linear scores over runs of words and cues: quick, small, and each word's part in a score can be told.

Text is prepared in one place, `Features`, for training and for use alike. What training finds is kept as
``features.json`` (the runs) and ``weights.safetensors``; scikit-learn weighs the runs in both.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from yosnlp.errors import InvalidData
from yosnlp.themes.cues import Cues
from yosnlp.themes.grams import Grams
from yosnlp.themes.scorer import Array, tokens

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

_CUE_WEIGHT = 0.5  # of a cue, beside the runs, whose tf-idf values have unit length together


class Features:
    """Texts to rows of numbers: tf-idf of runs of words or letters, and which themes have a cue in the text."""

    def __init__(self, grams: Grams, vocabulary: Sequence[str], idf: Array, cues: Cues | None) -> None:
        self.grams = grams
        self.vocabulary = tuple(vocabulary)
        self.idf = idf
        self.cues = cues
        self._cue_themes = tuple(cues.words) if cues else ()
        self._index = {term: i for i, term in enumerate(self.vocabulary)}

    @classmethod
    def fit(cls, texts: Sequence[str], *, grams: Grams, rarest: int, cues: Cues | None) -> Features:
        """Features from the runs that stand in at least ``rarest`` of ``texts``."""
        vectorizer = _vectorizer(grams, min_df=rarest)
        vectorizer.fit(texts)
        return cls(grams, vectorizer.get_feature_names_out().tolist(), vectorizer.idf_.astype(np.float32), cues)

    @property
    def count(self) -> int:
        """How many numbers a row holds."""
        return len(self.vocabulary) + len(self._cue_themes)

    def rows(self, texts: Sequence[str]) -> csr_matrix:
        """A sparse matrix, texts by features."""
        from scipy.sparse import csr_matrix, hstack

        vectorizer = _vectorizer(self.grams, vocabulary=self._index)
        vectorizer.idf_ = self.idf
        counted = vectorizer.transform(texts)
        if self.cues is None:
            return csr_matrix(counted, dtype=np.float32)
        return hstack([counted, csr_matrix(self._cue_rows(texts))], format="csr", dtype=np.float32)

    def _cue_rows(self, texts: Sequence[str]) -> Array:
        rows = np.zeros((len(texts), len(self._cue_themes)), dtype=np.float32)
        for i, text in enumerate(texts):
            for cue in self.cues.find(text) if self.cues else ():
                rows[i, self._cue_themes.index(cue.theme)] = _CUE_WEIGHT
        return rows

    def parts(self, text: str, weights: Array) -> Array:
        """How much each token of ``text`` adds to each score: tokens by labels.

        What a run adds is shared by its words, what a cue adds by the words of that cue.
        """
        found = tokens(text)
        parts = np.zeros((len(found), weights.shape[1]), dtype=np.float32)
        known = [(self._index[gram.name], gram) for gram in self.grams.of(text) if gram.name in self._index]
        often = Counter(feature for feature, _ in known)
        # The row of this text by itself, as scikit-learn weighs it: many times as fast as its machinery for many texts.
        value = {feature: (1 + math.log(n)) * float(self.idf[feature]) for feature, n in often.items()}
        length = math.hypot(*value.values()) or 1.0
        for feature, gram in known:
            share = value[feature] / (length * gram.words * often[feature])
            parts[gram.first : gram.first + gram.words] += share * weights[feature]
        cues = self.cues.find(text) if self.cues else []
        times = Counter(cue.theme for cue in cues)
        for cue in cues:
            inside = [i for i, t in enumerate(found) if t.start < cue.end and t.end > cue.start]
            feature = len(self.vocabulary) + self._cue_themes.index(cue.theme)
            if inside:
                parts[inside] += _CUE_WEIGHT / times[cue.theme] * weights[feature] / len(inside)
        return parts


def _vectorizer(grams: Grams, **options: Any) -> Any:
    from sklearn.feature_extraction.text import TfidfVectorizer

    return TfidfVectorizer(analyzer=grams.names, sublinear_tf=True, **options)


@dataclass(frozen=True, slots=True)
class WordModel:
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

    def parts(self, text: str) -> Array:
        """Tokens by labels."""
        return self.features.parts(text, self.weights)

    def save(self, folder: Path) -> None:
        """Write ``features.json`` and ``weights.safetensors`` into ``folder``."""
        from safetensors.numpy import save_file

        folder.mkdir(parents=True, exist_ok=True)
        described = {
            "labels": list(self.labels),
            "grams": asdict(self.features.grams),
            "cues": self.features.cues.words if self.features.cues else None,
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
    def load(cls, folder: Path) -> WordModel:
        """The model in ``folder``. Raises InvalidData if it is not there or does not fit together."""
        from safetensors.numpy import load_file

        try:
            described = json.loads((folder / "features.json").read_text(encoding="utf-8"))
            tensors = load_file(folder / "weights.safetensors")
        except (OSError, ValueError) as e:
            raise InvalidData(f"{folder}: no model to load ({e}); train it or install the package again") from e
        cues = Cues(described["cues"]) if described["cues"] else None
        features = Features(Grams(**described["grams"]), described["vocabulary"], tensors["idf"], cues)
        weights = tensors["weights"].astype(np.float32)
        if weights.shape != (features.count, len(described["labels"])):
            raise InvalidData(f"{folder}: {weights.shape} weights for {features.count} features; train it again")
        return cls(tuple(described["labels"]), features, weights, tensors["bias"])
