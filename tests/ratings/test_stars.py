from __future__ import annotations

import pytest

from tests.ratings.made import Read
from tests.reports.letters import JOINT, PROSE, joint_report, letter
from tests.reports.made import understood
from yosnlp.frameworks import frameworks
from yosnlp.ratings import read_scores

NAMED = {
    "1": "Overall work to reduce reoffending was",
    "2": "Overall work to protect the public and actual or potential victims was",
    "3": "Overall work to protect children and young people and reduce their vulnerability was",
    "4": "Overall work to ensure that the sentence was served was",
    "5": "Overall, the effectiveness of governance and partnership arrangements was",
    "6": "Overall, the management and delivery of interventions to reduce reoffending was",
}


def read(text: str) -> Read:
    report = understood(text)
    return Read(report, read_scores(report, frameworks()[report.programme]))


def of_first(text: str, *, others: str = "★★☆☆") -> Read:
    """A joint report with ``text`` under its first theme in the summary, and ``others`` under the rest."""
    return read(joint_report({n: text if n == "1" else others for n in JOINT}))


def test_each_theme_has_the_word_as_printed_and_no_points() -> None:
    words = {"1": "poor", "2": "unsatisfactory", "3": "satisfactory", "4": "good", "5": "poor", "6": "good"}
    found = read(joint_report({n: f"{NAMED[n]} {word}." for n, word in words.items()}))
    assert found.values == {n: word.capitalize() for n, word in words.items()}
    assert {r.points for r in found.scores.ratings} == {None}
    assert found.overall is None
    assert found.scores.warnings == ()


@pytest.mark.parametrize(
    ("text", "word", "stars"),
    [
        pytest.param("★☆☆☆", "Poor", "1 star", id="one star by its sign"),
        pytest.param("★★☆☆", "Unsatisfactory", "2 stars", id="two"),
        pytest.param("★ ★ ★ ☆", "Satisfactory", "3 stars", id="three, apart"),
        pytest.param("★★★★", "Good", "4 stars", id="four"),
        pytest.param("Three stars", "Satisfactory", "3 stars", id="three in words"),
        pytest.param("Rating: 2 stars out of 4", "Unsatisfactory", "2 stars", id="two of four, labelled"),
        pytest.param("Good (★★★★)", "Good", "4 stars", id="word and signs"),
        pytest.param("Satisfactory", "Satisfactory", None, id="a word alone"),
        pytest.param(f"{NAMED['1']} good. ★★★★", "Good", "4 stars", id="signs behind the sentence"),
    ],
)
def test_stars_are_read_as_they_are_printed(text: str, word: str, stars: str | None) -> None:
    rating = of_first(text).rating("1")
    assert rating is not None
    assert (rating.value, rating.comment, rating.points) == (word, stars, None)


@pytest.mark.parametrize(
    "row",
    [
        pytest.param("Reducing reoffending ★★★☆", id="in one line"),
        pytest.param("Theme 1: Reducing reoffending - Satisfactory", id="numbered, a word"),
        pytest.param("Reducing reoffending\tSatisfactory\t★★★☆", id="in cells"),
    ],
)
def test_a_row_of_a_table_rates_its_theme(row: str) -> None:
    text = joint_report().replace("Summary of findings\n", f"Star ratings\n\n{row}\n\nSummary of findings\n")
    assert read(text).values["1"] == "Satisfactory"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{NAMED['1']} good in some of the cases that we saw.", id="said of some cases"),
        pytest.param("The quality of reports was good.", id="said of something else"),
        pytest.param("☆☆☆☆", id="no star is full"),
        pytest.param("★★★★★", id="more stars than there can be"),
        pytest.param("[image]", id="a picture"),
        pytest.param("***", id="asterisks"),
    ],
)
def test_what_is_no_rating_is_none(text: str) -> None:
    found = of_first(text)
    assert "1" not in found.values
    assert found.scores.warnings == (
        "theme 1 Reducing reoffending: neither stars nor a word for them found; "
        "stars that are pictures are not in the text",
    )


def test_stars_that_all_look_alike_are_not_counted() -> None:
    found = of_first("★★★★", others="★★★★")
    assert found.values == {}
    assert "all stars look alike in the text, so how many are given is not known" in found.scores.warnings[0]


def test_a_word_that_contradicts_its_stars_is_taken_and_told() -> None:
    found = of_first("Good ★★☆☆")
    assert found.values["1"] == "Good"
    assert found.scores.warnings[0] == "theme 1 Reducing reoffending: Good printed beside 2 stars; the word was taken"


def test_places_that_differ_are_told() -> None:
    text = joint_report(dict.fromkeys(JOINT, "★★☆☆"), {"1": f"{NAMED['1']} good.\n\n{PROSE}"})
    found = read(text)
    assert any("but" in warning and warning.startswith("1 Reducing reoffending") for warning in found.scores.warnings)


def test_a_letter_rates_nothing_and_misses_nothing() -> None:
    found = read(letter({"1": "1.1. Work to reduce reoffending was good.", "2": "★★★☆"}))
    assert found.scores.ratings == ()
    assert found.scores.warnings == ()
