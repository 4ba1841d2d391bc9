"""One rating a matter: what most places say, and a warning where one says otherwise."""

from __future__ import annotations

from tests.ratings.made import FRONT, STANDARDS, Reader, body, table

GOOD = dict.fromkeys(STANDARDS, "Good")


def test_places_that_agree_give_one_row(reader: Reader) -> None:
    read = reader(
        FRONT.format(foreword="Overall, Exbourne was rated as: Good.") + "Ratings\n\n" + table(GOOD) + body(GOOD)
    )
    assert len(read.scores.places) == 25
    assert [r.standard_id for r in read.scores.ratings] == [None, *STANDARDS]
    assert read.scores.warnings == ()


def test_a_conflict_names_both_places(reader: Reader) -> None:
    text = FRONT.format(foreword="") + "Ratings\n\n" + table(GOOD) + body(GOOD | {"2.2": "Inadequate"})
    read = reader(text)
    assert read.values["2.2"] == "Good"
    (conflict,) = [w for w in read.scores.warnings if w.startswith("2.2")]
    assert conflict.startswith("2.2 Planning: Good in ratings (character ")
    assert "but Inadequate in standard (character " in conflict


def test_what_most_places_say_is_taken(reader: Reader) -> None:
    annex = "Annex 2: Inspection results\n\n2. Court disposals\n\n2.2. Planning\n\nInadequate\n"
    text = FRONT.format(foreword="") + "Ratings\n\n" + table(GOOD) + body(GOOD | {"2.2": "Inadequate"}) + annex
    assert reader(text).values["2.2"] == "Inadequate"


def test_pages_are_named_where_the_file_has_them(reader: Reader) -> None:
    text = FRONT.format(foreword="") + "\fRatings\n\n" + table(GOOD) + "\f" + body(GOOD | {"2.2": "Inadequate"})
    assert any(
        "Good in ratings (page 2), but Inadequate in standard (page 3)" in w for w in reader(text).scores.warnings
    )


def test_reading_twice_gives_the_same(reader: Reader) -> None:
    text = FRONT.format(foreword="") + "Ratings\n\n" + table(GOOD) + body(GOOD)
    assert reader(text).scores == reader(text).scores
