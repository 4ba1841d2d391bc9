"""How far people agree who labelled the same texts apart from each other.

    python -m evaluation.agreement                   the two who labelled each written example
    python -m evaluation.agreement ONE OTHER         any two files of labels

A file of labels is CSV or JSONL with columns ``id``, ``themes`` (ids joined by ``;``, in JSONL also a list) and
``polarity``; texts are matched by id. Themes: micro F1 of one against the other, and Krippendorff's alpha over sets of
themes with the MASI distance (Passonneau 2006), which counts a set inside the other as nearer than one beside it.
Polarity: Cohen's kappa.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nltk.metrics.agreement import AnnotationTask
from nltk.metrics.distance import masi_distance
from sklearn.metrics import cohen_kappa_score, f1_score
from sklearn.preprocessing import MultiLabelBinarizer

from evaluation import record
from evaluation.markdown import table
from yosnlp import resources
from yosnlp.errors import InvalidData

_COLUMNS = ("labels", "texts", "themes, micro F1", "themes, alpha (MASI)", "same themes", "polarity, kappa", "differ")


@dataclass(frozen=True, slots=True)
class Said:
    """What one person said of one text."""

    themes: frozenset[str]
    polarity: str


Pair = tuple[Said, Said]


def written() -> Iterator[tuple[str, list[Pair]]]:
    """The labels of each collection of written examples, by its name."""
    for path in sorted(resources.corpus("examples").glob("*.jsonl")):
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        yield path.stem, [(_said(first), _said(second)) for first, second in (row["labels"] for row in rows)]


def files(one: Path, other: Path) -> list[Pair]:
    """The labels of the texts that both files hold. Raises InvalidData where no text is in both."""
    first, second = _read(one), _read(other)
    both = [(first[i], second[i]) for i in first if i in second]
    if not both:
        raise InvalidData(f"{one} and {other}: no id stands in both")
    return both


def measure() -> dict[str, Any]:
    """The agreement on each collection of written examples, and on all."""
    collections = dict(written())
    together = [pair for pairs in collections.values() for pair in pairs]
    return {name: figures(pairs) for name, pairs in {**collections, "all": together}.items()}


def figures(pairs: Sequence[Pair]) -> dict[str, float]:
    """How far the two of each of ``pairs`` agree."""
    binary = MultiLabelBinarizer(classes=sorted({theme for pair in pairs for said in pair for theme in said.themes}))
    first, second = (binary.fit_transform([pair[k].themes for pair in pairs]) for k in (0, 1))
    return {
        "texts": len(pairs),
        "themes_micro_f1": float(f1_score(first, second, average="micro")),
        "themes_alpha_masi": alpha(pairs),
        "same_themes": float((first == second).all(axis=1).mean()),
        "polarity_kappa": float(
            cohen_kappa_score([one.polarity for one, _ in pairs], [two.polarity for _, two in pairs])
        ),
        "differ": sum(one != other for one, other in pairs),
    }


def lines(measured: dict[str, Any]) -> list[str]:
    """The agreement as a Markdown table."""
    rows = [
        (
            *(name, of["texts"], f"{of['themes_micro_f1']:.3f}", f"{of['themes_alpha_masi']:.3f}"),
            *(f"{of['same_themes']:.1%}", f"{of['polarity_kappa']:.3f}", of["differ"]),
        )
        for name, of in measured.items()
    ]
    return ["# Agreement of those who labelled the same texts apart", "", *table(_COLUMNS, rows)]


def alpha(pairs: Sequence[Pair]) -> float:
    """Krippendorff's alpha over the sets of themes, with the MASI distance; no theme is a set of its own."""
    none = frozenset({"no theme"})
    labels = [(who, i, said.themes or none) for i, pair in enumerate(pairs) for who, said in enumerate(pair)]
    return float(AnnotationTask(labels, distance=masi_distance).alpha())


def _said(row: dict[str, Any]) -> Said:
    themes = row["themes"] if isinstance(row["themes"], list) else str(row["themes"]).split(";")
    return Said(frozenset(theme.strip() for theme in themes if theme.strip()), str(row["polarity"]))


def _read(path: Path) -> dict[str, Said]:
    text = path.read_text(encoding="utf-8-sig")
    rows = map(json.loads, text.splitlines()) if path.suffix == ".jsonl" else csv.DictReader(text.splitlines())
    try:
        return {str(row["id"]): _said(row) for row in rows}
    except (KeyError, ValueError) as e:
        raise InvalidData(f"{path}: not labels, which have id, themes and polarity ({e!r})") from e


if __name__ == "__main__":
    if len(sys.argv) == 3:
        one, other = map(Path, sys.argv[1:])
        print("\n".join(lines({f"{one.stem} and {other.stem}": figures(files(one, other))})))
    else:
        record.write("agreement", measure(), lines)
