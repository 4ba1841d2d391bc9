"""Measures everything again and writes it down: ``python -m evaluation ../shared/reports``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from evaluation import agreement, contrast, extraction, faithfulness, ratings, readme, themes

_ROOT = Path(__file__).resolve().parent.parent
_RESULTS = _ROOT / "evaluation" / "results"


def _write(name: str, lines: Sequence[str]) -> None:
    path = _RESULTS / f"{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    note = f"Made by `python -m evaluation.{name}`; do not edit."
    path.write_text("\n".join([*lines, "", note, ""]), encoding="utf-8")
    print(path)


def _tables(lines: Sequence[str]) -> list[str]:
    """The tables of ``lines``, each under its title in bold."""
    kept = [line for line in lines if line.startswith(("## ", "|"))]
    return [f"\n**{line[3:]}**\n" if line.startswith("##") else line for line in kept]


def main(reports: Path) -> None:
    """Write evaluation/results, and the tables of the README and the model's card."""
    found, coded = extraction.lines(reports), themes.lines(reports)
    _write("extraction", found)
    _write("themes", coded)
    _write("ratings", ratings.lines(reports))
    _write("agreement", agreement.lines())
    _write("contrast", contrast.lines())
    _write("faithfulness", faithfulness.lines(reports))
    summary = [line for line in found if line.startswith(("| report", "|---", "| all"))]
    shipped = next(i for i, line in enumerate(coded) if line.startswith("## The shipped"))
    readme.fill(_ROOT / "README.md", "figures", [*summary, *_tables(coded[:shipped])])
    readme.fill(_ROOT / "README.md", "example", readme.example())
    readme.fill(_ROOT / "models" / "fast" / "card.md", "figures", _tables(coded)[1:])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
