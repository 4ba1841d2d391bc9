"""How well search orders findings for written queries: what its settings are chosen on, never what it is judged by.

    python -m evaluation.search.written

The queries of ``corpus/queries/graded.jsonl`` are asked of written examples and findings of the sample reports, graded
by one who did not know what search makes of them. Only graded findings count. It prints nDCG@10 for what coverage of
the query may count beside the cosine (``corpus/search.yaml``), and by kind of query for what it counts now.
"""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from evaluation.search.filled import fill
from evaluation.search.measures import ndcg
from training.queries import Graded, findings, graded
from yosnlp import tables
from yosnlp.store import Corpus, meaning
from yosnlp.store.embedding import Embedding
from yosnlp.store.glossary import Glossary
from yosnlp.store.query import read
from yosnlp.store.strength import Numbers, coverage, floors
from yosnlp.store.wanted import wanted
from yosnlp.store.words import words_of
from yosnlp.tables import Tables
from yosnlp.themes import load_codebook

TRIED = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.75, 1.0)


def made(texts: Sequence[str]) -> Tables:
    """``texts`` as the findings of one report."""
    report = {"report_id": "written", "source_file": "written", "sha256": "0", "programme": "2018"}
    rows = [
        {
            "finding_id": f"written:{i:04d}",
            "report_id": "written",
            "programme": "2018",
            "kind": "narrative",
            "polarity": "neutral",
            "polarity_origin": "model",
            "themes": (),
            "theme_scores": {},
            "text": text,
            "start": 0,
            "end": len(text),
            "counts": True,
        }
        for i, text in enumerate(texts)
    ]
    return Tables(
        reports=tables.frame([report], tables.REPORTS),
        findings=tables.frame(rows, tables.FINDINGS),
        ratings=tables.frame([], tables.RATINGS),
        key_questions=tables.frame([], tables.KEY_QUESTIONS),
        themes=tuple((theme.id, theme.label) for theme in load_codebook().themes),
        unread=(),
        run={},
    )


def matched(corpus: Corpus, query: str, findings: int) -> tuple[Numbers, Numbers]:
    """The cosine of each finding with ``query``, and how much of it each covers."""
    database, keys = corpus.database, list(range(1, findings + 1))
    sought = wanted(read(query), Glossary.load())
    near = meaning.near(database, meaning.vector_of(sought.texts), None, None)
    return near.of(keys).astype(np.float64), coverage(words_of(database), sought, keys, findings)


def score(query: Graded, names: Mapping[str, int], strengths: Numbers) -> float | None:
    """nDCG@10 of the graded findings in the order of ``strengths``; None where none is of any use."""
    if max(query.grades.values(), default=0) < 2:  # nothing that is clearly about it
        return None
    order = sorted(query.grades, key=lambda name: (-strengths[names[name]], names[name]))
    return ndcg(order[:10], {name: float(grade) for name, grade in query.grades.items()})


def main() -> None:
    """Print the figures."""
    texts, queries = findings(), graded()
    names = {name: place for place, name in enumerate(texts)}
    with tempfile.TemporaryDirectory() as folder, Corpus.open(Path(folder) / "yos.db", create=True) as corpus:
        fill(corpus, made(list(texts.values())), Embedding.load().vectors(list(texts.values())))
        by_query = {query.id: matched(corpus, query.query, len(texts)) for query in queries}
    of_kind: dict[str, list[float]] = defaultdict(list)
    for weight in (*TRIED, floors().both.coverage):
        told = {q.id: score(q, names, by_query[q.id][0] + weight * by_query[q.id][1]) for q in queries}
        values = [value for value in told.values() if value is not None]
        print(f"coverage counts {weight}: nDCG@10 {np.mean(values):.3f} over {len(values)} queries")
    for query in queries:
        if (value := told[query.id]) is not None:
            of_kind[query.kind].append(value)
    for kind, values in sorted(of_kind.items()):
        print(f"  {kind}: {np.mean(values):.2f} ({len(values)})")


if __name__ == "__main__":
    main()
