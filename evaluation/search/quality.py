"""How well search finds, on the queries and grades of this folder: by words, by meaning, by both, and plain systems.

    python -m evaluation.search.quality ../shared/reports build/held_out

The reports are added to a corpus in a temporary folder, their vectors by an encoder that has seen no report
(`training.unseen`, from the work folder of `training.held_out`). Each query of ``queries.yaml`` is asked with its
filters (never with what is ``meant``), by each way of `yosnlp search` and by the two plain systems of
`evaluation.search.pool`: FTS5 with bm25 over any of the words, and the cosine of all-MiniLM-L6-v2. Findings are known
to the judges by report and place.

Two things are measured apart: how good the order is (nDCG@10, recall@20, reciprocal rank), where 'no good match' is
said taking the nearest that ``--weak`` shows, so that ways are compared alike, and once more with nothing there; and
how often 'no good match' is said where nothing answers, and where something does. Intervals are 95%, by drawing
queries anew.

Writes ``evaluation/results/search.json`` and ``search.md``.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np

from evaluation.markdown import part, table
from evaluation.record import write
from evaluation.search.filled import fill
from evaluation.search.measures import Scores, answered, mean, over_queries
from evaluation.search.pool import by_meaning, by_words, folded
from evaluation.search.queries import Query, load_queries, narrowed
from evaluation.search.relevance import Place, load_relevance, places
from training import unseen
from yosnlp import resources
from yosnlp.encoder import Encoder
from yosnlp.store import Corpus, Found
from yosnlp.store.embedding import Embedding
from yosnlp.tables import Tables

DEEP = 50  # how far rankings are kept
DRAWS, SEED = 2000, 2018
WAYS = ("words", "meaning", "both")
PLAIN = {"plain_words": "plain FTS5 bm25", "plain_meaning": "plain MiniLM cosine"}
SHOWN = {
    "both": "both",
    "words": "words",
    "meaning": "meaning",
    "both_as_shown": "both, 'no good match' as nothing",
} | PLAIN
_PARTS = (("out", "unanswered"), ("", "answered"))
Rankings: TypeAlias = dict[str, dict[str, list[Place]]]


def measure(source: Path | Tables) -> dict[str, Any]:
    """The measures, on the reports in a folder or on tables of them. Raises InvalidData before anything is judged."""
    relevance = load_relevance()
    queries = [query for query in load_queries() if query.id in relevance]
    with tempfile.TemporaryDirectory() as folder, Corpus.open(Path(folder) / "yos.db", create=True) as corpus:
        add(corpus, source)
        rankings, refused = asked(corpus, queries)
        tables = corpus.tables() if isinstance(source, Path) else source
        rankings |= plain(tables, queries)
    scores = {name: over_queries(found, relevance) for name, found in rankings.items()}
    with_answer = [query.id for query in queries if answered(relevance[query.id])]
    without = [query.id for query in queries if not answered(relevance[query.id])]
    return {
        "queries": len(queries),
        "answered": len(with_answer),
        "unanswered": len(without),
        "findings": len(tables.findings),
        "systems": {name: _told(list(found.values())) for name, found in scores.items()},
        "both_less": {
            name: _difference(scores["both"], scores[name]) for name in ("words", "meaning", *PLAIN) if with_answer
        },
        "no_good_match": {
            way: {
                "without_answer": sum(refused[way][id_] for id_ in without),
                "with_answer": sum(refused[way][id_] for id_ in with_answer),
            }
            for way in WAYS
        },
        "by_kind": {
            kind: {
                name: _ndcg(scores[name], [query.id for query in queries if query.kind == kind])
                for name in ("both", *PLAIN)
            }
            for kind in sorted({query.kind for query in queries if query.id in with_answer})
        },
    }


def asked(corpus: Corpus, queries: Sequence[Query]) -> tuple[Rankings, dict[str, dict[str, bool]]]:
    """The rankings of each way to search, floor or none, that of both as shown, and who was told 'no good match'."""
    hashes = {stored.report_id: stored.sha256 for stored in corpus.stored()}
    rankings: Rankings = {name: {} for name in (*WAYS, "both_as_shown")}
    refused: dict[str, dict[str, bool]] = {way: {} for way in WAYS}
    for query in queries:
        for way in WAYS:
            found: Found = corpus.search(query.text, **_filters(query), how=way, limit=DEEP)  # type: ignore[arg-type]
            order = [Place(hashes[hit.report_id], hit.start, hit.end) for hit in found.hits or found.weak]
            rankings[way][query.id] = order
            refused[way][query.id] = not found.hits
            if way == "both":
                rankings["both_as_shown"][query.id] = order if found.hits else []
    return rankings, refused


def plain(tables: Tables, queries: Sequence[Query]) -> Rankings:
    """The rankings of the plain systems, narrowed and folded as the pool was."""
    encoder = Encoder.load()
    findings = tables.findings.reset_index(drop=True)
    vectors = encoder.vectors(findings["text"].tolist())
    at = places(tables.reports, findings)
    rankings: Rankings = {name: {} for name in PLAIN}
    for query in queries:
        rows = folded(narrowed(findings, query.filters))
        ids = rows["finding_id"].tolist()
        orders = {
            "plain_words": by_words(query.text, rows["text"].tolist()),
            "plain_meaning": by_meaning(encoder.vectors([query.text])[0], vectors[rows.index.to_numpy()]),
        }
        for name, order in orders.items():
            rankings[name][query.id] = [at[ids[place]] for place in order[:DEEP]]
    return rankings


def lines(measured: Mapping[str, Any]) -> list[str]:
    """The measures as Markdown."""
    systems = measured["systems"]
    rows = [
        [
            SHOWN[name],
            *(_interval(systems[name][figure]) for figure in ("ndcg", "recall", "mrr")),
            f"{systems[name]['judged']:.2f}",
        ]
        for name, shown in SHOWN.items()
        if systems.get(name)
    ]
    none = measured["no_good_match"]
    return [
        "# Search",
        "",
        f"{measured['queries']} queries in users' words over {measured['findings']} findings, graded by two judges: "
        f"{measured['answered']} with an answer, {measured['unanswered']} without. Findings nobody judged count as 0.",
        "",
        *table(["order by", "nDCG@10 (95%)", "recall@20 (95%)", "MRR (95%)", "judged@10"], rows),
        "",
        *table(
            ["both, less", "difference in nDCG@10 (95%)"],
            [[SHOWN[name], _interval(told)] for name, told in measured["both_less"].items()],
        ),
        "",
        *table(
            ["'no good match' by", "said where nothing answers", "said where something does"],
            [
                [
                    way,
                    part(told["without_answer"], measured["unanswered"]),
                    part(told["with_answer"], measured["answered"]),
                ]
                for way, told in none.items()
            ],
        ),
        "",
        *table(
            ["kind of query", "queries", *(f"nDCG@10, {SHOWN[name]}" for name in ("both", *PLAIN))],
            [
                [kind, told["both"][1], *(f"{told[name][0]:.2f}" for name in ("both", *PLAIN))]
                for kind, told in measured["by_kind"].items()
            ],
        ),
    ]


def add(corpus: Corpus, source: Path | Tables) -> None:
    """Put reports into an empty corpus: those of a folder, tagged now, or those of tables."""
    if isinstance(source, Tables):
        fill(corpus, source, Embedding.load().vectors(source.findings["text"].tolist()))
        return
    from yosnlp import pipeline

    pipeline.add([source], corpus)


def _filters(query: Query) -> dict[str, str]:
    return dict(query.filters)


def _told(scores: Sequence[Scores]) -> dict[str, Any]:
    """The means over queries with their intervals; nothing where no query has an answer."""
    if not scores:
        return {}
    told: dict[str, Any] = {
        figure: _drawn([getattr(s, figure) for s in scores]) for figure in ("ndcg", "recall", "mrr")
    }
    return told | {"judged": mean(scores).judged}


def _of(queries: Sequence[Query], kind: str) -> list[str]:
    return [query.id for query in queries if query.kind == kind]


def _difference(one: Mapping[str, Scores], other: Mapping[str, Scores]) -> dict[str, float]:
    return _drawn([one[id_].ndcg - other[id_].ndcg for id_ in one])


def _ndcg(scores: Mapping[str, Scores], ids: Sequence[str]) -> tuple[float, int]:
    """The mean of some queries, and how many of them have an answer."""
    values = [scores[id_].ndcg for id_ in ids if id_ in scores]
    return (float(np.mean(values)) if values else 0.0), len(values)


def _drawn(values: Sequence[float]) -> dict[str, float]:
    """The mean of ``values`` with the 2.5th and 97.5th percentile of the means of queries drawn anew."""
    dealt = np.random.default_rng(SEED)
    held = np.array(values)
    means = held[dealt.integers(len(held), size=(DRAWS, len(held)))].mean(axis=1)
    low, high = np.percentile(means, [2.5, 97.5]).tolist()
    return {"mean": float(held.mean()), "low": low, "high": high}


def _interval(told: Mapping[str, float]) -> str:
    return f"{told['mean']:.3f} ({told['low']:.3f} to {told['high']:.3f})"


def main(reports: Path, work: Path) -> None:
    """Measure on the reports in a folder and write it down."""
    os.environ[resources.MODELS] = str(unseen.main(work))
    try:
        write("search", measure(reports), lines)
    finally:
        del os.environ[resources.MODELS]


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
