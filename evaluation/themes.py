"""Themes, one report held out at a time: the model, what it gains from the written examples, and baselines.

python -m evaluation.themes ../shared/reports
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import numpy as np
from sklearn.metrics import precision_recall_fscore_support

from evaluation.markdown import table
from evaluation.metrics import COLUMNS, Bools, figures, truth
from training.data import annotated
from training.linear import choose_threshold, train_themes
from yosnlp.labels import Labelled, examples
from yosnlp.themes.classifier import LinearClassifier
from yosnlp.themes.codebook import load_codebook
from yosnlp.themes.cues import Cues

Coder = Callable[[Sequence[Labelled], Sequence[Labelled]], Bools]


def linear(train: Sequence[Labelled], test: Sequence[Labelled], *, cues: bool = True) -> Bools:
    """The shipped model, trained on ``train``; without ``cues``, on words alone."""
    model = train_themes(train, cues=cues)
    thresholds = np.full(len(model.labels), choose_threshold(train), dtype=np.float32)
    return LinearClassifier("held out", model, thresholds).probabilities([row.text for row in test]) >= thresholds


def keywords(_: Sequence[Labelled], test: Sequence[Labelled]) -> Bools:
    """A theme wherever one of its cues stands: what a search for words would find."""
    codebook = load_codebook()
    cues = Cues.load(codebook)
    found = [{cue.theme for cue in cues.find(row.text)} for row in test]
    return np.array([[theme in themes for theme in codebook.ids] for themes in found], dtype=bool)


def commonest(train: Sequence[Labelled], test: Sequence[Labelled]) -> Bools:
    """The commonest theme of ``train`` for every text: the trivial baseline."""
    shares = truth(train, load_codebook().ids).mean(axis=0)
    return np.tile(shares == shares.max(), (len(test), 1))


def held_out(data: Sequence[Labelled], code: Coder, extra: Sequence[Labelled], *, reports: bool = True) -> Bools:
    """What ``code`` says of each text of ``data``, trained on the other reports and ``extra``."""
    coded = np.zeros((len(data), len(load_codebook().ids)), dtype=bool)
    for source in sorted({row.source for row in data}):
        here = np.array([row.source == source for row in data])
        others = [row for row in data if row.source != source] if reports else []
        coded[here] = code([*others, *extra], [row for row in data if row.source == source])
    return coded


def tables(data: Sequence[Labelled]) -> list[str]:
    """The lines of the Markdown report."""
    written = examples()
    themes = load_codebook().ids
    said = truth(data, themes)
    listed = np.array([row.listed for row in data])
    coders: list[tuple[str, Bools]] = [
        ("commonest theme", held_out(data, commonest, [])),
        ("cues as keywords", held_out(data, keywords, [])),
        ("linear, other reports only", held_out(data, linear, [])),
        ("linear, both, without cues", held_out(data, partial(linear, cues=False), written)),
        ("linear, written examples only", held_out(data, linear, written, reports=False)),
        ("linear, both (shipped)", held_out(data, linear, written)),
    ]
    made = []
    for title, which in (("Listed findings", listed), ("Sentences of prose", ~listed)):
        rows = [(name, *figures(said[which], coded[which]).cells()) for name, coded in coders]
        made += [f"## {title}", "", *table(("coder", *COLUMNS), rows), ""]
    return made + _by_report(data, said, coders[-1][1]) + _by_theme(themes, said, coders[-1][1])


def _by_report(data: Sequence[Labelled], said: Bools, coded: Bools) -> list[str]:
    rows = []
    for source in sorted({row.source for row in data}):
        here = np.array([row.source == source and row.listed for row in data])
        rows.append((source, *figures(said[here], coded[here]).cells()))
    return ["## The shipped model by report, listed findings", "", *table(("report", *COLUMNS), rows), ""]


def _by_theme(themes: Sequence[str], said: Bools, coded: Bools) -> list[str]:
    scores = precision_recall_fscore_support(said, coded, average=None, zero_division=0)
    rows = [(theme, n, f"{p:.2f}", f"{r:.2f}", f"{f:.2f}") for theme, p, r, f, n in zip(themes, *scores, strict=True)]
    columns = ("theme", "labelled", "precision", "recall", "F1")
    return ["## The shipped model by theme, all texts", "", *table(columns, rows), ""]


def lines(reports: Path) -> list[str]:
    """The Markdown report on the annotated reports below ``reports``."""
    data = annotated(reports)
    sources = len({row.source for row in data})
    return [
        "# Themes, each report coded by a model that has not seen it",
        "",
        f"{len(data)} labelled texts of {sources} reports, {len(examples())} written examples.",
        "Intervals: bootstrap over texts. Findings repeat within a report, so the true intervals are wider.",
        "",
        *tables(data),
    ]


if __name__ == "__main__":
    print("\n".join(lines(Path(sys.argv[1]))))
