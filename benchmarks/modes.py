"""The fast model beside the accurate one: themes, evidence and polarity of the same findings, after both are loaded.

python -m benchmarks.modes corpus/sample
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

from yosnlp import pipeline, themes
from yosnlp.themes import Models

_RUNS = 5


def seconds(models: Models, texts: list[str]) -> float:
    """Time to code and judge ``texts``, none of them remembered from before."""
    began = time.perf_counter()
    models.themes.code(texts)
    models.polarity(texts)
    return time.perf_counter() - began


def main(paths: list[Path]) -> None:
    results = pipeline.tag(paths, model="fast")
    found = [finding.text for tagged in results.reports for finding in tagged.findings]
    times: dict[str, list[float]] = {"accurate": [], "fast": []}
    for run in range(_RUNS + 1):
        texts = [f"{text} {'.' * run}" for text in found]  # other texts each time
        for name, taken in times.items():
            took = seconds(themes.load(name), texts)
            if run:  # the first is a warm-up
                taken.append(took)
    ratios = [a / b for a, b in zip(times["accurate"], times["fast"], strict=True)]
    for name, taken in times.items():
        print(f"{name}: {1000 * statistics.median(taken) / len(found):.2f} ms a finding")
    print(
        f"accurate to fast: {statistics.median(ratios):.1f} (from {min(ratios):.1f} to {max(ratios):.1f}, {_RUNS} runs)"
    )


if __name__ == "__main__":
    main([Path(arg) for arg in sys.argv[1:]])
