from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yosnlp import numbers

_SENTENCE = re.compile(rf"\b(?P<n>{numbers.PATTERN}) (?:cases|children)", re.I)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        pytest.param("7", 7, id="figure"),
        pytest.param("1,204", 1204, id="thousands"),
        pytest.param("0", 0, id="nought"),
        pytest.param("one", 1, id="one"),
        pytest.param("Nineteen", 19, id="capital"),
        pytest.param("forty", 40, id="ten"),
        pytest.param("fifty-seven", 57, id="hyphen"),
        pytest.param("ninety nine", 99, id="space"),
    ],
)
def test_numbers(words: str, value: int) -> None:
    assert numbers.parse(words) == value


@pytest.mark.parametrize(
    "words", ["", "many", "zero", "12,34", "one two", "twenty-", "forty-ten", "1.5", "²", "-3", "half", "1234567"]
)
def test_what_is_no_number_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match=f"not a number: {re.escape(repr(words))}"):
        numbers.parse(words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("In fourteen cases plans were late.", "fourteen", id="teens are not four"),
        pytest.param("In twenty-four cases plans were late.", "twenty-four", id="tens and units together"),
        pytest.param("Sixty children came.", "Sixty", id="sixty is not six"),
        pytest.param("In 1,204 cases plans were late.", "1,204", id="the whole figure"),
    ],
)
def test_numbers_in_sentences_are_taken_whole(text: str, expected: str) -> None:
    match = _SENTENCE.search(text)
    assert match
    assert match["n"] == expected


@pytest.mark.parametrize("text", ["٣8 cases", "８ cases", "\u017feven cases"])
def test_digits_and_letters_of_other_scripts_are_no_number(text: str) -> None:
    match = _SENTENCE.search(text)
    assert match is None or match["n"] == "8"


@given(st.integers(0, 999_999))
def test_figures_are_what_they_say(n: int) -> None:
    assert numbers.parse(str(n)) == numbers.parse(f"{n:,}") == n
