"""When two findings can be of one matter, and how near they are."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.analysis.stand_in import vectors
from yosnlp.analysis.matters import Vectors, activities, in_later_words, nearness, same_matter
from yosnlp.encoder import Encoder


def row(text: str, *themes: str) -> pd.DataFrame:
    return pd.DataFrame([{"text": text, "themes": themes, "theme_scores": dict.fromkeys(themes, 0.9)}])


@pytest.mark.parametrize(
    ("earlier", "later", "near"),
    [
        pytest.param(row("Tutors came.", "ete"), row("No tutors.", "ete"), 1.0, id="alike in meaning and theme"),
        pytest.param(row("Tutors came.", "ete"), row("Letters.", "ete"), 0.5, id="alike in theme alone"),
        pytest.param(row("Tutors came.", "ete"), row("Tutors.", "victims"), 0.0, id="no theme in common"),
        pytest.param(row("Tutors came."), row("Tutors.", "victims"), 0.5, id="one without a theme, by meaning"),
        pytest.param(row("Tutors' reviews.", "ete"), row("Tutors' plans.", "ete"), 0.0, id="different activities"),
        pytest.param(
            row("Tutors' plans reviewed.", "ete"), row("Tutors' plans.", "ete"), 1.0, id="one activity shared"
        ),
    ],
)
def test_nearness(earlier: pd.DataFrame, later: pd.DataFrame, near: float) -> None:
    assert nearness(earlier, later, vectors).tolist() == [[pytest.approx(near)]]


def test_nothing_to_hold_against() -> None:
    one = row("Tutors came.", "ete")
    assert nearness(one, one[:0], vectors).shape == (1, 0)
    assert nearness(one[:0], one, vectors).shape == (0, 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("VMPs were late", "safety and wellbeing plans were late", id="short form"),
        pytest.param("risk of harm to others", "risk of harm to others", id="as it is"),
        pytest.param("Safeguarding", "safety and wellbeing", id="whatever the case"),
        pytest.param("in floral prose", "in floral prose", id="not inside of a word"),
    ],
)
def test_older_words_are_told_by_later_ones(text: str, expected: str) -> None:
    assert in_later_words(text) == expected


def test_activities_are_told_by_whole_words() -> None:
    assert activities("The plane landed.") == frozenset()
    assert activities("Assessments and plans") == {"assessment", "planning"}


def test_what_inspectors_did_is_no_activity_of_the_service() -> None:
    assert activities("In most of the cases reviewed, plans were clear.") == {"planning"}


def test_the_shipped_encoder_gives_such_vectors() -> None:
    encode: Vectors = Encoder.load().vectors
    earlier = row("RoH was seldom reviewed after a new offence.", "risk_of_harm")
    later = pd.concat(
        [
            row("Reviews took account of changes in the risk to other people.", "risk_of_harm"),
            row("Reviews were stored on paper.", "risk_of_harm"),
        ]
    )
    same, other = nearness(earlier, later, encode)[0]
    assert 1 >= same > other


def test_each_model_has_its_floor_and_another_the_highest() -> None:
    floors = same_matter().floors
    assert {name: same_matter().floor(name) for name in floors} == floors
    assert same_matter().floor("mine") == max(floors.values())
