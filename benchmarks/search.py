"""How fast search answers in large corpora: as a ratio to a plain FTS5 query on the same file, and its memory.

    python -m benchmarks.search

For 1,000, 10,000 and 100,000 synthetic findings, each corpus in a process of its own: p50 and p95 of a search by both
words and meaning (the query's own vector included), of one narrowed by filters, by words alone and by meaning alone,
beside the plain query (any of the words, the best 20 by bm25 with their texts). At most 5 times the plain query's time
is wanted, or 150 ms, whichever is more. Findings have vectors of chance; the queries are made of the findings' words.
"""

from __future__ import annotations

import argparse
import multiprocessing
import re
import resource
import sqlite3
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.synthetic import FINDINGS, synthetic
from evaluation.search.filled import fill
from yosnlp.store import Corpus

SIZES = (1_000, 10_000, 100_000)
QUERIES, ROUNDS, WORDS = 40, 3, 4
_DIMENSIONS, _SHORTEST = 384, 4
_TIMES, _MILLISECONDS = 5.0, 150.0


def build(path: Path, findings: int) -> list[str]:
    """A corpus of so many findings in ``path``; gives queries of `WORDS` words that stand in one finding."""
    tables = synthetic(findings // FINDINGS)
    chance = np.random.default_rng(1)
    vectors = chance.normal(size=(len(tables.findings), _DIMENSIONS)).astype(np.float32)
    with Corpus.open(path, create=True) as corpus:
        fill(corpus, tables, vectors / np.linalg.norm(vectors, axis=1, keepdims=True))
    queries = []
    for text in tables.findings["text"].iloc[chance.integers(len(tables.findings), size=10 * QUERIES)]:
        words = sorted({word for word in re.findall(r"[a-z]+", text.lower()) if len(word) >= _SHORTEST})
        if len(words) >= WORDS:
            queries.append(" ".join(chance.choice(words, size=WORDS, replace=False).tolist()))
    return queries[:QUERIES]


def measure(path: Path, queries: Sequence[str]) -> dict[str, Any]:
    """Milliseconds of each search of each way, and the most memory held, in megabytes."""
    with Corpus.open(path) as corpus, sqlite3.connect(path) as plain:
        ways: dict[str, Callable[[str], object]] = {
            "plain FTS5": lambda text: _plain(plain, text),
            "both": lambda text: corpus.search(text),
            "both, narrowed": lambda text: corpus.search(text, polarity="area_for_improvement", year="2018:"),
            "words": lambda text: corpus.search(text, how="words"),
            "meaning": lambda text: corpus.search(text, how="meaning"),
        }
        taken = {name: _times(way, queries) for name, way in ways.items()}
    plain.close()
    return {"taken": taken, "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000}


def _times(way: Callable[[str], object], queries: Sequence[str]) -> list[float]:
    from yosnlp.store.embedding import Embedding

    way(queries[0])  # what is loaded once is not counted
    taken = []
    for _ in range(ROUNDS):
        for encoder in Embedding.load().encoders:
            encoder._remembered.cache_clear()  # a query is new to the encoders each time
        for query in queries:
            started = time.perf_counter()
            way(query)
            taken.append(1000 * (time.perf_counter() - started))
    return taken


def _plain(connection: sqlite3.Connection, text: str) -> list[Any]:
    words = " OR ".join(f'"{word}"' for word in text.split())
    return connection.execute(
        "SELECT f.finding_id, f.text FROM findings_fts JOIN findings f ON f.finding_key = findings_fts.rowid "
        "WHERE findings_fts MATCH ? ORDER BY rank LIMIT 20",
        [words],
    ).fetchall()


def _report(size: int, measured: dict[str, Any]) -> None:
    plain = np.percentile(measured["taken"]["plain FTS5"], [50, 95])
    print(f"\n{size:,} findings; most memory {measured['memory']:.0f} MB")
    print(f"{'':16}{'p50 ms':>9}{'p95 ms':>9}{'p50 ratio':>11}{'p95 ratio':>11}")
    for name, taken in measured["taken"].items():
        own = np.percentile(taken, [50, 95])
        within = own[1] <= max(_TIMES * plain[1], _MILLISECONDS)
        ratios, told = own / plain, "" if within else "  more than wanted"
        print(f"{name:16}{own[0]:9.1f}{own[1]:9.1f}{ratios[0]:11.1f}{ratios[1]:11.1f}{told}")


def main(sizes: Sequence[int]) -> None:
    """Print the times of each size."""
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder, multiprocessing.get_context("spawn").Pool(1) as alone:
            path = Path(folder) / "yos.db"
            queries = alone.apply(build, (path, size))
            with multiprocessing.get_context("spawn").Pool(1) as fresh:  # memory of the search alone
                _report(size, fresh.apply(measure, (path, queries)))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("sizes", type=int, nargs="*", default=SIZES)
    main(parser.parse_args().sizes or SIZES)
