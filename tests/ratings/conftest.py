"""Reading a short text as the pipeline reads a report."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ratings.made import Read, Reader, scores_of
from yosnlp.frameworks import Framework, frameworks


@pytest.fixture
def framework() -> Framework:
    return frameworks()["2018"]


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    """Reads a text as a report: ``reader(text)``, ``reader(text, ".md")``."""

    def made(text: str, suffix: str = ".txt", programme: str | None = None) -> Read:
        path = tmp_path / f"exbourne{suffix}"
        path.write_text(text, encoding="utf-8")
        return scores_of(path, programme)

    return made
