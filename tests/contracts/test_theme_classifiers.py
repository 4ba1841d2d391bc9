"""What every theme classifier keeps to. A further one is a further line in `_IMPLEMENTATIONS`."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest

from yosnlp import themes
from yosnlp.themes import Scored, ThemeClassifier

_IMPLEMENTATIONS: dict[str, Callable[[], ThemeClassifier]] = {
    name: lambda name=name: themes.load(name).themes for name in themes.names()
}
_ALIKE = 0.001  # texts that are run together may change the last digits of one another
_TEXTS = (
    "The speech and language therapist saw every child who was out of school.",
    "Victims were not asked what they wanted, and restorative justice was rare.",
    "Tea was warm.",
    "",
    "   \n\t ",
    "Дождь шёл всю неделю — 12 %.",
    "The management board was well attended, and its chair led it well. " * 40,
)


@pytest.fixture(params=_IMPLEMENTATIONS)
def classifier(request: pytest.FixtureRequest) -> ThemeClassifier:
    return _IMPLEMENTATIONS[request.param]()


def _probabilities(coded: list[list[Scored]]) -> list[list[float]]:
    return [[scored.probability for scored in row] for row in coded]


def test_as_many_out_as_in_each_with_all_themes_in_codebook_order(classifier: ThemeClassifier) -> None:
    coded = classifier.code(_TEXTS)
    assert len(coded) == len(_TEXTS)
    assert {tuple(scored.theme for scored in row) for row in coded} == {themes.load_codebook().ids}


def test_order_is_kept_and_texts_do_not_touch_one_another(classifier: ThemeClassifier) -> None:
    together = _probabilities(classifier.code(_TEXTS))
    apart = [row for text in _TEXTS for row in _probabilities(classifier.code([text]))]
    assert apart == [pytest.approx(row, abs=_ALIKE) for row in together]
    assert _probabilities(classifier.code(_TEXTS[::-1])) == [pytest.approx(row, abs=_ALIKE) for row in together[::-1]]


def test_no_texts_no_codes(classifier: ThemeClassifier) -> None:
    assert list(classifier.code([])) == []


def test_the_same_texts_give_the_same_codes(classifier: ThemeClassifier) -> None:
    assert classifier.code(_TEXTS) == classifier.code(_TEXTS)


def test_probabilities_are_from_0_to_1(classifier: ThemeClassifier) -> None:
    assert all(0 <= scored.probability <= 1 for row in classifier.code(_TEXTS) for scored in row)


def test_evidence_lies_in_the_text_in_order_and_only_for_assigned_themes(classifier: ThemeClassifier) -> None:
    for text, row in zip(_TEXTS, classifier.code(_TEXTS), strict=True):
        for scored in row:
            assert scored.assigned or not scored.spans
            assert all(0 <= start < end <= len(text) and text[start:end].strip() for start, end in scored.spans)
            assert all(first[1] <= second[0] for first, second in pairwise(scored.spans))


def test_what_says_nothing_has_no_theme(classifier: ThemeClassifier) -> None:
    assert [scored.theme for row in classifier.code(["", "   \n\t "]) for scored in row if scored.assigned] == []


def test_it_has_a_name(classifier: ThemeClassifier) -> None:
    assert classifier.name
