"""The real reports, which are no part of the repository: tests on them are skipped where they are missing."""

from __future__ import annotations

from pathlib import Path

import pytest

REPORTS = Path(__file__).resolve().parents[2] / "shared" / "reports"


def real_report(name: str) -> Path:
    """The path of a real report, such as ``hampshire-yos.md``."""
    path = REPORTS / name
    if not path.is_file():
        pytest.skip(f"the real report {name} is not in {REPORTS}")
    return path
