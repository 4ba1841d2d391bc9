"""When a finding is a good match: floors for ``corpus/search.yaml``, chosen on queries and findings of our own.

    python -m evaluation.search.floor

Asked are the queries of ``floor.yaml`` and, as further ones that have an answer, the instances that the codebook
gives of each theme: of the sample reports of ``corpus/sample``, as few and as long as a report's findings are. For each
way to search, the strength of the best finding is taken; the floor is the lowest that refuses 85% of the queries
without an answer. The written examples of ``corpus/examples`` are asked as well, to be told beside them: the embedding
has learnt from them, so that they seem nearer to queries than findings of reports are. Nothing of the reports or
queries that search is judged by is used.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from evaluation.search.filled import fill
from evaluation.search.measures import DEEP
from evaluation.search.written import made
from yosnlp import resources
from yosnlp.labels import examples
from yosnlp.store import Corpus
from yosnlp.store.embedding import Embedding
from yosnlp.store.glossary import Glossary
from yosnlp.store.query import read
from yosnlp.store.search import Field, ranked
from yosnlp.store.strength import floors
from yosnlp.store.wanted import Wanted, wanted
from yosnlp.store.words import words_of
from yosnlp.themes import load_codebook

QUERIES = Path(__file__).with_name("floor.yaml")
ALL = Field(None, None)
WAYS = ("both", "words", "meaning")
REFUSED = 0.85  # 80% is asked for; the samples are not the reports


def asked(samples: bool = False) -> tuple[list[str], list[str]]:
    """Queries with an answer among the examples, or in the ``samples``, and queries without."""
    own = yaml.safe_load(QUERIES.read_text(encoding="utf-8"))
    answered, unanswered, missing = (list(chain(*own[kind])) for kind in ("answered", "unanswered", "not_in_samples"))
    answered += [instance for _, instance in instances()]
    if not samples:
        return answered, unanswered
    return [query for query in answered if query not in missing], [*unanswered, *missing]


def instances() -> Iterator[tuple[str, str]]:
    """The instances of each theme in the codebook, with the theme."""
    for theme in load_codebook().themes:
        for instance in theme.include:
            yield theme.id, instance.partition("(")[0].strip()


def best(corpus: Corpus, way: Any, queries: Sequence[str]) -> list[float]:
    """The strength of the finding that matches each query best; 1 for one that holds all of it in words."""
    words = words_of(corpus.database)
    found = (ranked(corpus.database, words, ALL, _wanted(query), way) for query in queries)
    return [float(np.where(one.whole, 1.0, one.strengths).max()) if len(one.keys) else 0.0 for one in found]


def parted(answered: Sequence[float], unanswered: Sequence[float]) -> float:
    """The lowest floor that refuses `REFUSED` of the queries without an answer, by the strengths of the best finding.

    No higher: to refuse a query that has an answer costs more than to show what is weak.
    """
    tried = np.round(np.arange(0.05, 1.0, 0.005), 3)
    return next(float(floor) for floor in tried if _shares(answered, unanswered, floor)[1] >= REFUSED)


def tails(corpus: Corpus) -> list[tuple[float, int, float]]:
    """Of the first `DEEP` findings for each instance, by tenths of the floor: how many, and the share of its theme."""
    words, themes = words_of(corpus.database), _themes(corpus)
    strengths, right = [], []
    for theme, instance in instances():
        found = ranked(corpus.database, words, ALL, _wanted(instance))
        strengths += (found.strengths[:DEEP] / floors().both.floor).tolist()
        right += [theme in themes.get(key, ()) for key in found.keys[:DEEP]]
    at = np.floor(np.array(strengths) * 10).astype(int)
    told = np.array(right)
    return [(tenth / 10, int((at == tenth).sum()), float(told[at == tenth].mean())) for tenth in np.unique(at)]


def _themes(corpus: Corpus) -> dict[int, set[str]]:
    themes: dict[int, set[str]] = {}
    for row in corpus.database.rows("SELECT finding_key, theme_id FROM finding_themes"):
        themes.setdefault(row["finding_key"], set()).add(row["theme_id"])
    return themes


def _wanted(query: str) -> Wanted:
    return wanted(read(query), Glossary.load())


def _shares(answered: Sequence[float], unanswered: Sequence[float], floor: float) -> tuple[float, float]:
    """The shares told right of queries with an answer and of those without."""
    return float((np.array(answered) >= floor).mean()), float((np.array(unanswered) < floor).mean())


def main() -> None:
    """Print the floors and how well they part."""
    from yosnlp import pipeline

    texts = [example.text for example in examples()]
    with (
        tempfile.TemporaryDirectory() as folder,
        Corpus.open(Path(folder) / "examples.db", create=True) as of_examples,
        Corpus.open(Path(folder) / "samples.db", create=True) as of_samples,
    ):
        fill(of_examples, made(texts), Embedding.load().vectors(texts))
        pipeline.add([resources.corpus("sample")], of_samples)
        report(of_examples, of_samples)


def report(of_examples: Corpus, of_samples: Corpus) -> None:
    """Print what `main` says of the two corpora."""
    queries = {"examples": asked(), "samples": asked(samples=True)}
    for name, (answered, unanswered) in queries.items():
        print(f"{name}: {len(answered)} queries with an answer and {len(unanswered)} without")
    for way in WAYS:
        found = {
            name: (best(corpus, way, queries[name][0]), best(corpus, way, queries[name][1]))
            for name, corpus in (("examples", of_examples), ("samples", of_samples))
        }
        floor = parted(*found["samples"])
        told = (
            f"{name} {kept:.1%} kept, {none:.1%} refused"
            for name, pair in found.items()
            for kept, none in [_shares(*pair, floor)]
        )
        print(f"{way}: floor {floor:.4f}; {'; '.join(told)}")
    print(f"in use: {floors().model_dump(exclude={'passed_over'})}")
    for share, n, right in tails(of_samples):
        if share < 1:
            print(
                f"samples, from {share:.1f} of the floor: {n} of the first {DEEP}, {right:.0%} of the theme asked for"
            )


if __name__ == "__main__":
    main()
