"""Findings by their meaning: how near their vectors are to that of what was asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from yosnlp.errors import CorpusError
from yosnlp.store import embedding
from yosnlp.store.database import Database, Vectors
from yosnlp.store.embedding import Embedding


@dataclass(frozen=True, slots=True)
class Near:
    """Keys of findings, ascending, with the cosine of each."""

    keys: NDArray[np.int64]
    cosines: Vectors

    def ranked(self, most: int) -> list[int]:
        """The keys of the nearest, nearest first, at most so many; of those alike the lower key."""
        if len(self.keys) > most:  # a full sort of 100,000 takes longer than to find them
            bound = np.partition(self.cosines, len(self.keys) - most)[len(self.keys) - most]
            at = np.flatnonzero(self.cosines >= bound)
        else:
            at = np.arange(len(self.keys))
        return [int(key) for key in self.keys[at[np.lexsort((self.keys[at], -self.cosines[at]))]][:most]]

    def of(self, keys: Sequence[int]) -> Vectors:
        """The cosines of ``keys``; -1 for one that has none."""
        wanted = np.asarray(keys, dtype=np.int64)
        if not len(self.keys):
            return np.full(len(wanted), -1, dtype=np.float32)
        at = np.minimum(np.searchsorted(self.keys, wanted), len(self.keys) - 1)
        return np.where(self.keys[at] == wanted, self.cosines[at], np.float32(-1))


def vector_of(texts: Sequence[str]) -> Vectors:
    """One vector for texts that mean the same: their mean, of unit length."""
    mean = Embedding.load().vectors(list(texts)).mean(axis=0)
    return np.asarray(mean / max(float(np.linalg.norm(mean)), 1e-9), dtype=np.float32)


def near(
    database: Database, query: Vectors, report_ids: Sequence[str] | None, within: NDArray[np.int64] | None
) -> Near:
    """How near findings are to ``query``, of unit length: those of some reports, and ``within`` keys, if given.

    Raises CorpusError where vectors of the corpus are of another embedding.
    """
    _comparable(database)
    keys, cosines = database.cosines(query, report_ids)
    if within is not None:
        kept = np.isin(keys, within, assume_unique=True)
        keys, cosines = keys[kept], cosines[kept]
    return Near(keys, cosines)


def _comparable(database: Database) -> None:
    """Raises CorpusError where a report's vectors are of another embedding than that of this version."""
    rows = database.rows("SELECT count(*) AS n FROM reports WHERE embedding_sha256 <> ?", [embedding.sha256()])
    if many := int(rows[0]["n"]):
        raise CorpusError(
            f"{database.where}: {many} of its reports cannot be searched by meaning, since another version of yosnlp "
            "added them. Run 'yosnlp retag' once, which takes their texts from the corpus; or search with --how words."
        )
