"""Polarity of prose and of key findings, each report judged by models that have not seen it.

    python -m evaluation.polarity ../shared/reports

Three polarities are measured on prose: strength, area for improvement, neutral. Sentences that people called mixed are
left out of those figures, since findings are split at a contrast first; how they are judged whole is told beside them.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import cohen_kappa_score, f1_score

from evaluation import record
from evaluation.coders import of
from evaluation.markdown import table
from training.data import annotated
from training.held_out import scores
from training.mix import ACCURATE, FAST, mix
from yosnlp.labels import Labelled
from yosnlp.learning import metrics
from yosnlp.learning.calibrate import softmax
from yosnlp.themes.polarity import POLARITIES
from yosnlp.themes.scorer import Array

MEASURED = ("strength", "area_for_improvement", "neutral")
COLUMNS = ("judge", "texts", "accuracy", "macro F1 (95%)", "kappa", *(f"F1 {p}" for p in MEASURED), "ECE")
_JUDGES = {
    "words": ("words",),
    "fine-tuned MiniLM": ("encoded",),
    "accurate (shipped)": ACCURATE,
    "fast (shipped)": FAST,
}
TITLES = {"prose": "Sentences of prose", "listed": "Listed findings, judged by their text alone"}


@dataclass(frozen=True, slots=True)
class Judged:
    """Texts by polarities: the probability of each; and the place of the one that is called."""

    chances: Array
    called: NDArray[np.int_]


def judged(data: Sequence[Labelled], members: Sequence[str]) -> Judged:
    """What models that have not seen the text's report make of each text."""
    chances = np.zeros((len(data), len(POLARITIES)), dtype=np.float32)
    called = np.zeros(len(data), dtype=int)
    for report in sorted({row.source for row in data}):
        chosen = mix(data, "polarity", left_out=[report], members=members)
        own, here = scores([report]), of(data, report)
        odds = chosen.odds([own[f"{report}/polarity/{member}"] for member in members])
        chances[here] = softmax(odds)
        called[here] = (odds + np.array(list(chosen.margins.values()))).argmax(axis=1)
    return Judged(chances, called)


def commonest(data: Sequence[Labelled]) -> Judged:
    """The commonest polarity of the other reports for every text."""
    chances = np.zeros((len(data), len(POLARITIES)), dtype=np.float32)
    for report in sorted({row.source for row in data}):
        often = Counter(row.polarity for row in data if row.source != report)
        chances[of(data, report), POLARITIES.index(often.most_common(1)[0][0])] = 1
    return Judged(chances, chances.argmax(axis=1))


def measure(data: Sequence[Labelled]) -> dict[str, Any]:
    """Each judge's measures on prose and on listed findings, and how the shipped one judges mixed sentences."""
    said = np.array([POLARITIES.index(row.polarity) for row in data])
    listed = np.array([row.listed for row in data])
    three = np.isin(said, [POLARITIES.index(p) for p in MEASURED])
    judges = {"commonest polarity": commonest(data)} | {n: judged(data, m) for n, m in _JUDGES.items()}
    shipped = judges["accurate (shipped)"]
    parts = {"prose": ~listed & three, "listed": listed}
    groups = np.array([row.source for row in data])
    return {
        **{part: {n: _measured(said, judge, groups, at) for n, judge in judges.items()} for part, at in parts.items()},
        "by_report": {
            report: _measured(said, shipped, groups, at)
            for report in sorted(set(groups.tolist()))
            for at in [parts["prose"] & (groups == report)]
        },
        "mixed": dict(Counter(POLARITIES[j] for j in shipped.called[said == POLARITIES.index("mixed")].tolist())),
    }


def _measured(
    every: NDArray[np.int_], judge: Judged, groups: NDArray[np.str_], at: NDArray[np.bool_]
) -> dict[str, Any]:
    """The measures of ``judge`` on the texts ``at``."""
    said, judged_as, chances = every[at], judge.called[at], judge.chances[at]
    labels = [POLARITIES.index(p) for p in MEASURED if (said == POLARITIES.index(p)).any()]

    def macro(at: NDArray[Any]) -> float:
        return float(f1_score(said[at], judged_as[at], labels=labels, average="macro", zero_division=0))

    each = f1_score(said, judged_as, labels=labels, average=None, zero_division=0)
    of_label = dict(zip((POLARITIES[label] for label in labels), map(float, each), strict=True))
    certain = np.zeros(chances.shape, dtype=bool)
    certain[np.arange(len(said)), said] = True
    return {
        "texts": len(said),
        "accuracy": float((said == judged_as).mean()),
        "macro_f1": macro(np.arange(len(said))),
        "macro_f1_by_text": metrics.interval(macro, [str(i) for i in range(len(said))]),
        "macro_f1_by_report": metrics.interval(macro, groups[at].tolist()),
        "kappa": float(cohen_kappa_score(said, judged_as)),
        "f1": of_label,
        "ece": metrics.calibration_error(certain, chances),
    }


def lines(measured: dict[str, Any]) -> list[str]:
    """The Markdown report of what `measure` found."""
    made = ["# Polarity, each report judged by models that have not seen it", ""]
    for part, title in TITLES.items():
        rows = [(name, *cells(of_judge)) for name, of_judge in measured[part].items()]
        made += [f"## {title}", "", *table(COLUMNS, rows), ""]
    rows = [(report, *cells(of_report)) for report, of_report in measured["by_report"].items()]
    made += ["## The shipped judge by report, prose", "", *table(("report", *COLUMNS[1:]), rows), ""]
    mixed = ", ".join(f"{polarity} {n}" for polarity, n in sorted(measured["mixed"].items()))
    return [*made, f"Sentences that people called mixed, judged whole: {mixed}."]


def cells(of_judge: dict[str, Any]) -> tuple[str, ...]:
    """The figures of `COLUMNS` but the first."""
    low, high = of_judge["macro_f1_by_text"]
    each = (f"{of_judge['f1'][p]:.3f}" if p in of_judge["f1"] else "" for p in MEASURED)
    return (
        *(str(of_judge["texts"]), f"{of_judge['accuracy']:.3f}", f"{of_judge['macro_f1']:.3f} ({low:.2f}-{high:.2f})"),
        *(f"{of_judge['kappa']:.3f}", *each, f"{of_judge['ece']:.3f}"),
    )


if __name__ == "__main__":
    record.write("polarity", measure(annotated(Path(sys.argv[1]))), lines)
