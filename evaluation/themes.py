"""Themes, each report coded by models that have not seen it: the shipped models, what each part adds, and baselines.

    python -m evaluation.themes ../shared/reports

Scores of the fine-tuned models are those that `training.held_out` kept; all else is trained here. Measures go to
``evaluation/results/themes.json``; tables are made from that file.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from evaluation import coders, record
from evaluation.coders import Coded
from evaluation.markdown import table
from training.data import annotated, themes
from training.mix import FAST
from yosnlp.labels import Labelled, examples
from yosnlp.learning import metrics
from yosnlp.learning.held_out import summary
from yosnlp.learning.metrics import Bools
from yosnlp.themes.codebook import load_codebook

SHIPPED = "accurate (shipped)"
COLUMNS = ("coder", "micro F1 (95%)", "macro F1", "sample F1", "precision", "recall", "exact", "LRAP", "ECE")
_GROUP_COLUMNS = ("micro F1", "macro F1", "sample F1", "precision", "recall")
TITLES = {
    "listed": "Listed findings",
    "judged": "Sentences of prose with a judgement",
    "prose": "All sentences of prose",
}


def measure(data: Sequence[Labelled], *, only: Sequence[str] = ()) -> dict[str, Any]:
    """Every coder's measures on each kind of text, or those of the coders named; the shipped model's in full."""
    said = themes(data, load_codebook().ids)
    groups = [row.source for row in data]
    measured: dict[str, Any] = {"texts": len(data), "written_examples": len(examples()), "coders": {}}
    shipped = None
    for name, code in _coders(data):
        if only and name not in only:
            continue
        coded = code()
        measured["coders"][name] = {part: _measured(said[at], coded, at, groups) for part, at in parts(data).items()}
        shipped = coded if name == SHIPPED else shipped
        print(f"{name}: {measured['coders'][name]['listed']['micro_f1']:.3f}", file=sys.stderr)
    if shipped is None or shipped.probabilities is None:
        return measured
    measured["shipped"] = {
        part: asdict(
            summary(
                said[at],
                shipped.assigned[at],
                shipped.probabilities[at],
                [group for group, here in zip(groups, at, strict=True) if here],
                load_codebook().ids,
            )
        )
        for part, at in {**parts(data), "all": np.ones(len(data), dtype=bool)}.items()
    }
    measured["theme_f1_intervals"] = _theme_intervals(said, shipped.assigned)
    return measured


def _theme_intervals(said: Bools, assigned: Bools) -> dict[str, tuple[float, float]]:
    """The 95% interval of each theme's F1, over texts."""
    texts = [str(i) for i in range(len(said))]
    return {
        theme: metrics.interval(lambda at, j=j: metrics.micro_f1(said[at, j], assigned[at, j]), texts)  # type: ignore[misc]
        for j, theme in enumerate(load_codebook().ids)
    }


def parts(data: Sequence[Labelled]) -> dict[str, Bools]:
    """Which texts are listed findings, sentences of prose with a judgement, and sentences of prose."""
    listed = np.array([row.listed for row in data])
    judged = np.array([row.polarity != "neutral" for row in data])
    return {"listed": listed, "judged": ~listed & judged, "prose": ~listed}


def _coders(data: Sequence[Labelled]) -> Iterator[tuple[str, Callable[[], Coded]]]:
    written = examples()
    meaning = coders.by_meaning()
    yield "commonest theme", partial(coders.commonest, data)
    yield "cues as keywords", partial(coders.keywords, data)
    yield "zero-shot: codebook alone", partial(coders.untaught, data)
    yield "words", partial(coders.fitted, data, coders.by_words, written)
    yield "frozen MiniLM", partial(coders.fitted, data, meaning, written)
    yield "words and cues, other reports only", partial(coders.fitted, data, coders.by_words_and_cues, [])
    yield (
        "words and cues, examples only",
        partial(coders.fitted, data, coders.by_words_and_cues, written, reports=False),
    )
    yield "words and cues", partial(coders.blended, data, ["words"])
    yield "fine-tuned MiniLM", partial(coders.blended, data, ["encoded"])
    yield SHIPPED, partial(coders.blended, data)
    yield "fast (shipped)", partial(coders.blended, data, FAST)


def _measured(said: Bools, coded: Coded, at: Bools, groups: Sequence[str]) -> dict[str, Any]:
    assigned = coded.assigned[at]
    chances = None if coded.probabilities is None else coded.probabilities[at]
    found = asdict(metrics.measures(said, assigned, chances))
    here = [group for group, there in zip(groups, at, strict=True) if there]

    def micro(i: np.ndarray[Any, Any]) -> float:
        return metrics.micro_f1(said[i], assigned[i])

    def macro(i: np.ndarray[Any, Any]) -> float:
        return metrics.macro_f1(said[i], assigned[i])

    for name, of in (("micro_f1", micro), ("macro_f1", macro)):
        found[f"{name}_by_text"] = metrics.interval(of, [str(i) for i in range(len(said))])
        found[f"{name}_by_report"] = metrics.interval(of, here)
    return found


def lines(measured: dict[str, Any]) -> list[str]:
    """The Markdown report of what `measure` found."""
    made = [
        "# Themes, each report coded by models that have not seen it",
        "",
        f"{measured['texts']} labelled texts of four reports; {measured['written_examples']} written examples.",
        "Intervals: bootstrap over texts, then over reports. Findings repeat within a report; four reports are few.",
        "",
    ]
    for part, title in TITLES.items():
        rows = [(name, *cells(of[part])) for name, of in measured["coders"].items()]
        made += [f"## {title}", "", *table(COLUMNS, rows), ""]
    return made + of_shipped(measured)


def cells(of: dict[str, Any]) -> tuple[str, ...]:
    """The figures of `COLUMNS` but the first."""
    low, high = of["micro_f1_by_text"]
    least, most = of["micro_f1_by_report"]
    micro = f"{of['micro_f1']:.3f} ({low:.2f}-{high:.2f}; {least:.2f}-{most:.2f})"
    others = ("macro_f1", "sample_f1", "precision", "recall", "exact_match", "lrap", "ece")
    return micro, *("" if of[name] is None else f"{of[name]:.3f}" for name in others)


def of_shipped(measured: dict[str, Any]) -> list[str]:
    """The tables of the shipped model: by report, by theme, its probabilities, what it takes for what."""
    shipped, intervals = measured["shipped"], measured["theme_f1_intervals"]
    made = []
    for part in ("listed", "judged"):
        rows = [(report, *_group_cells(of)) for report, of in shipped[part]["groups"].items()]
        title = f"## The shipped model by report: {TITLES[part].lower()}"
        made += [title, "", *table(("report", "texts", *_GROUP_COLUMNS), rows), ""]
    of_themes = [
        (
            t["theme"],
            t["said"],
            t["assigned"],
            *(f"{t[m]:.2f}" for m in ("precision", "recall")),
            f"{t['f1']:.2f} ({intervals[t['theme']][0]:.2f}-{intervals[t['theme']][1]:.2f})",
        )
        for t in shipped["all"]["themes"]
    ]
    columns = ("theme", "labelled", "assigned", "precision", "recall", "F1 (95%)")
    made += ["## The shipped model by theme, all texts", "", *table(columns, of_themes), ""]
    bins = [
        (f"{b['low']:.1f}-{b['high']:.1f}", b["count"], f"{b['mean']:.3f}", f"{b['share']:.3f}")
        for b in shipped["all"]["reliability"]
    ]
    made += ["## Is a probability a frequency?", "", *table(("probability", "times", "mean", "share right"), bins), ""]
    confused = shipped["all"]["confusions"][:12]
    return [*made, "## Most often confused", "", *table(("missed", "assigned in its stead", "texts"), confused), ""]


def _group_cells(of: dict[str, Any]) -> tuple[str, ...]:
    return str(of["texts"]), *(f"{of[name.lower().replace(' ', '_')]:.3f}" for name in _GROUP_COLUMNS)


if __name__ == "__main__":
    record.write("themes", measure(annotated(Path(sys.argv[1]))), lines)
