"""Whether `yosnlp gaps` would find a theme that the codebook lacks: each theme hidden in turn, and looked for again.

    python -m evaluation.gaps ../shared/reports

A theme is hidden by taking it out of the tables, as if the codebook did not have it; findings are coded by models that
have not seen them. How far apart clusters may be is chosen on the written examples, and reported on the real reports.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import fmean
from typing import Any

import numpy as np

from evaluation import coders, record
from evaluation.coders import Coded
from evaluation.markdown import table
from training.data import annotated
from yosnlp import tables as made
from yosnlp.analysis.clusters import APART
from yosnlp.analysis.gaps import Gaps, gaps
from yosnlp.encoder import Encoder
from yosnlp.labels import Labelled, examples
from yosnlp.learning.fit import SEED
from yosnlp.tables import Tables
from yosnlp.text import letters
from yosnlp.themes.codebook import load_codebook
from yosnlp.themes.scorer import Array

CANDIDATES = (0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9)
LEAST = 3
_PARTS = 5  # of the written examples, each about as many as the findings of the four reports
_SHUFFLES = 200


class Remembered:
    """The shipped encoder, each text once."""

    def __init__(self) -> None:
        self._encoder = Encoder.load()
        self._known: dict[str, Array] = {}

    def vectors(self, texts: Sequence[str], /) -> Array:
        """Texts by dimensions, each of length 1."""
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        self._known |= dict(zip(new, self._encoder.vectors(new), strict=True))
        return np.array([self._known[text] for text in texts])


def measure(reports: Path) -> dict[str, Any]:
    """What is found of each hidden theme on the real reports, and the choice made on the written examples."""
    encoder = Remembered()
    trials: dict[float, list[dict[str, Any]]] = {apart: [] for apart in CANDIDATES}
    for part in _written():
        for apart in CANDIDATES:
            trials[apart] += searched(part, encoder, apart)
    summed = {str(apart): summary(found) for apart, found in trials.items()}
    data = annotated(reports)
    rows = searched(coded_tables(data, coders.blended(data)), encoder, APART)
    return {
        "least": LEAST,
        "apart": APART,
        "chosen": max(summed, key=lambda apart: summed[apart]["f1"]),
        "written": summed,
        "real": {"summary": summary(rows), "themes": rows},
    }


def _written() -> Iterator[tuple[Tables, dict[str, frozenset[str]]]]:
    """The written examples in parts, each coded by a model of words that was trained on the other parts."""
    data = examples()
    dealt = np.random.default_rng(SEED).permutation(len(data)) % _PARTS
    data = [replace(row, source=f"part {part + 1}") for row, part in zip(data, dealt.tolist(), strict=True)]
    coded = coders.fitted(data, coders.by_words, [])
    for source in sorted({row.source for row in data}):
        at = np.flatnonzero(coders.of(data, source))
        chances = None if coded.probabilities is None else coded.probabilities[at]
        yield coded_tables([data[i] for i in at], Coded(coded.assigned[at], chances))


def coded_tables(data: Sequence[Labelled], coded: Coded) -> tuple[Tables, dict[str, frozenset[str]]]:
    """Tables of ``data`` with the themes that a coder gave, and those that people gave, by finding.

    Polarity is what people said. Single cases, and a text that its report has already, do not count.
    """
    themes = load_codebook().themes
    seen: set[tuple[str, str]] = set()
    rows, truth = [], {}
    for i, row in enumerate(data):
        said = (row.source, letters(row.text))
        chances = coded.probabilities[i] if coded.probabilities is not None else coded.assigned[i].astype(float)
        rows.append(
            {
                "finding_id": f"{row.source}:{i:04d}",
                "report_id": row.source,
                "service": row.source,
                "polarity": row.polarity,
                "themes": tuple(theme.id for theme, given in zip(themes, coded.assigned[i], strict=True) if given),
                "theme_scores": {theme.id: float(p) for theme, p in zip(themes, chances, strict=True)},
                "text": row.text,
                "counts": not row.case and said not in seen,
            }
        )
        truth[f"{row.source}:{i:04d}"] = row.themes
        seen.add(said)
    sources = [{"report_id": source, "service": source} for source in sorted({row.source for row in data})]
    return Tables(
        reports=made.frame(sources, made.REPORTS),
        findings=made.frame(rows, made.FINDINGS),
        ratings=made.frame([], made.RATINGS),
        key_questions=made.frame([], made.KEY_QUESTIONS),
        themes=tuple((theme.id, theme.label) for theme in themes),
        unread=(),
        run={},
    ), truth


def without(tables: Tables, theme: str) -> Tables:
    """``tables`` as if the codebook had no ``theme``."""
    findings = tables.findings.copy()
    findings["themes"] = findings["themes"].map(lambda themes: tuple(t for t in themes if t != theme))
    findings["theme_scores"] = findings["theme_scores"].map(lambda s: {t: p for t, p in s.items() if t != theme})
    return replace(tables, findings=findings, themes=tuple(pair for pair in tables.themes if pair[0] != theme))


def searched(
    coded: tuple[Tables, dict[str, frozenset[str]]], encoder: Remembered, apart: float
) -> list[dict[str, Any]]:
    """A row for each theme that at least `LEAST` findings are about: what is found of it when it is hidden."""
    tables, truth = coded
    looked_at = tables.findings[tables.findings["counts"] & (tables.findings["polarity"] != "neutral")]
    rows = []
    for theme in tables.labels:
        about = {finding for finding in looked_at["finding_id"] if theme in truth[finding]}
        if len(about) >= LEAST:
            alone = sum(truth[finding] == {theme} for finding in about)
            found = gaps(without(tables, theme), encoder, least=LEAST, apart=apart)
            rows.append({"theme": theme, "findings": len(about), "alone": alone, **_found(found, about)})
    return rows


def _found(found: Gaps, about: set[str]) -> dict[str, Any]:
    """How the findings ``about`` the hidden theme lie in the suggestions and in their clusters."""
    members = found.members.assign(right=found.members["finding_id"].isin(about))
    inside = members.dropna(subset=["cluster"])
    by_cluster = inside.groupby("cluster")["right"].agg(["sum", "size"])
    of_theme = by_cluster[by_cluster["sum"] * 2 > by_cluster["size"]].sort_values("sum", ascending=False, kind="stable")
    caught, together = int(of_theme["sum"].sum()), int(of_theme["size"].sum())
    best = int(of_theme.index[0]) if len(of_theme) else None
    eligible = members.loc[~members["too_short"], "right"].to_numpy(dtype=bool)
    by_chance, recall_by_chance = _by_chance(eligible, by_cluster["size"].tolist(), len(about))
    return {
        "suggested": int(members["right"].sum()),
        "clusters": len(by_cluster),
        "of_theme": len(of_theme),
        "purity": caught / together if together else None,
        "recall": caught / len(about),
        "recall_of_suggested": caught / max(1, int(members["right"].sum())),
        "best_name": found.clusters.set_index("cluster").loc[best, "name"] if best else None,
        "best_purity": float(of_theme["sum"].iloc[0] / of_theme["size"].iloc[0]) if best else None,
        "best_recall": float(of_theme["sum"].iloc[0] / len(about)) if best else 0.0,
        "best_size": int(of_theme["size"].iloc[0]) if best else 0,
        "found_by_chance": by_chance,
        "recall_by_chance": recall_by_chance,
    }


def _by_chance(right: np.ndarray[Any, np.dtype[np.bool_]], sizes: Sequence[int], about: int) -> tuple[float, float]:
    """Where findings are dealt into the clusters by chance: how often one has a majority of the theme, and the recall.

    ``right``: which findings are of the theme; ``about``: how many are in all.
    """
    if not sizes:
        return 0.0, 0.0
    rng = np.random.default_rng(SEED)
    ends = np.cumsum(np.array(sizes, dtype=int))
    hits, caught = 0, 0
    for _ in range(_SHUFFLES):
        dealt = rng.permutation(right)[: ends[-1]]
        counts = np.array([part.sum() for part in np.split(dealt, ends[:-1])])
        most = counts * 2 > sizes
        hits += bool(most.any())
        caught += int(counts[most].sum())
    return hits / _SHUFFLES, caught / _SHUFFLES / about


def summary(rows: Sequence[dict[str, Any]]) -> dict[str, float]:
    """Means over hidden themes; ``f1`` is of the purity and recall, among the suggested, of a theme's clusters."""
    f1 = [
        2 * row["purity"] * row["recall_of_suggested"] / (row["purity"] + row["recall_of_suggested"])
        if row["purity"]
        else 0.0
        for row in rows
    ]
    return {
        "themes": len(rows),
        "suggested": fmean(row["suggested"] / row["findings"] for row in rows),
        "found": fmean(row["of_theme"] > 0 for row in rows),
        "found_by_chance": fmean(row["found_by_chance"] for row in rows),
        "purity": fmean([row["purity"] for row in rows if row["purity"]] or [0.0]),
        "recall": fmean(row["recall"] for row in rows),
        "recall_by_chance": fmean(row["recall_by_chance"] for row in rows),
        "recall_of_suggested": fmean(row["recall_of_suggested"] for row in rows),
        "clusters": fmean(row["clusters"] for row in rows),
        "f1": fmean(f1),
    }


_SUMMARY = {
    "suggested": "its findings among the suggestions",
    "found": "themes with a cluster of their own",
    "found_by_chance": "the same by chance",
    "purity": "purity of these",
    "recall": "recall",
    "recall_by_chance": "recall by chance",
    "recall_of_suggested": "recall of the suggested",
    "clusters": "clusters",
    "f1": "F1",
}


def lines(measured: dict[str, Any]) -> list[str]:
    """Both tables as Markdown."""
    real = measured["real"]
    rows = [
        (
            row["theme"],
            row["findings"],
            row["alone"],
            row["suggested"],
            f"{row['of_theme']} of {row['clusters']}",
            *("" if row[name] is None else f"{row[name]:.2f}" for name in ("purity", "recall", "recall_by_chance")),
            row["best_name"] or "none",
            row["best_size"] or "",
        )
        for row in real["themes"]
    ]
    heads = ("hidden theme", "findings", "of it alone", "among the suggestions", "clusters of it", "purity", "recall")
    return [
        "# Themes hidden from the codebook, and looked for again",
        "",
        "A theme is taken out of the coded tables; `gaps` then clusters what carries no other theme, or sits badly in",
        f"its themes. A cluster, of {measured['least']} findings or more, is of the hidden theme if over half of them",
        "are about it, as people said. Purity and recall: of all clusters of the theme together; recall is of all its",
        "findings with praise or criticism, also those that another theme covers, which are no gap. By chance: the",
        "same findings dealt into the clusters at random. A theme that seldom stands alone cannot be seen as a gap.",
        "",
        "## Four real reports, coded by models that have not seen them",
        "",
        *table(("themes", *_SUMMARY.values()), [_cells(real["summary"])]),
        "",
        *table((*heads, "recall by chance", "its largest cluster", "findings there"), rows),
        "",
        "## How far apart clusters may be: chosen on the written examples, in five parts",
        "",
        f"Chosen by F1 of purity and recall of the suggested: {measured['chosen']}; shipped: {measured['apart']}.",
        "",
        *table(("apart", "trials", *_SUMMARY.values()), [(a, *_cells(of)) for a, of in measured["written"].items()]),
    ]


def _cells(of: dict[str, float]) -> tuple[str, ...]:
    shown = (f"{of[name]:.1f}" if name == "clusters" else f"{of[name]:.2f}" for name in _SUMMARY)
    return str(of["themes"]), *shown


if __name__ == "__main__":
    record.write("gaps", measure(Path(sys.argv[1])), lines)
