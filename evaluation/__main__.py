"""Measures everything again and writes it down: ``python -m evaluation ../shared/reports``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from evaluation import agreement, extraction, ratings, readme, themes

_ROOT = Path(__file__).resolve().parent.parent
_RESULTS = _ROOT / "evaluation" / "results"


def _write(name: str, lines: Sequence[str]) -> None:
    path = _RESULTS / f"{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    note = f"Made by `python -m evaluation.{name}`; do not edit."
    path.write_text("\n".join([*lines, "", note, ""]), encoding="utf-8")
    print(path)


def main(reports: Path) -> None:
    """Write evaluation/results and the README's tables."""
    found, coded, rated = extraction.lines(reports), themes.lines(reports), ratings.lines(reports)
    _write("extraction", found)
    _write("themes", coded)
    _write("ratings", rated)
    _write("agreement", ["# Agreement on the written examples", "", *agreement.lines()])
    summary = [line for line in found if line.startswith(("| report", "|---", "| all"))]
    chosen = [line for line in coded if line.startswith(("## Listed", "## Sent", "| coder", "|---", "| c", "| l", "| f"))]
    stop = next(i for i, line in enumerate(coded) if line.startswith("## The shipped"))
    chosen = [line for line in coded[:stop] if line.startswith(("#", "|"))][1:]
    titled = [f"\n**{line[3:]}**\n" if line.startswith("#") else line for line in chosen]
    readme.fill(_ROOT / "README.md", "figures", [*summary, *titled])
    readme.fill(_ROOT / "README.md", "example", readme.example())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
