"""What a query is about, as the model of the corpus codes it, sets findings on the same subject before others."""

from __future__ import annotations

import json
from collections.abc import Sequence

import numpy as np
import pytest

from yosnlp.store import search, subject
from yosnlp.store.search import Ranked
from yosnlp.store.subject import Subject
from yosnlp.store.wanted import Wanted

SCORES = {1: {"ete": 0.9, "victims": 0.1}, 2: {"ete": 0.4, "victims": 0.0}, 3: {"ete": 0.0, "victims": 0.9}, 4: {}}


class Rows:
    """A database that has the scores above."""

    def rows(self, sql: str, values: Sequence[int]) -> list[dict[str, object]]:
        return [{"finding_key": key, "theme_scores_json": json.dumps(SCORES[key])} for key in values]


DATABASE = Rows()
VICTIMS = Subject(("ete", "victims"), np.array([0.1, 0.8]))


def ranked(*whole: bool) -> Ranked:
    return Ranked([1, 2, 3, 4], np.array([0.9, 0.8, 0.7, 0.6]), None, np.array(whole or (False,) * 4))


def asked(monkeypatch: pytest.MonkeyPatch, about: Subject | None, *whole: bool) -> list[int]:
    monkeypatch.setattr(search, "subject_of", lambda database, texts: about)
    sought = Wanted((), (), (), ("people who were harmed",))
    return search._on_the_subject(DATABASE, ranked(*whole), sought).keys  # type: ignore[arg-type]


def test_findings_are_ordered_by_the_likeness_of_their_themes() -> None:
    assert VICTIMS.ranked(DATABASE, [1, 2, 3, 4]) == [3, 1, 2, 4]  # type: ignore[arg-type]
    assert VICTIMS.certainty == 0.8


def test_a_finding_on_the_subject_rises(monkeypatch: pytest.MonkeyPatch) -> None:
    assert asked(monkeypatch, VICTIMS) == [1, 3, 2, 4]


@pytest.mark.parametrize(
    "about",
    [pytest.param(None, id="no model"), pytest.param(Subject(("ete", "victims"), np.zeros(2)), id="about no theme")],
)
def test_without_a_subject_the_order_stays(monkeypatch: pytest.MonkeyPatch, about: Subject | None) -> None:
    assert asked(monkeypatch, about) == [1, 2, 3, 4]


def test_what_holds_all_that_was_asked_for_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    assert asked(monkeypatch, VICTIMS, False, False, False, True)[0] == 4


def test_a_model_that_does_not_ship_codes_no_query(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subject.models, "newest", lambda database: "mine")
    assert subject.subject_of(DATABASE, ["school"]) is None  # type: ignore[arg-type]


def test_a_shipped_model_says_what_a_query_is_about(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subject.models, "newest", lambda database: "fast")
    about = subject.subject_of(DATABASE, ["children who are not in school or college"])  # type: ignore[arg-type]
    assert about is not None
    assert about.themes[int(about.probabilities.argmax())] == "ete"
