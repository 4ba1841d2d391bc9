"""All regular expressions that yosnlp compiles, and what each costs on lines made against it.

    python -m tests.harm.patterns

A cost is a multiple of what plain expressions take for the same line, so that it is the same on a slow machine.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
import signal
import sys
import time
from pathlib import Path
from random import Random
from typing import Any

import typer

import yosnlp
from tests.harm.attacks import attacks

_ROOT = Path(yosnlp.__file__).parent
_LENGTHS = (18, 30, 60, 500, 4_000)  # characters
_PLAIN = (re.compile(r"[^\W\d_]+|\d+|\s+|."), re.compile(r"(\w+)\W(\w+)"))
_SECONDS = 30  # of the processor, for one line
BOUND = 100.0  # times the cost of the plain expressions
_NOTICEABLE = 0.002  # seconds of the processor
_LEAST = 0.00002


class Recorder:
    """Remembers what yosnlp compiles, wherever it does so."""

    def __init__(self) -> None:
        self.found: dict[tuple[Any, int], str] = {}
        self._compile = re._compile  # type: ignore[attr-defined]
        re._compile = self._recorded  # type: ignore[attr-defined]

    def _recorded(self, pattern: Any, flags: int) -> Any:
        compiled = self._compile(pattern, flags)
        frame = sys._getframe(2)
        path = Path(frame.f_code.co_filename)
        if path.is_relative_to(_ROOT):
            self.found.setdefault(
                (compiled.pattern, compiled.flags), f"{path.relative_to(_ROOT.parent)}:{frame.f_lineno}"
            )
        return compiled


def compiled() -> list[tuple[re.Pattern[Any], str]]:
    """Every expression, compiled on import or when the samples are read and tagged, and where that is."""
    recorder = Recorder()
    for module in pkgutil.walk_packages([str(_ROOT)], "yosnlp."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    from tests.harm import seeds
    from tests.harm.inputs import FORMATS
    from tests.harm.trial import Trial

    for format_ in FORMATS:
        trial = Trial()
        for good in seeds.written(format_):
            trial.of(good, seeds.WRITERS[format_][0])
        trial.write()
        trial.close()
    return [(re.compile(pattern, flags), where) for (pattern, flags), where in recorder.found.items()]


def cost(pattern: re.Pattern[Any], line: Any) -> float:
    """What it takes to look for ``pattern`` in ``line``, as a multiple of what plain expressions take; 0 if nothing."""
    taken = _seconds([pattern], line)
    if taken < _NOTICEABLE:
        return 0.0
    taken = min(taken, _seconds([pattern], line))
    plain = line.decode("latin-1") if isinstance(line, bytes) else line
    return taken / max(min(_seconds(_PLAIN, plain) for _ in range(3)), _LEAST)


def _seconds(patterns: Any, line: Any) -> float:
    started = time.process_time()
    for pattern in patterns:
        pattern.match(line)
        for _ in pattern.finditer(line):
            pass
    return time.process_time() - started


def main() -> None:
    """Print a line of JSON for each expression: where it is, the worst line against it, and its cost."""
    signal.setitimer(signal.ITIMER_PROF, 0)
    for pattern, where in compiled():
        typer.echo(json.dumps({"where": where, "pattern": str(pattern.pattern)}))
        worst: dict[str, Any] = {"cost": 0.0}
        for before, pump, end in attacks(pattern, Random(where)):
            for length in _LENGTHS:
                line: Any = before + pump * (length // len(pump) + 1) + end
                line = line.encode("latin-1", "replace") if isinstance(pattern.pattern, bytes) else line
                signal.setitimer(signal.ITIMER_PROF, _SECONDS)
                price = cost(pattern, line)
                if price > worst["cost"]:
                    worst = {"cost": price, "length": length, "line": [before, pump, end]}
                if price > BOUND:
                    break
        signal.setitimer(signal.ITIMER_PROF, 0)
        typer.echo(json.dumps(worst))


if __name__ == "__main__":
    main()
