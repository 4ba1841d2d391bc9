"""A cell never runs as a formula, and still gives its text back."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yosnlp.exchange.safe import cell


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("=1+1", "'=1+1", id="formula"),
        pytest.param("+ more support", "'+ more support", id="plus"),
        pytest.param("- a bullet", "'- a bullet", id="dash"),
        pytest.param("@name", "'@name", id="at"),
        pytest.param("  =1", "'  =1", id="after spaces"),
        pytest.param("\u00a0\u200b=1", "'\u00a0\u200b=1", id="after what cannot be seen"),
        pytest.param("\n=1", "' =1", id="after a line end"),
        pytest.param("\tcalm", "' calm", id="tab first"),
        pytest.param("\rcalm", "' calm", id="carriage return first"),
        pytest.param("＝1", "'＝1", id="wide sign"),
        pytest.param("'=1", "''=1", id="apostrophe there already"),
        pytest.param("'tis a start", "'tis a start", id="apostrophe and no formula"),
        pytest.param("Well-led = good", "Well-led = good", id="signs further on"),
        pytest.param("un\x00safe\x1b[31m", "unsafe[31m", id="control codes"),
        pytest.param("two\nlines", "two lines", id="line end inside"),
        pytest.param("", "", id="empty"),
    ],
)
def test_cell(text: str, expected: str) -> None:
    assert cell(text) == expected


@given(st.text() | st.text(alphabet="=+-@'\t\r\n \u00a0\u200b\x00\x1bab"))
def test_first_visible_character_is_never_a_formula_sign_and_no_control_code_is_left(text: str) -> None:
    made = cell(text)
    assert made.strip().lstrip("\u200b\ufeff")[:1] not in {"=", "+", "-", "@"}
    assert not any(unicodedata.category(char) in ("Cc", "Cs") for char in made)


@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs"])) | st.text(alphabet="'=- a"))
def test_text_comes_back_when_the_guard_is_taken_away(text: str) -> None:
    made = cell(text)
    assert made in (text, f"'{text}")
    if made == text and text.startswith("'"):
        assert cell(text[1:]) != text, "an apostrophe of the text is never taken for a guard"
