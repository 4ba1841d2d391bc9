from __future__ import annotations

import pytest

from tests.marked import marked


def test_marks_are_read_with_place_and_attributes() -> None:
    read = marked('Plans were <part polarity=strength said="by staff">good</part>, not late.')
    (mark,) = read.marks
    assert read.text == "Plans were good, not late."
    assert read.text[mark.start : mark.end] == mark.text == "good"
    assert mark.attributes == {"polarity": "strength", "said": "by staff"}


def test_marks_within_marks_come_outer_first() -> None:
    read = marked("<whole>Plans were <part>good</part></whole>.")
    assert [(mark.name, mark.text) for mark in read.marks] == [("whole", "Plans were good"), ("part", "good")]


def test_tags_other_than_those_asked_for_stay_in_the_text() -> None:
    assert marked("<part>Plans<br>were <b>good</b></part>.", only=["part"]).text == "Plans<br>were <b>good</b>."


@pytest.mark.parametrize(
    ("example", "message"),
    [
        pytest.param("Plans were good.", "no tag in: 'Plans were good.'", id="no tag"),
        pytest.param("Plans were <part>good.", "<part> is never closed", id="not closed"),
        pytest.param("Plans were good</part>.", "</part> closes nothing", id="closes nothing"),
        pytest.param("<a>Plans were <b>good</a></b>.", "</a> closes nothing", id="crossed"),
    ],
)
def test_an_example_that_says_nothing_is_refused(example: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        marked(example)


def test_a_tag_where_none_should_be_is_refused() -> None:
    with pytest.raises(ValueError, match="tags where none should be"):
        marked("Plans were <part>good</part>.", none=True)
