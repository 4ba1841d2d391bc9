"""What was measured, kept: figures as JSON, and the tables that are made from them."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

RESULTS = Path(__file__).resolve().parent / "results"
_DIGITS = 4


Lines = Callable[[dict[str, Any]], Sequence[str]]


def write(name: str, measured: dict[str, Any], lines: Lines, *, to: Path | None = None) -> None:
    """Write ``measured`` to ``results/<name>.json``, and what ``lines`` makes of it beside it or ``to``."""
    RESULTS.mkdir(parents=True, exist_ok=True)
    (RESULTS / f"{name}.json").write_text(json.dumps(rounded(measured), indent=1) + "\n", encoding="utf-8")
    path = to or RESULTS / f"{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(page(name, lines), encoding="utf-8")
    print(path)


def page(name: str, lines: Lines) -> str:
    """The Markdown that ``lines`` makes of what was measured under ``name``."""
    return "\n".join([*lines(read(name)), "", f"Made by `python -m evaluation.{name}`; do not edit.", ""])


def read(name: str) -> dict[str, Any]:
    """What was measured under ``name``."""
    measured: dict[str, Any] = json.loads((RESULTS / f"{name}.json").read_text(encoding="utf-8"))
    return measured


def rounded(value: Any) -> Any:
    """``value`` with every fraction in it rounded: further digits say nothing."""
    if isinstance(value, float):
        return round(value, _DIGITS)
    if isinstance(value, dict):
        return {key: rounded(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [rounded(inner) for inner in value]
    return value
