"""What the written examples are worth: the share of them that is learnt from, against the themes of held-out reports.

    python -m evaluation.learning_curve ../shared/reports

Words with cues, and the vectors of MiniLM as published, since they train in seconds; each from the other reports and
that share of the examples, drawn by chance. What the examples do for the shipped model is in `evaluation.themes`.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from evaluation import coders, record
from evaluation.coders import Fit
from evaluation.markdown import table
from evaluation.themes import parts
from training.data import annotated, themes
from yosnlp.labels import Labelled, examples
from yosnlp.learning import metrics
from yosnlp.themes.codebook import load_codebook

SHARES = (0.0, 0.0625, 0.125, 0.25, 0.5, 1.0)


def measure(data: Sequence[Labelled]) -> dict[str, Any]:
    """Micro and macro F1 of each model on each kind of text, by the number of examples learnt from."""
    written, said = examples(), themes(data, load_codebook().ids)
    models: dict[str, Fit] = {"words and cues": coders.by_words_and_cues, "frozen MiniLM": coders.by_meaning()}
    rows = []
    for share in SHARES:
        for name, fit in models.items():
            coded = coders.fitted(data, fit, written, every=share)
            found: dict[str, Any] = {"model": name, "examples": round(share * len(written))}
            for part, at in parts(data).items():
                found[f"{part}_micro_f1"] = metrics.micro_f1(said[at], coded.assigned[at])
                found[f"{part}_macro_f1"] = metrics.macro_f1(said[at], coded.assigned[at])
            rows.append(found)
            print(found, file=sys.stderr)
    return {"rows": rows}


def lines(measured: dict[str, Any]) -> list[str]:
    """The curve as a Markdown table."""
    figures = [f"{part}_{measure}" for part in ("listed", "judged") for measure in ("micro_f1", "macro_f1")]
    columns = ("model", "examples", *(figure.replace("_", " ").replace("f1", "F1") for figure in figures))
    rows = [(r["model"], r["examples"], *(f"{r[f]:.3f}" for f in figures)) for r in measured["rows"]]
    return ["# What the written examples are worth", "", *table(columns, rows)]


if __name__ == "__main__":
    record.write("learning_curve", measure(annotated(Path(sys.argv[1]))), lines)
