"""The table of what extraction must show on the four annotated reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pytest

from evaluation import record
from evaluation.extraction import Counts, held_out
from tests.real import REPORTS
from training.data import annotated, polarities
from training.held_out import scores
from training.mix import mix
from yosnlp.findings import Judge
from yosnlp.labels import examples, file_of, shipped
from yosnlp.learning.fit import fit_exclusive
from yosnlp.themes.polarity import POLARITIES, PolarityModel
from yosnlp.themes.scorer import Array
from yosnlp.themes.words import WordModel

_REPORTS = REPORTS
_NAMES = [labels.report for labels in shipped()]


@dataclass(frozen=True)
class Kept:
    """The scores that the shipped model, trained without a report, gave its labelled texts; of others those of words.

    The fine-tuned models that have not seen a report are not part of the repository: their scores are.
    """

    odds: Mapping[str, Array]
    words: WordModel
    labels: tuple[str, ...] = POLARITIES

    def scores(self, texts: Sequence[str]) -> Array:
        rows = self.words.scores(texts)
        return np.array([self.odds.get(text, row) for text, row in zip(texts, rows, strict=True)]).reshape(rows.shape)

    def parts(self, text: str) -> Array:
        return self.words.parts(text)


@pytest.fixture(scope="module")
def rows() -> dict[str, Counts]:
    """The counts of each report, polarity judged by a model trained without it, and their sum."""
    missing = [labels.report for labels in shipped() if not _REPORTS.is_dir() or file_of(labels, _REPORTS) is None]
    if missing:
        pytest.skip(f"no annotated reports in {_REPORTS}: {', '.join(missing)}")
    data = annotated(_REPORTS)

    def judge(report: str) -> Judge:
        chosen = mix(data, "polarity", left_out=[report])
        own = scores([report])
        odds = chosen.odds([own[f"{report}/polarity/{member}"] for member in chosen.members])
        seen = [row for row in data if row.source != report] + examples()
        words = fit_exclusive([row.text for row in seen], polarities(seen), POLARITIES)
        texts = [row.text for row in data if row.source == report]
        return PolarityModel(Kept(dict(zip(texts, odds, strict=True)), words), chosen.margins)

    measured = dict(held_out(_REPORTS, judge))
    total = Counts()
    for counts in measured.values():
        total.add(counts)
    return {**measured, "all": total}


@pytest.mark.parametrize("report", [*_NAMES, "all"])
def test_listed_findings_are_found_with_their_exact_text(report: str, rows: dict[str, Counts]) -> None:
    counts = rows[report]
    assert counts.listed > 0
    assert counts.found / counts.listed >= 0.98


@pytest.mark.parametrize("report", [*_NAMES, "all"])
def test_no_listed_findings_are_made_up(report: str, rows: dict[str, Counts]) -> None:
    assert rows[report].invented / rows[report].found <= 0.02


@pytest.mark.parametrize("report", [*_NAMES, "all"])
def test_listed_findings_have_their_kind(report: str, rows: dict[str, Counts]) -> None:
    assert rows[report].kind / rows[report].found >= 0.99


@pytest.mark.parametrize("report", [*_NAMES, "all"])
def test_listed_findings_have_their_polarity(report: str, rows: dict[str, Counts]) -> None:
    assert rows[report].polarity / rows[report].found >= 0.97
    committed = record.read("extraction")[report]  # by the accurate model, trained without the report
    assert committed["polarity"] / committed["found"] >= 0.97


@pytest.mark.parametrize("report", [*_NAMES, "all"])
def test_sentences_that_carry_a_judgement_are_among_the_findings(report: str, rows: dict[str, Counts]) -> None:
    counts = rows[report]
    assert counts.judged > 0
    assert counts.present / counts.judged >= 0.97


@pytest.mark.parametrize("report", [*_NAMES, "all"])
def test_sentences_about_a_single_case_are_practice_examples(report: str, rows: dict[str, Counts]) -> None:
    assert rows[report].cases_marked == rows[report].cases


@pytest.mark.parametrize("report", [*_NAMES, "all"])
def test_every_findings_text_is_its_span(report: str, rows: dict[str, Counts]) -> None:
    counts = rows[report]
    assert counts.findings > 0
    assert counts.verbatim == counts.findings
