from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.stand_in import Model
from yosnlp.store import Corpus


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> Model:
    """A stand-in for the shipped models."""
    return Model().use(monkeypatch.setattr)


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    with Corpus.open(tmp_path / "yos.db", create=True) as opened:
        yield opened
