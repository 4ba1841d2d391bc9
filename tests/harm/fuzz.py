"""Bad files by the thousand, read in a process that is begun again when one of them ends it."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.harm.trial import SOUND

_ROOT = Path(__file__).parents[2]
_SLOWEST = 5
_SHOWN_REASONS = 12
_WALL = 600.0  # seconds for one input: it waits for something that will not come


@dataclass(slots=True)
class Tally:
    """What became of the inputs of a format: counts by verdict and reason, the slowest, and every one that is a bug."""

    format: str
    seed: int
    verdicts: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    slowest: list[dict[str, Any]] = field(default_factory=list)
    bugs: list[dict[str, Any]] = field(default_factory=list)
    most_memory: int = 0
    seconds: float = 0.0

    @property
    def inputs(self) -> int:
        return self.verdicts.total()

    def add(self, answer: dict[str, Any]) -> None:
        """Count what became of one input."""
        verdict = answer["verdict"]
        self.verdicts[verdict] += 1
        self.most_memory = max(self.most_memory, answer.get("memory", 0))
        if verdict in SOUND:
            self.reasons[f"{verdict}: {_numberless(answer['why'])}"] += 1
        else:
            self.bugs.append(answer)
            self.reasons[f"BUG {verdict}: {_numberless(answer['why'])}"] += 1
        self.slowest = sorted([*self.slowest, answer], key=lambda a: -a.get("seconds", 0.0))[:_SLOWEST]

    def record(self) -> dict[str, Any]:
        """As plain data."""
        return {
            "format": self.format,
            "seed": self.seed,
            "inputs": self.inputs,
            "inputs_a_second": round(self.inputs / max(self.seconds, 0.001), 1),
            "verdicts": dict(self.verdicts.most_common()),
            "reasons": dict(self.reasons.most_common(_SHOWN_REASONS)),
            "most_memory_mb": round(self.most_memory / 2**20),
            "slowest": [{name: a.get(name) for name in ("number", "size", "seconds")} for a in self.slowest],
            "bugs": self.bugs,
        }


def fuzz(
    format_: str,
    inputs: int,
    *,
    seed: int = 1,
    first: int = 0,
    seconds: float = 3600.0,
    paths: Sequence[Path] = (),
    share: float = 1.0,
) -> Tally:
    """Read so many bad files of a format, as far as the ``seconds`` last; some made of the reports in ``paths``.

    All are read; a ``share`` of them goes through all steps.
    """
    tally, started, at = Tally(format_, seed), time.monotonic(), first
    last = first + inputs
    while at < last and time.monotonic() - started < seconds:
        job = {"format": format_, "seed": seed, "first": at, "last": last, "share": share}
        job["paths"] = [str(path) for path in paths]
        for answer in _answers(job, started + seconds):
            tally.add(answer)
            at = answer["number"] + 1
    tally.seconds = time.monotonic() - started
    return tally


def _answers(job: dict[str, Any], end: float) -> Iterator[dict[str, Any]]:
    """What became of each input of a job; the last one is that which ended the process, if one did."""
    command = [sys.executable, "-m", "tests.harm.child", json.dumps(job)]
    with tempfile.TemporaryFile("w+") as errors:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, cwd=_ROOT, text=True)
        at = job["first"]
        try:
            for line in process.stdout or ():
                answer = json.loads(line)
                at = answer["number"] + 1
                yield answer
                if time.monotonic() > end:
                    return
            code = process.wait()
        finally:
            process.kill()
            process.wait()
            if process.stdout:
                process.stdout.close()
        if code:
            errors.seek(0)
            verdict = "slow" if code == -signal.SIGPROF else "died"
            said = errors.read()
            yield {"number": at, "verdict": verdict, "why": f"exit status {code}: {said[-3000:]}"}


def _numberless(reason: str) -> str:
    """A reason without its numbers, so that like ones are counted together."""
    return "".join("0" if char.isdigit() else char for char in reason[:120])
