"""The published rules, on figures: bands, margins and totals."""

from __future__ import annotations

import pytest

from yosnlp.frameworks import Framework
from yosnlp.ratings.rules import band, reconcile
from yosnlp.records import KeyQuestion, Rating, Reconciliation

BANDS = {
    0: "Inadequate",
    49: "Inadequate",
    49.4: "Inadequate",
    49.5: "Requires improvement",
    64: "Requires improvement",
}
BANDS |= {65: "Good", 66.7: "Good", 79.4: "Good", 79.5: "Outstanding", 80: "Outstanding", 100: "Outstanding"}


@pytest.mark.parametrize(("figure", "rating"), BANDS.items())
def test_the_band_of_a_figure(figure: float, rating: str, framework: Framework) -> None:
    assert band(figure, framework.bands) == rating


@pytest.mark.parametrize(
    ("total", "rating"),
    [
        (0, "Inadequate"),
        (6, "Inadequate"),
        (7, "Requires improvement"),
        (18, "Requires improvement"),
        (19, "Good"),
        (30, "Good"),
        (31, "Outstanding"),
        (36, "Outstanding"),
    ],
)
def test_the_band_of_a_total(total: int, rating: str, framework: Framework) -> None:
    assert framework.overall is not None
    assert band(total, framework.overall.bands) == rating


def _rating(value: str, points: int, *, discretion: bool = False) -> Rating:
    return Rating(
        level="standard",
        standard_id="2.1",
        standard="Assessment",
        value=value,
        points=points,
        discretion=discretion,
        start=0,
        end=1,
    )


def _question(
    number: int, percent: int | None = None, yes: int | None = None, relevant: int | None = None
) -> KeyQuestion:
    return KeyQuestion(
        level="key_question",
        standard_id="2.1",
        question_id=f"2.1.{number}",
        question="?",
        percent=percent,
        yes=yes,
        relevant=relevant,
        start=0,
        end=1,
    )


def _standard(framework: Framework, rating: Rating, *questions: KeyQuestion) -> Reconciliation:
    rows = reconcile([rating], questions, framework)
    return next(r for r in rows if r.standard_id == "2.1")


def _percents(*percents: int) -> list[KeyQuestion]:
    return [_question(n, percent) for n, percent in enumerate(percents, start=1)]


def test_the_lowest_key_question_sets_the_rating(framework: Framework) -> None:
    row = _standard(framework, _rating("Requires improvement", 1), *_percents(90, 80, 50))
    assert (row.recomputed, row.agrees, row.note) == ("Requires improvement", True, "")


def test_a_difference_by_stated_discretion(framework: Framework) -> None:
    row = _standard(framework, _rating("Outstanding", 3, discretion=True), *_percents(90, 85, 77))
    assert (row.recomputed, row.agrees, row.note) == ("Good", False, "professional discretion")


def test_a_difference_that_the_margin_would_allow(framework: Framework) -> None:
    row = _standard(framework, _rating("Outstanding", 3), *_percents(90, 85, 75))
    assert (row.agrees, row.note) == (False, "within discretion of the boundary")


def test_a_difference_beyond_the_margin(framework: Framework) -> None:
    row = _standard(framework, _rating("Outstanding", 3), *_percents(90, 85, 74))
    assert (row.agrees, row.note) == (False, "lowest key question 2.1.3 gives Good")


FEW = {"five cases or fewer": (1, 5, "Good"), "one case would change it": (6, 10, "Good")}


@pytest.mark.parametrize(("yes", "relevant", "published"), FEW.values(), ids=FEW)
def test_differences_that_few_cases_allow(yes: int, relevant: int, published: str, framework: Framework) -> None:
    questions = [_question(1, 90), _question(2, 90), _question(3, yes=yes, relevant=relevant)]
    assert _standard(framework, _rating(published, 2), *questions).note == "within discretion of the boundary"


def test_a_missing_figure_leaves_the_question_open(framework: Framework) -> None:
    row = _standard(framework, _rating("Good", 2), *_percents(90, 85))
    assert (row.recomputed, row.agrees, row.note) == (None, None, "no figure for 2.1.3")


def test_counts_give_a_share(framework: Framework) -> None:
    questions = [_question(n, yes=4, relevant=6) for n in (1, 2, 3)]
    assert _standard(framework, _rating("Good", 2), *questions).agrees is True
