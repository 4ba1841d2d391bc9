"""Themes of listed findings, each report coded by a model trained without it: at least 0.70 micro F1."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from evaluation.metrics import Bools, figures, truth
from evaluation.themes import held_out
from tests.real import REPORTS
from training.data import annotated
from training.linear import train_themes
from yosnlp.labels import Labelled, examples, shipped
from yosnlp.themes import load, load_codebook
from yosnlp.themes.classifier import LinearClassifier

_ENOUGH = 0.70


def _coded(train: Sequence[Labelled], test: Sequence[Labelled]) -> Bools:
    """With the shipped thresholds: to choose them again for each report takes minutes (evaluation.themes does)."""
    shipped_ = load().themes
    assert isinstance(shipped_, LinearClassifier)
    classifier = LinearClassifier("held out", train_themes(train), shipped_.thresholds)
    return classifier.probabilities([row.text for row in test]) >= shipped_.thresholds


def test_themes_of_listed_findings_in_reports_that_the_model_has_not_seen() -> None:
    data = annotated(REPORTS) if REPORTS.is_dir() else []
    if {row.source for row in data} != {labels.report for labels in shipped()}:
        pytest.skip(f"no annotated reports in {REPORTS}")
    coded = held_out(data, _coded, examples())
    listed = np.array([row.listed for row in data])
    assert figures(truth(data, load_codebook().ids)[listed], coded[listed]).micro >= _ENOUGH
