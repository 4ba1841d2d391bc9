"""Texts to vectors by a small transformer, on onnxruntime: no torch, offline, each text by itself.

An encoder is a tokeniser, a table of word-piece vectors and a body. The table and the tokeniser lie in
``models/encoder`` and serve every body; a body is what training changes (``models/encoder/body.onnx`` is
all-MiniLM-L6-v2's own, ``models/accurate/body.onnx`` that of the theme model).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from yosnlp import resources
from yosnlp.errors import InvalidData
from yosnlp.text import plain

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

Array = NDArray[np.floating[Any]]

MOST_PIECES = 256  # all-MiniLM-L6-v2's own limit, about 190 words; what follows is not encoded
BODY = "body.onnx"
#: Bytes of a body below which one thread is quicker: to hand parts of its work to others takes longer than they save.
NARROW = 3_000_000
_REMEMBERED = 1024  # texts: themes and polarity of a report ask for the same ones; 50 MB


@dataclass(frozen=True, slots=True)
class Pieces:
    """A text as word pieces: their vectors (pieces by dimensions), and the characters that each stands for.

    The marks of start and end have vectors and stand for no character.
    """

    vectors: Array
    places: tuple[tuple[int, int], ...]

    def mean(self) -> Array:
        """The mean of the vectors: the text as one vector."""
        return np.asarray(self.vectors.mean(axis=0))


class Table:
    """Vectors of word pieces, kept as whole numbers with a scale for each piece."""

    def __init__(self, whole: NDArray[np.int8], scale: Array) -> None:
        self.whole = whole
        self.scale = scale

    @classmethod
    def of(cls, vectors: Array) -> Table:
        """The table nearest to ``vectors``, pieces by dimensions."""
        scale = (np.abs(vectors).max(axis=1, keepdims=True) / 127).astype(np.float32)
        return cls(np.round(vectors / np.maximum(scale, 1e-12)).astype(np.int8), scale)

    def rows(self, ids: Sequence[int]) -> NDArray[np.float32]:
        """The vectors of the pieces ``ids``."""
        at = list(ids)
        return np.asarray(self.whole[at].astype(np.float32) * self.scale[at], dtype=np.float32)

    def save(self, path: Path) -> None:
        """Write the table as safetensors."""
        from safetensors.numpy import save_file

        save_file({"pieces": self.whole, "scale": self.scale}, path)

    @classmethod
    def load(cls, path: Path) -> Table:
        """The table in the file ``path``."""
        from safetensors.numpy import load_file

        tensors = load_file(path)
        return cls(tensors["pieces"], tensors["scale"])


class Encoder:
    """Word pieces in context, text by text: vectors of ``dimensions`` numbers."""

    def __init__(self, tokenizer: Tokenizer, table: Table, body: InferenceSession) -> None:
        self.tokenizer = tokenizer
        self.table = table
        self.body = body
        self.dimensions = int(body.get_outputs()[0].shape[-1])
        self._remembered = lru_cache(_REMEMBERED)(self._pieces)

    @classmethod
    def load(cls, body: Path | None = None) -> Encoder:
        """The encoder with the body in the file ``body``, or with all-MiniLM-L6-v2's own. Raises InvalidData."""
        return _loaded(body or resources.models("encoder", BODY))

    @classmethod
    def read(cls, body: Path) -> Encoder:
        """As `load`, but read anew from the file ``body``."""
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        if body.is_file() and body.stat().st_size < NARROW:
            options.intra_op_num_threads = 1
        try:
            session = onnxruntime.InferenceSession(str(body), options, providers=["CPUExecutionProvider"])
            return cls(tokenizer(), Table.load(resources.models("encoder", "pieces.safetensors")), session)
        except Exception as e:  # onnxruntime and tokenizers raise their own kinds
            raise InvalidData(f"{body}: no encoder to load ({e}); train it or install the package again") from e

    def pieces(self, texts: Sequence[str]) -> Iterator[Pieces]:
        """Each text as its pieces, in order. One at a time: a text's numbers do not hang on its neighbours."""
        return map(self._remembered, texts)

    def _pieces(self, text: str) -> Pieces:
        encoding = self.tokenizer.encode(plain(text))
        (vectors,) = self.body.run(None, {"pieces": self.table.rows(encoding.ids)[None]})
        return Pieces(vectors[0], tuple(encoding.offsets))

    def means(self, texts: Sequence[str]) -> Array:
        """Texts by dimensions: the mean vector of each text."""
        means = [pieces.mean() for pieces in self.pieces(texts)]
        return np.array(means, dtype=np.float32).reshape(len(means), self.dimensions)

    def vectors(self, texts: Sequence[str]) -> Array:
        """As `means`, each at length 1, so that a product of two is their cosine."""
        means = self.means(texts)
        return np.asarray(means / np.linalg.norm(means, axis=1, keepdims=True))


def tokenizer(path: Path | None = None) -> Tokenizer:
    """The tokeniser in the file ``path``, or that of ``models/encoder``, set to cut at `MOST_PIECES`."""
    from tokenizers import Tokenizer

    loaded = Tokenizer.from_file(str(path or resources.models("encoder", "tokenizer.json")))
    loaded.enable_truncation(MOST_PIECES)
    loaded.no_padding()
    return loaded


@cache
def _loaded(body: Path) -> Encoder:
    return Encoder.read(body)
