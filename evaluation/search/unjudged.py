"""The pairs of query and finding that search ranks high now and that nobody judged, for two judges apart.

    python -m evaluation.search.unjudged ../shared/reports JUDGED

A change of the order brings up findings that were not in the pool; they count as 0 until they are judged. Writes
``JUDGED/batch_01.jsonl`` and so on, in the form of `evaluation.search.pool`; `evaluation.search.relevance` adds what
the judges wrote to what is settled.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from evaluation.search.pool import SEED, pair, write
from evaluation.search.quality import WAYS, add, asked
from evaluation.search.queries import Query, load_queries
from evaluation.search.relevance import Place, load_relevance, places
from yosnlp.store import Corpus
from yosnlp.tables import Tables

DEEP = 20  # as far down as recall looks


def unjudged(corpus: Corpus, queries: Sequence[Query]) -> list[list[dict[str, Any]]]:
    """For each query the pairs among the first `DEEP` of any way to search that have no grade, shuffled."""
    relevance, tables = load_relevance(), corpus.tables()
    rankings, _ = asked(corpus, queries)
    rows = _rows(tables)
    dealt = np.random.default_rng(SEED)
    made = []
    for query in queries:
        ranked = [place for way in WAYS for place in rankings[way][query.id][:DEEP]]
        new = [place for place in dict.fromkeys(ranked) if place not in relevance[query.id]]
        made.append([pair(query, rows[new[k]]) for k in dealt.permutation(len(new))])
    return made


def _rows(tables: Tables) -> dict[Place, pd.Series[Any]]:
    at = places(tables.reports, tables.findings)
    return {at[row["finding_id"]]: row for _, row in tables.findings.iterrows()}


def main(reports: Path, out: Path) -> None:
    """Make the batch for the reports in a folder."""
    queries = [query for query in load_queries() if query.id in load_relevance()]
    with tempfile.TemporaryDirectory() as folder, Corpus.open(Path(folder) / "yos.db", create=True) as corpus:
        add(corpus, reports)
        made = unjudged(corpus, queries)
    for path in write(made, out):
        print(f"{path}: {len(path.read_text(encoding='utf-8').splitlines())} pairs")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
