"""The findings that people judge for each query: the best by words, by meaning, and by both, in no order.

    python -m evaluation.search.pool TAGGED OUT

TAGGED is a folder that `yosnlp tag` wrote for the reports; OUT gets ``batch_01.jsonl`` and so on, a line a pair of
query and finding. A batch holds whole queries. The pairs of a query stand in a seeded random order without rank or
score, so that a judge cannot tell who found what. Batches hold sentences of the reports: OUT is not for the
repository.

The systems pooled are plain ones, not the search that is judged, so that it gains nothing by its own pool: FTS5 with
bm25 over any of the words, stemmed; the cosine of all-MiniLM-L6-v2; and the fusion of their ranks (Cormack, Clarke and
Buettcher 2009). What is meant by an abbreviation or a name of its time is asked too, so that a finding that spells it
out is judged although plain systems miss it. A query's filters narrow before ranking. A repeat is folded into what it
repeats where that is there too.
"""

from __future__ import annotations

import json
import re
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from evaluation.search.queries import Query, load_queries, narrowed
from yosnlp.encoder import Array, Encoder
from yosnlp.exchange import read_folder

BY_ONE, BY_BOTH = 25, 15  # how deep words and meaning are pooled each, and their fusion
BY_MEANT = 20  # and the fusion for what is meant, where that is said
FUSION = 60  # the constant of reciprocal rank fusion, as published
BATCHES = 6
SEED = 2018


def folded(findings: pd.DataFrame) -> pd.DataFrame:
    """``findings`` without those that repeat another of them."""
    return findings[~findings["repeat_of"].isin(findings["finding_id"])]


def by_words(text: str, texts: Sequence[str]) -> list[int]:
    """The places of ``texts`` with any word of ``text``, best first: FTS5's porter stemmer and bm25."""
    words = re.findall(r"\w+", text)
    with sqlite3.connect(":memory:") as db:
        db.execute("CREATE VIRTUAL TABLE findings USING fts5(text, tokenize = 'porter unicode61')")
        db.executemany("INSERT INTO findings(rowid, text) VALUES (?, ?)", enumerate(texts))
        any_of = " OR ".join(f'"{word}"' for word in words)
        found = db.execute(
            "SELECT rowid FROM findings WHERE findings MATCH ? ORDER BY rank, rowid", [any_of]
        ).fetchall()
    db.close()
    return [int(place) for (place,) in found]


def by_meaning(query: Array, vectors: Array) -> list[int]:
    """The places of ``vectors`` (findings by dimensions, of length 1), nearest to the vector ``query`` first."""
    return [int(place) for place in np.argsort(-(vectors @ query), kind="stable")]


def by_both(rankings: Sequence[Sequence[int]]) -> list[int]:
    """All places in ``rankings``, by reciprocal rank fusion."""
    scores: dict[int, float] = {}
    for ranking in rankings:
        for rank, place in enumerate(ranking, start=1):
            scores[place] = scores.get(place, 0.0) + 1 / (FUSION + rank)
    return sorted(scores, key=lambda place: (-scores[place], place))


def pooled(query: Query, texts: Sequence[str], vectors: Array, encoder: Encoder) -> list[int]:
    """The places of ``texts``, with their ``vectors``, to judge for ``query``, each once."""
    words, meaning = _asked(query.text, texts, vectors, encoder)
    chosen = [*words[:BY_ONE], *meaning[:BY_ONE], *by_both([words, meaning])[:BY_BOTH]]
    if query.meant:
        chosen += by_both(_asked(query.meant, texts, vectors, encoder))[:BY_MEANT]
    return list(dict.fromkeys(chosen))


def pairs(queries: Sequence[Query], findings: pd.DataFrame, encoder: Encoder) -> Iterator[list[dict[str, Any]]]:
    """For each query, the pairs to judge, shuffled."""
    dealt = np.random.default_rng(SEED)
    findings = findings.reset_index(drop=True)
    vectors = encoder.vectors(findings["text"].tolist())
    for query in queries:
        rows = folded(narrowed(findings, query.filters))
        chosen = pooled(query, rows["text"].tolist(), vectors[rows.index.to_numpy()], encoder)
        yield [pair(query, rows.iloc[chosen[k]]) for k in dealt.permutation(len(chosen))]


def write(made: Sequence[list[dict[str, Any]]], out: Path) -> list[Path]:
    """Write the pairs of each query as `BATCHES` files of about as many pairs each; their paths."""
    out.mkdir(parents=True, exist_ok=True)
    starts = np.cumsum([0, *map(len, made)])
    place = np.minimum(starts[:-1] * BATCHES // max(int(starts[-1]), 1), BATCHES - 1)
    paths = []
    for batch in range(BATCHES):
        path = out / f"batch_{batch + 1:02d}.jsonl"
        rows = [row for rows, at in zip(made, place, strict=True) if at == batch for row in rows]
        path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
        paths.append(path)
    return paths


def _asked(text: str, texts: Sequence[str], vectors: Array, encoder: Encoder) -> tuple[list[int], list[int]]:
    return by_words(text, texts), by_meaning(encoder.vectors([text])[0], vectors)


def pair(query: Query, row: pd.Series[Any]) -> dict[str, Any]:
    """What a judge sees of a query and a finding, a row of `yosnlp.tables.FINDINGS`."""
    standard = row["standard_id"]
    return {
        "query_id": query.id,
        "query": query.text,
        "meant": query.meant,
        "filters": dict(query.filters),
        "finding_id": row["finding_id"],
        "text": " ".join(row["text"].split()),
        "standard": None if pd.isna(standard) else f"{standard} {row['standard']}",
        "polarity": row["polarity"],
    }


def main(tagged: Path, out: Path) -> None:
    """Make the pool of the reports in the folder ``tagged``."""
    made = list(pairs(load_queries(), read_folder(tagged).findings, Encoder.load()))
    for path in write(made, out):
        rows = path.read_text(encoding="utf-8").splitlines()
        asked = {json.loads(row)["query_id"] for row in rows}
        print(f"{path}: {len(rows)} pairs of {len(asked)} queries")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
