"""Terms that tell a group of findings from all others."""

import numpy as np
import pytest

from yosnlp.analysis.terms import terms, weighty

BUS = ["The night bus was late.", "A night bus came, and staff waved.", "No night bus ran for staff."]
OTHERS = ["Staff were busy.", "Staff met children.", "Staff left.", "The bus was red.", "A night was long."]


def of(texts: list[str], groups: list[int], **options: object) -> list[tuple[str, ...]]:
    return terms(texts, np.array(groups), **options)  # type: ignore[arg-type]


def test_a_term_of_several_words_stands_for_its_words() -> None:
    (found,) = of(BUS + OTHERS, [0, 0, 0, -1, -1, -1, -1, -1])
    assert found[0] == "night bus"
    assert not {"night", "bus"} & set(found)


def test_a_word_of_all_findings_comes_after_one_of_the_group() -> None:
    (found,) = of(BUS + OTHERS, [0, 0, 0, -1, -1, -1, -1, -1])
    assert found == ("night bus", "staff")


def test_a_term_stands_as_in_the_text_and_within_a_clause() -> None:
    texts = ["Risk of harm, plans came.", "Risk of harm; plans went.", "Loss of 3 bikes.", "Loss of 4 bikes."]
    (found,) = of(texts, [0, 0, 0, 0])
    assert set(found) == {"risk of harm", "plans", "loss", "bikes"}


def test_names_left_out_are_in_no_term() -> None:
    (found,) = of(["Northmere tutors came.", "Northmere tutors went."], [0, 0], without=["Northmere and Vale"])
    assert found == ("tutors",)


@pytest.mark.parametrize(
    ("texts", "groups", "expected"),
    [
        pytest.param([], [], [], id="no text"),
        pytest.param(["Tutors came."], [-1], [], id="no group"),
        pytest.param(["It was so.", "They were."], [0, 0], [()], id="words of grammar alone"),
        pytest.param(["Tutors came.", "Panels met."], [0, 0], [()], id="none shared"),
    ],
)
def test_little_to_go_by(texts: list[str], groups: list[int], expected: list[tuple[str, ...]]) -> None:
    assert of(texts, groups) == expected


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("but this was not so", 0, id="grammar"),
        pytest.param("Tutors’ visits: 3 of 4 missed!", 3, id="numbers and marks apart"),
    ],
)
def test_words_of_weight(text: str, count: int) -> None:
    assert weighty(text) == count
