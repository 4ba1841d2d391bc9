from __future__ import annotations

import pytest

from yosnlp.themes.grams import Gram, Grams

_WORDS = ["the", "nurse", "came"]


@pytest.mark.parametrize(
    ("grams", "text", "names"),
    [
        pytest.param(
            Grams("words", 1, 2), "The nurse came", ["the", "nurse", "came", "the nurse", "nurse came"], id="words"
        ),
        pytest.param(Grams("words", 2, 2), "Nurse", [], id="fewer words than a run holds"),
        pytest.param(Grams("letters", 3, 3), "An egg", [" an", "an ", " eg", "egg", "gg "], id="letters within words"),
        pytest.param(Grams("letters", 3, 5), "", [], id="nothing"),
    ],
)
def test_runs(grams: Grams, text: str, names: list[str]) -> None:
    assert grams.names(text) == names


def test_a_run_knows_its_words() -> None:
    assert Gram("nurse came", first=1, words=2) in set(Grams("words", 1, 2).of("The nurse came"))
    assert {gram.first for gram in Grams("letters", 3, 3).of("An egg") if "g" in gram.name} == {1}
