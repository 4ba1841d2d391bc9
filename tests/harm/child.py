"""The process in which bad files are read: bounded in memory and time, so that what goes over costs it alone.

    python -m tests.harm.child JOB

JOB is JSON; a line of JSON is written for each input that is done.
"""

from __future__ import annotations

import contextlib
import faulthandler
import json
import os
import signal
import sys
import time
from pathlib import Path
from typing import Any

from tests.harm import seeds
from tests.harm.inputs import bad
from tests.harm.trial import Outcome, Trial
from yosnlp.reading import limits

#: Memory, in bytes, and time of the processor, in seconds, that an input may take: at least so much, and so much more
#: for a byte of it. An input takes some 0.05 s, a whole report of 300 kB 5 s.
MEMORY, MEMORY_A_BYTE = 512 * limits.MEGABYTE, 50
SECONDS, SECONDS_A_BYTE = 10.0, 100 / limits.MEGABYTE


def main() -> None:
    """Do the job."""
    job = json.loads(sys.argv[1])
    out = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # what a library prints must not speak into the answers
    _bound()
    small = seeds.written(job["format"])
    large = seeds.found(job["format"], [Path(path) for path in job["paths"]])
    suffix, _ = seeds.WRITERS[job["format"]]
    trial = Trial(heard=_allow)
    trial.of(small[0], suffix)  # what is loaded once is not counted
    trial.share = job["share"]
    start = _peak()
    for number in range(job["first"], job["last"]):
        data = bad(job["format"], job["seed"], number, small, large)
        answer = _measured(trial, data, suffix, start)
        out.write(json.dumps({"number": number, "size": len(data), **answer}) + "\n")
        out.flush()
    trial.write()
    trial.close()


def _measured(trial: Trial, data: bytes, suffix: str, start: int) -> dict[str, Any]:
    before, started = _peak(), time.process_time()
    _allow(len(data))
    outcome = trial.of(data, suffix)
    signal.setitimer(signal.ITIMER_PROF, 0)
    seconds, after = time.process_time() - started, _peak()
    memory = after - start if after > before else 0  # what is less than another took before is not seen
    if memory > MEMORY + MEMORY_A_BYTE * len(data):
        outcome = Outcome("memory", outcome.why or outcome.verdict)
    return {"verdict": outcome.verdict, "why": outcome.why, "seconds": seconds, "memory": memory}


def _allow(size: int) -> None:
    """Let the next step take the time that is right for so many bytes or characters, and no more."""
    signal.setitimer(signal.ITIMER_PROF, SECONDS + SECONDS_A_BYTE * size)


def _bound() -> None:
    """Bound the memory; a process that goes over its time says where it is, and ends."""
    faulthandler.enable()
    faulthandler.register(signal.SIGPROF, chain=True)
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (limits.MEMORY, limits.MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _peak() -> int:
    """The most memory that the process has taken so far, in bytes; 0 where the system does not say."""
    with contextlib.suppress(OSError):
        for line in Path("/proc/self/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    return 0


if __name__ == "__main__":
    main()
