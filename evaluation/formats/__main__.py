"""Measures the formats: ``python -m evaluation.formats`` writes evaluation/results/formats.json and docs/formats.md.

It needs LibreOffice Writer and Chromium.
"""

from __future__ import annotations

from pathlib import Path

from evaluation.formats.measure import lines, measure
from evaluation.record import write

PAGE = Path(__file__).resolve().parents[2] / "docs" / "formats.md"


def main() -> None:
    """Measure and write."""
    write("formats", measure(), lines, to=PAGE)


if __name__ == "__main__":
    main()
