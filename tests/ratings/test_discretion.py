"""Professional discretion: marked at a rating, told in a note or a sentence; not where it only might be used."""

from __future__ import annotations

import pytest

from tests.ratings.made import FRONT, STANDARDS, Read, Reader, body, table

GOOD = dict.fromkeys(STANDARDS, "Good")


def _discretion(read: Read) -> list[str | None]:
    return [r.standard_id for r in read.scores.ratings if r.discretion]


def _report(ratings: dict[str, str], note: str = "", in_body: str = "") -> str:
    under = body().replace("3.3. Implementation and delivery\n", f"3.3. Implementation and delivery\n\n{in_body}\n")
    return f"{FRONT.format(foreword='')}Ratings\n\n{table(GOOD | ratings)}\n{note}\n\n{under}"


@pytest.mark.parametrize("printed", ["Good*", "Good *", "‘Good’*", "Good†", "Good (professional discretion applied)"])
def test_a_mark_at_the_rating_tells_of_discretion(printed: str, reader: Reader) -> None:
    read = reader(_report({"2.1": printed}))
    assert _discretion(read) == ["2.1"]
    assert read.values["2.1"] == "Good"


def test_bold_type_is_no_mark(reader: Reader) -> None:
    assert _discretion(reader(_report({"2.1": "**Good**"}))) == []


def test_a_mark_counts_where_its_note_says_so(reader: Reader) -> None:
    note = "* Professional discretion was exercised for 2.1, since 77% was within the margin of error."
    assert _discretion(reader(_report({"2.1": "Good*"}, note))) == ["2.1"]


def test_a_mark_whose_note_says_something_else_does_not_count(reader: Reader) -> None:
    assert _discretion(reader(_report({"2.1": "Good*"}, "* There were few cases, so read this with care."))) == []


def test_a_sentence_names_the_standards_by_number(reader: Reader) -> None:
    assert _discretion(reader(_report({}, "Professional discretion was used for 2.4 and 3.1."))) == ["2.4", "3.1"]


def test_a_sentence_names_a_standard_by_its_name(reader: Reader) -> None:
    assert _discretion(reader(_report({}, "The panel exercised its discretion for Joint working."))) == ["3.4"]


def test_a_sentence_in_the_section_of_a_standard_is_about_that_standard(reader: Reader) -> None:
    told = "The ratings panel used its professional discretion, and the rating went up by a step.\n"
    assert _discretion(reader(_report({}, in_body=told))) == ["3.3"]


NOT_USED = [
    "Professional discretion was not exercised for 2.1.",
    "No professional discretion was used for 2.1.",
    "The panel considered whether professional discretion should be exercised for 2.1.",
    "Professional discretion may be applied to 2.1.",
    "If professional discretion is applied to 2.1, it is marked.",
]


@pytest.mark.parametrize("sentence", NOT_USED)
def test_discretion_that_was_not_used_is_none(sentence: str, reader: Reader) -> None:
    assert _discretion(reader(_report({}, sentence))) == []
