"""A process that adds reports to a corpus, killed at random moments.

``python -m tests.store.killing FOLDER KILLS SEED`` prints a line of JSON for each kill: how many reports the corpus
held before and after, and what `verify` found. It is a process of its own, so that only one with a single thread forks.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from pathlib import Path

from tests.store.stand_in import Model, write
from yosnlp import pipeline
from yosnlp.store import Corpus

REPORTS = 6
TIMES = 40  # a report of 120 findings takes long enough to be killed in the midst of


def main(folder: Path, kills: int, seed: int) -> None:
    Model(times=TIMES).use(setattr)
    for i in range(REPORTS):
        write(folder / "in", f"report{i}")
    drawn = random.Random(seed)
    _seconds(folder / "in", folder / "first.db")  # what is loaded but once
    undisturbed = _seconds(folder / "in", folder / "undisturbed.db")
    corpus, before, place, killed = folder / "killed0.db", 0, 0, 0
    while killed < kills:
        stopped = _killed(folder / "in", corpus, drawn.uniform(0, undisturbed))
        held, wrong = _state(corpus)
        if stopped:
            killed += 1
            sys.stdout.write(json.dumps({"before": before, "after": held, "wrong": wrong}) + "\n")
        before = held
        if held == REPORTS:
            place += 1
            corpus, before = folder / f"killed{place}.db", 0


def _add(inputs: Path, corpus: Path) -> None:
    with Corpus.open(corpus, create=True) as opened:
        pipeline.add([inputs], opened)


def _seconds(inputs: Path, corpus: Path) -> float:
    """How long it takes to add all."""
    start = time.perf_counter()
    _add(inputs, corpus)
    return time.perf_counter() - start


def _killed(inputs: Path, corpus: Path, after: float) -> bool:
    """Add the reports in another process and kill that; whether it was still at work."""
    child = os.fork()
    if child == 0:
        try:
            _add(inputs, corpus)
        finally:
            os._exit(0)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def _state(corpus: Path) -> tuple[int, list[str]]:
    """How many whole reports the corpus holds, and what is wrong with it; a later `add` opens it just so."""
    with Corpus.open(corpus, create=True) as opened:
        findings = opened.reports()["findings"]
        torn = [f"a report with {n} findings" for n in findings if n != 3 * TIMES]
        return len(findings), torn + opened.verify()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
