"""The overall rating and the total: where they are said, and what only looks like them."""

from __future__ import annotations

import pytest

from tests.ratings.made import FRONT, STANDARDS, Reader, body, table

RATINGS = "Ratings\n\n" + table(dict.fromkeys(STANDARDS, "Good"))

SAID = [
    "We have given Exbourne YOS an overall rating of ‘Requires improvement’.",
    "Our overall rating of Exbourne YOS is “Requires improvement”.",
    "The overall rating for this service is requires improvement.",
    "Overall, Exbourne was rated as: Requires improvement. This rating was reached in three steps.",
    "Overall Exbourne was rated as: **requires improvement**.",
    "Overall, the service has been rated 'REQUIRES IMPROVEMENT'.",
    "Exbourne YOS was rated as ‘Requires improvement’.",
    "We rated the service as 'Requires improvement' overall.",
    "We have judged with care. Overall, Exbourne Youth Offending Service is rated\nas ‘Requires improvement’.",
]


@pytest.mark.parametrize("sentence", SAID)
def test_the_foreword_says_the_overall_rating(sentence: str, reader: Reader) -> None:
    read = reader(FRONT.format(foreword=sentence) + RATINGS + body())
    assert read.overall == "Requires improvement"
    assert [p.place for p in read.scores.places if p.level == "overall"] == ["foreword"]


NOT_SAID = [
    "The overall rating was reached by adding up points.",
    "We rated the work with court disposals as ‘Outstanding’ across each of the four standards.",
    "Overall, court disposals were rated as ‘Outstanding’.",
    "Overall, assessment was rated as Good.",
    "The neighbouring Ashford YOS has an overall rating of ‘Good’.",
    "Overall, Ashford YOS was rated as ‘Good’.",
    "At the previous inspection Exbourne YOS had an overall rating of ‘Good’.",
    "In 2012 the overall rating of Exbourne YOS was ‘Good’.",
    "Overall, this was a good service with outstanding staff.",
    "We were so worried about reviewing that we had to rate it ‘Inadequate’.",
]


@pytest.mark.parametrize("sentence", NOT_SAID)
def test_what_is_said_of_something_else_is_no_overall_rating(sentence: str, reader: Reader) -> None:
    read = reader(FRONT.format(foreword=sentence) + RATINGS + body())
    assert read.overall is None
    assert "overall rating: not found" in read.scores.warnings


TABLES = {
    "one line": "Overall rating Good\n",
    "colon": "Overall rating: GOOD\n",
    "two lines": "Overall rating\n\nGood\n",
    "cells": "| Overall rating | **Good** |\n",
}


@pytest.mark.parametrize("rows", TABLES.values(), ids=TABLES)
def test_the_table_gives_the_overall_rating(rows: str, reader: Reader) -> None:
    read = reader(FRONT.format(foreword="") + RATINGS.replace("Ratings\n", f"Ratings\n\n{rows}") + body(), ".md")
    assert read.overall == "Good"


def test_an_overall_rating_that_was_not_given_is_none(reader: Reader) -> None:
    read = reader(FRONT.format(foreword="") + "Ratings\n\nOverall rating Not rated\n\n" + body())
    assert read.rating(None, "overall") is not None
    assert read.overall is None
    assert "overall rating: not found" not in read.scores.warnings


SCORES = {
    "behind the service": "Exbourne Youth Offending Service Score 21/36",
    "colon": "Score: 21/36",
    "in words": "Score: 21 out of 36",
    "sentence": "The service scored 21 out of a possible 36 points.",
    "two lines": "Score\n\n21/36",
    "cells": "| Total score | 21/36 |",
    "without its scale": "Total score: 21",
}


@pytest.mark.parametrize("line", SCORES.values(), ids=SCORES)
def test_the_total_is_read_as_printed(line: str, reader: Reader) -> None:
    read = reader(FRONT.format(foreword="") + RATINGS.replace("Ratings\n", f"Ratings\n\n{line}\n") + body())
    assert read.score == 21
    total = next(r for r in read.scores.reconciliations if r.level == "score")
    assert (total.published, total.recomputed, total.agrees) == ("21", "24", False)


NO_SCORES = [
    "In 31 out of 36 cases the plan was good.",
    "The average score that children gave was 9 out of 10.",
    "The unit is open 24/7 and the office is at 12/36 High Street.",
    "We spoke to 21 of 36 staff.",
]


@pytest.mark.parametrize("sentence", NO_SCORES)
def test_other_numbers_are_no_total(sentence: str, reader: Reader) -> None:
    read = reader(FRONT.format(foreword=sentence) + RATINGS + body())
    assert read.score is None


def test_without_a_printed_total_there_is_no_row_but_the_sum_is_reckoned(reader: Reader) -> None:
    read = reader(FRONT.format(foreword="Overall, Exbourne was rated as: Good.") + RATINGS + body())
    assert read.score is None
    by_level = {r.level: r for r in read.scores.reconciliations}
    assert (by_level["score"].published, by_level["score"].recomputed, by_level["score"].agrees) == (None, "24", None)
    assert (by_level["overall"].recomputed, by_level["overall"].agrees) == ("Good", True)


def test_a_method_that_does_not_fit_the_score_is_reported(reader: Reader) -> None:
    method = "Each of the ten standards is scored from 0 to 3. The sum gives the rating on a 0–30 scale.\n"
    read = reader(FRONT.format(foreword="") + RATINGS + body() + f"Annex 1: Methodology\n\n{method}")
    assert [w for w in read.scores.warnings if w.startswith("method")] == [
        "method: speaks of ten standards, where the programme scores 12",
        "method: gives the total on a 0-30 scale, while the score is out of 36",
    ]
