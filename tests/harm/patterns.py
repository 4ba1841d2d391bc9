"""All regular expressions that yosnlp compiles, and what each costs on lines made against it.

    python -m tests.harm.patterns

A cost is a multiple of what plain expressions take for the same line, so that it is the same on a slow machine. What
takes time by the square of a line is found where it matters, in whole texts: by `benchmarks.growth` and the bad files.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
import signal
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import typer

import yosnlp
from tests.harm.attacks import attacks

_ROOT = Path(yosnlp.__file__).parent
_LENGTHS = (18, 30, 60, 500)  # characters
_PLAIN = (re.compile(r"[^\W\d_]+|\d+|\s+|."), re.compile(r"(\w+)\W(\w+)"))
_SECONDS = 30  # of the processor, for one line
BOUND = 1000.0  # times the cost of the plain expressions: what looks from each place to the end takes some 200
_ANCHORED = frozenset({"match", "fullmatch"})
_ANY = frozenset({"search"})
_NOTICEABLE = 0.002  # seconds of the processor
_LEAST = 0.00002


@dataclass(frozen=True, slots=True)
class Used:
    """An expression, where it is compiled, and the methods by which it is used."""

    pattern: re.Pattern[Any]
    where: str
    methods: frozenset[str]


class Recorder:
    """Remembers what yosnlp compiles, wherever it does so."""

    def __init__(self) -> None:
        self.found: dict[tuple[Any, int], tuple[Path, int]] = {}
        self._compile = re._compile  # type: ignore[attr-defined]
        re._compile = self._recorded  # type: ignore[attr-defined]

    def _recorded(self, pattern: Any, flags: int) -> Any:
        compiled = self._compile(pattern, flags)
        frame = sys._getframe(2)
        path = Path(frame.f_code.co_filename)
        if path.is_relative_to(_ROOT):
            self.found.setdefault((compiled.pattern, compiled.flags), (path, frame.f_lineno))
        return compiled


def compiled() -> list[Used]:
    """Every expression that is compiled on import, or when the small reports are read, tagged and written."""
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
    return [
        Used(re.compile(pattern, flags), f"{path.relative_to(_ROOT.parent)}:{line}", _methods(path, line))
        for (pattern, flags), (path, line) in recorder.found.items()
    ]


@cache
def _source(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _methods(path: Path, line: int) -> frozenset[str]:
    """How the expression of that line is used, as far as one can see: by the methods called on its name."""
    called = re.search(r"\bre\.(\w+)\(", _source(path).splitlines()[line - 1])
    if called and called[1] != "compile":
        return frozenset([called[1]])
    above = "\n".join(_source(path).splitlines()[:line])
    names = re.findall(r"^(\w+)\s*(?::[^=\n]*)?= ", above, re.M)
    if not names:
        return _ANY
    places = [path] if names[-1].startswith("_") else sorted(_ROOT.rglob("*.py"))
    uses = [re.findall(rf"\b{names[-1]}(?:\.(\w+)\(|(?=\W))", _source(place)) for place in places]
    found = [use for some in uses for use in some]
    # Its name stands once more where it is given it; where it stands else without a method, it may be used in any way.
    return frozenset(filter(None, found)) if found.count("") == 1 else _ANY


def cost(used: Used, line: Any) -> float:
    """What it takes to use the expression on ``line``, as a multiple of what plain ones take; 0 if nothing."""
    scan = not used.methods <= _ANCHORED
    taken = _seconds([used.pattern], line, scan=scan)
    if taken < _NOTICEABLE:
        return 0.0
    taken = min(taken, _seconds([used.pattern], line, scan=scan))
    plain = line.decode("latin-1") if isinstance(line, bytes) else line
    return taken / max(min(_seconds(_PLAIN, plain) for _ in range(3)), _LEAST)


def _seconds(patterns: Sequence[re.Pattern[Any]], line: Any, *, scan: bool = True) -> float:
    """Seconds of the processor to match a line from its beginning, and, with ``scan``, from each place in it."""
    started = time.process_time()
    for pattern in patterns:
        pattern.match(line)
        pattern.fullmatch(line)
        if scan:
            for _ in pattern.finditer(line):
                pass
    return time.process_time() - started


def main() -> None:
    """Print a line of JSON for each expression: where it is, the worst line against it, and its cost."""
    for used in compiled():
        typer.echo(json.dumps({"where": used.where, "pattern": repr(used.pattern.pattern)}))
        worst: dict[str, Any] = {"cost": 0.0}
        for before, pump, end in attacks(used.pattern, Random(used.where)):
            for length in _LENGTHS:
                line: Any = before + pump * (length // len(pump) + 1) + end
                line = line.encode("latin-1", "replace") if isinstance(used.pattern.pattern, bytes) else line
                signal.setitimer(signal.ITIMER_PROF, _SECONDS)
                price = cost(used, line)
                if price > worst["cost"]:
                    worst = {"cost": price, "length": length, "line": [before, pump, end]}
                if price > BOUND:
                    break
            if worst["cost"] > BOUND:
                break
        signal.setitimer(signal.ITIMER_PROF, 0)
        typer.echo(json.dumps(worst))


if __name__ == "__main__":
    main()
