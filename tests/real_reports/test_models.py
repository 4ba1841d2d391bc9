"""Themes and polarity of real reports by models that have not seen them: the committed figures, made again.

The scores of those models are kept in ``evaluation/held_out``, in the order of the labels; what people said of the
texts, and the texts themselves, come from the reports.
"""

from __future__ import annotations

from typing import Any

import pytest

from evaluation import polarity, record, themes
from tests.real import REPORTS
from training.data import annotated
from yosnlp.labels import Labelled, shipped


@pytest.fixture(scope="module")
def data() -> list[Labelled]:
    found = annotated(REPORTS) if REPORTS.is_dir() else []
    if {row.source for row in found} != {labels.report for labels in shipped()}:
        pytest.skip(f"no annotated reports in {REPORTS}")
    return found


@pytest.mark.parametrize("coder", ["accurate (shipped)", "fast (shipped)", "fine-tuned MiniLM"])
def test_the_committed_figures_of_themes_are_those_of_the_kept_scores(coder: str, data: list[Labelled]) -> None:
    committed = record.read("themes")["coders"][coder]
    again = themes.measure(data, only=[coder])["coders"][coder]
    _alike(record.rounded(again), committed)


def test_the_committed_figures_of_polarity_are_those_of_the_kept_scores(data: list[Labelled]) -> None:
    _alike(record.rounded(polarity.measure(data)), record.read("polarity"))


@pytest.mark.parametrize(
    ("coder", "part", "measure", "least"),
    [
        pytest.param("accurate (shipped)", "listed", "micro_f1", 0.80, id="listed findings"),
        pytest.param("accurate (shipped)", "judged", "micro_f1", 0.72, id="prose"),
        pytest.param("accurate (shipped)", "listed", "precision", 0.80, id="precision"),
        pytest.param("zero-shot: codebook alone", "listed", "micro_f1", 0.55, id="zero-shot"),
    ],
)
def test_figures_have_not_fallen(coder: str, part: str, measure: str, least: float) -> None:
    assert record.read("themes")["coders"][coder][part][measure] >= least


def _alike(found: Any, committed: Any) -> None:
    """Equal, but for the last digits of fractions, which hang on the processor."""
    if isinstance(committed, dict):
        assert set(found) == set(committed)
        for key, value in committed.items():
            _alike(found[key], value)
    elif isinstance(committed, list):
        assert len(found) == len(committed)
        for one, other in zip(found, committed, strict=True):
            _alike(one, other)
    elif isinstance(committed, float):
        assert found == pytest.approx(committed, abs=0.005)
    else:
        assert found == committed
