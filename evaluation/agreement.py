"""How far the two who labelled each written example agree, apart from each other.

python -m evaluation.agreement
"""

from __future__ import annotations

import json
from typing import Any

from sklearn.metrics import cohen_kappa_score, f1_score
from sklearn.preprocessing import MultiLabelBinarizer

from evaluation.markdown import table
from yosnlp import resources
from yosnlp.themes.codebook import load_codebook


def lines() -> list[str]:
    """The agreement on each collection of examples, and on all, as a Markdown table."""
    rows, together = [], []
    for path in sorted(resources.corpus("examples").glob("*.jsonl")):
        pairs = [json.loads(line)["labels"] for line in path.read_text(encoding="utf-8").splitlines()]
        rows.append(_row(path.stem, pairs))
        together += pairs
    columns = ("collection", "examples", "themes, micro F1", "same themes", "polarity, kappa", "settled by a third")
    return ["# Agreement on the written examples", "", *table(columns, [*rows, _row("all", together)])]


def _row(name: str, pairs: list[list[dict[str, Any]]]) -> tuple[object, ...]:
    binary = MultiLabelBinarizer(classes=load_codebook().ids)
    first, second = (binary.fit_transform([pair[k]["themes"] for pair in pairs]) for k in (0, 1))
    said = [[pair[k]["polarity"] for pair in pairs] for k in (0, 1)]
    same = (first == second).all(axis=1)
    settled = sum(not a or p != q for a, p, q in zip(same.tolist(), *said, strict=True))
    f1 = f1_score(first, second, average="micro")
    return name, len(pairs), f"{f1:.3f}", f"{same.mean():.1%}", f"{cohen_kappa_score(*said):.3f}", settled


if __name__ == "__main__":
    print("\n".join(lines()))
