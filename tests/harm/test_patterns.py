"""No regular expression takes time by the power of a line that is made against it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from tests.harm.attacks import attacks
from tests.harm.patterns import BOUND, Used, cost

_ROOT = Path(__file__).parents[2]
_FEWEST = 100  # expressions


def test_every_expression_stands_up_to_lines_made_against_it() -> None:
    """In a process of its own, which ends where an expression takes half a minute for one line."""
    asked = [sys.executable, "-m", "tests.harm.patterns"]
    run = subprocess.run(asked, cwd=_ROOT, capture_output=True, text=True, check=False)
    told = [json.loads(line) for line in run.stdout.splitlines()]
    assert run.returncode == 0, f"the last of them takes for ever: {told[-2:]} {run.stderr[-2000:]}"
    found = [(told[i], told[i + 1]) for i in range(0, len(told), 2)]
    assert len(found) > _FEWEST
    assert [(named, worst) for named, worst in found if worst["cost"] > BOUND] == []


@pytest.mark.parametrize("bad", [r"^(a+)+$", r"(?:\w+ ?)+:", r"\s+\|?\s*\|?\s*x$"])
def test_one_that_does_not_is_found(bad: str) -> None:
    used = Used(re.compile(bad), "here", frozenset({"search"}))
    lengths = (200,) if "|" in bad else (18,)
    assert any(
        cost(used, before + pump * (length // len(pump)) + end) > BOUND / 10
        for before, pump, end in attacks(used.pattern, Random(1))
        for length in lengths
    )
