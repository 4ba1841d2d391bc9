"""A theme that the codebook lacks comes up among the suggestions, on the four annotated reports."""

from __future__ import annotations

import pytest

from evaluation import coders
from evaluation.gaps import Remembered, coded_tables, without
from tests.real import REPORTS
from training.data import annotated
from yosnlp.analysis import Gaps, gaps
from yosnlp.tables import Tables


@pytest.fixture(scope="module")
def coded() -> Tables:
    data = annotated(REPORTS) if REPORTS.is_dir() else []
    if len({row.source for row in data}) < 4:
        pytest.skip(f"no annotated reports in {REPORTS}")
    return coded_tables(data, coders.blended(data))[0]


def test_a_hidden_theme_comes_up_by_its_own_terms(coded: Tables) -> None:
    assert not _tells(gaps(coded, Remembered()), "victims")
    assert _tells(gaps(without(coded, "victims"), Remembered()), "victims")


def _tells(found: Gaps, word: str) -> bool:
    return any(word in term.split() for terms in found.clusters["terms"] for term in terms)


def test_examples_are_verbatim(coded: Tables) -> None:
    texts = dict(zip(coded.findings["finding_id"], coded.findings["text"], strict=True))
    members = gaps(coded, Remembered()).members
    assert all(texts[row["finding_id"]] == row["text"] for row in members.to_dict("records"))
