"""Measures the formats: evaluation/results/formats.json and docs/formats.md.

    python -m evaluation.formats ../shared/reports

The folder of annotated reports may be left out. It needs LibreOffice Writer and Chromium.
"""

from __future__ import annotations

import sys
from pathlib import Path

from evaluation.formats.measure import lines, measure
from evaluation.record import write

PAGE = Path(__file__).resolve().parents[2] / "docs" / "formats.md"


def main(*folders: Path) -> None:
    """Measure and write."""
    annotated = [path for folder in folders for path in sorted(folder.iterdir()) if path.stem != "README"]
    write("formats", measure(annotated), lines, to=PAGE)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
