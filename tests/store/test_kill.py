"""A kill at any moment leaves a corpus that opens, is whole, and goes on where it stopped."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from tests.store.killing import REPORTS, TIMES
from tests.store.stand_in import Model
from yosnlp import pipeline
from yosnlp.store import Corpus

KILLS = 60
SEED = 5


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")
def test_kills_at_random_moments(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = [sys.executable, "-m", "tests.store.killing", str(tmp_path), str(KILLS), str(SEED)]
    ran = subprocess.run(run, capture_output=True, text=True)
    kills = [json.loads(line) for line in ran.stdout.splitlines()]
    assert len(kills) == KILLS, ran.stderr
    assert [kill["wrong"] for kill in kills] == [[]] * KILLS
    assert [kill for kill in kills if kill["after"] < kill["before"]] == []
    assert len({kill["after"] for kill in kills}) > 2  # it was killed early and late

    model = Model(times=TIMES).use(monkeypatch.setattr)
    last = max(tmp_path.glob("killed*.db"), key=lambda path: path.stat().st_mtime)
    with Corpus.open(last, create=True) as corpus, Corpus.open(tmp_path / "undisturbed.db") as other:
        there = len(corpus.stored())
        pipeline.add([tmp_path / "in"], corpus)
        assert len(model.tagged) == REPORTS - there  # what was stored is not done again
        pd.testing.assert_frame_equal(corpus.tables().findings, other.tables().findings)
        assert corpus.verify() == []
