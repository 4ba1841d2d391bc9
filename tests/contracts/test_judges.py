"""What every judge of polarity keeps to. A further one is a further line in `_IMPLEMENTATIONS`."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import get_args

import pytest

from tests.findings.invented import WordJudge
from yosnlp import themes
from yosnlp.findings import Judge
from yosnlp.records import Polarity

_IMPLEMENTATIONS: dict[str, Callable[[], Judge]] = {
    **{name: lambda name=name: themes.load(name).polarity for name in themes.names()},
    "words of the tests": WordJudge,
}
_ALIKE = 0.001  # texts that are run together may change the last digits of one another
_TEXTS = (
    "Plans were good in almost all cases, and staff were skilled.",
    "Reviews were poor, late and too seldom shared.",
    "Plans were good, but reviews were poor.",
    "The office has a door.",
    "",
    "   \n\t ",
    "Дождь шёл всю неделю — 12 %.",
    "Plans were good. " * 200,
)


@pytest.fixture(params=_IMPLEMENTATIONS)
def judge(request: pytest.FixtureRequest) -> Judge:
    return _IMPLEMENTATIONS[request.param]()


def test_as_many_judgements_as_texts_in_their_order(judge: Judge) -> None:
    together = judge(_TEXTS)
    assert len(together) == len(_TEXTS)
    assert [judge([text])[0].probability for text in _TEXTS] == pytest.approx(
        [j.probability for j in together], abs=_ALIKE
    )
    assert [j.polarity for j in judge(_TEXTS[::-1])] == [j.polarity for j in together][::-1]


def test_no_texts_no_judgements(judge: Judge) -> None:
    assert list(judge([])) == []


def test_the_same_texts_give_the_same_judgements(judge: Judge) -> None:
    assert list(judge(_TEXTS)) == list(judge(_TEXTS))


def test_a_judgement_names_a_polarity_with_its_probability(judge: Judge) -> None:
    for judgement in judge(_TEXTS):
        assert judgement.polarity in get_args(Polarity)
        assert 0 <= judgement.probability <= 1
        assert math.isfinite(judgement.leaning)
        assert math.isfinite(judgement.both)


def test_praise_leans_one_way_and_blame_the_other(judge: Judge) -> None:
    praise, blame = judge(_TEXTS[:2])
    assert praise.leaning > 0 > blame.leaning
    assert (praise.polarity, blame.polarity) == ("strength", "area_for_improvement")
