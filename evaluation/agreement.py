"""How far the two who labelled each written example agree, apart from each other.

    python -m evaluation.agreement
"""

from __future__ import annotations

import json

from sklearn.metrics import cohen_kappa_score, f1_score
from sklearn.preprocessing import MultiLabelBinarizer

from yosnlp import resources
from yosnlp.themes.codebook import load_codebook


def lines() -> list[str]:
    """The agreement on all examples that two have labelled, and on each collection, as a Markdown table."""
    rows = ["| collection | examples | labelled twice | themes, micro F1 | same themes | polarity, kappa | settled by a third |"]
    rows.append("|---|---|---|---|---|---|---|")
    together: list[dict[str, object]] = []
    for path in sorted(resources.corpus("examples").glob("*.jsonl")):
        examples = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        rows.append(_row(path.stem, examples))
        together += examples
    return [*rows, _row("all", together)]


def _row(name: str, examples: list[dict[str, object]]) -> str:
    twice = [e["labels"] for e in examples if "labels" in e]
    if not twice:
        return f"| {name} | {len(examples)} | 0 | | | | |"
    binary = MultiLabelBinarizer(classes=load_codebook().ids)
    first, second = (binary.fit_transform([pair[k]["themes"] for pair in twice]) for k in (0, 1))  # type: ignore[index]
    said = [[pair[k]["polarity"] for pair in twice] for k in (0, 1)]  # type: ignore[index]
    same = (first == second).all(axis=1)
    settled = sum(not a or p != q for a, p, q in zip(same.tolist(), *said, strict=True))
    return (
        f"| {name} | {len(examples)} | {len(twice)} | {f1_score(first, second, average='micro'):.3f} | {same.mean():.1%} "
        f"| {cohen_kappa_score(*said):.3f} | {settled} |"
    )


if __name__ == "__main__":
    print("\n".join(lines()))
