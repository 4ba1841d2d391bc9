from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.findings.invented import WordJudge
from tests.marked import marked
from yosnlp.findings.contrast import parts, places
from yosnlp.records import Judgement


@pytest.mark.parametrize(
    "example",
    [
        pytest.param(
            "<part polarity=strength>Plans were good and prompt</part>, "
            "<part polarity=area_for_improvement>but reviews were late.</part>",
            id="but",
        ),
        pytest.param(
            "<part polarity=area_for_improvement>Plans were late</part>; "
            "<part polarity=strength>however, reviews were well written.</part>",
            id="however",
        ),
        pytest.param(
            "<part polarity=area_for_improvement>Although plans were poor</part>, "
            "<part polarity=strength>the reviews of them were good.</part>",
            id="although at the beginning",
        ),
        pytest.param(
            "<part polarity=strength>Despite the rain, staff were warm</part>, "
            "<part polarity=area_for_improvement>while reviews were seldom done.</part>",
            id="where the halves lean furthest apart",
        ),
        pytest.param(
            "<part polarity=strength>Desistance was well planned</part>, "
            "<part polarity=area_for_improvement>with poor attention to safety.</part>",
            id="with",
        ),
    ],
)
def test_a_sentence_that_says_both_is_split(example: str) -> None:
    read = marked(example)
    (split,) = parts([read.text], WordJudge())
    assert [(read.text[p.start : p.end], p.polarity) for p in split] == [
        (mark.text, mark.attributes["polarity"]) for mark in read.marks
    ]
    assert all(0.5 < p.probability < 1 for p in split)


@pytest.mark.parametrize(
    ("sentence", "polarity"),
    [
        pytest.param("Plans were good, and reviews were prompt.", "strength", id="no contrast"),
        pytest.param("Plans were good, although reviews were prompt.", "strength", id="a contrast of words alone"),
        pytest.param("Good, but late.", "mixed", id="parts too short to stand alone"),
        pytest.param("Boxes were green, but ribbons were red.", "neutral", id="neither"),
    ],
)
def test_any_other_sentence_stays_whole(sentence: str, polarity: str) -> None:
    (whole,) = parts([sentence], WordJudge())
    assert [(p.start, p.end, p.polarity) for p in whole] == [(0, len(sentence), polarity)]


@pytest.mark.parametrize(
    ("sentence", "seconds"),
    [
        pytest.param("Plans were all good, but reviews came late.", ["but reviews came late."], id="joining word"),
        pytest.param("Plans were all good; reviews came too late.", ["reviews came too late."], id="semicolon"),
        pytest.param(
            "While it rained, and it did, the staff were kind.",
            ["the staff were kind."],
            id="a comma after a first while, not one before and",
        ),
        pytest.param("Plans, which were good, were not late.", [], id="no place"),
        pytest.param("Staff had read all but one of the good plans.", [], id="all but one is an amount"),
        pytest.param("With the exception of the north office, staff were kind.", [], id="an exception is no clause"),
        pytest.param("", [], id="empty"),
    ],
)
def test_places_where_a_sentence_might_be_split(sentence: str, seconds: list[str]) -> None:
    assert [sentence[place:] for place in places(sentence)] == seconds


def test_no_sentences_no_parts() -> None:
    assert parts([], WordJudge()) == []


def test_the_judge_is_asked_twice_whatever_the_number_of_sentences() -> None:
    asked = []

    def judge(texts: Sequence[str]) -> list[Judgement]:
        asked.append(len(texts))
        return WordJudge()(texts)

    parts(["Plans were good, but reviews came late."] * 30, judge)
    assert asked == [30, 60]


@pytest.mark.parametrize(
    "cut",
    [
        pytest.param("inspectors judged that,", id="after that"),
        pytest.param("all of the ribbons, as well as", id="before as well as"),
    ],
)
def test_no_sentence_is_cut_inside_of_a_clause(cut: str) -> None:
    sentence = (
        "Despite knots in some of the ribbons, inspectors judged that, overall, the board had a say in all of the "
        "ribbons, as well as in most of the boxes."
    )
    within = sentence.index(cut) + cut.index(",") + 2
    assert within not in places(sentence)
    assert sentence.index("inspectors") in places(sentence)
