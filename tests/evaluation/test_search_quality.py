"""How well search finds is measured on tables, apart from who was told 'no good match'."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.search import floor, quality
from evaluation.search.queries import Query
from evaluation.search.relevance import Place
from tests.store.searched import searched, searched_tables
from yosnlp.store import Corpus

QUERIES = (
    Query("q1", "restorative justice for victims", "everyday", "before"),
    Query("q2", "RoH", "abbreviation", "before", {"service": "Southwold Vale"}),
    Query("q3", "volcanic eruptions in Iceland", "rare", "after", answered=False),
)


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> None:
    tables = searched_tables()
    at = quality.places(tables.reports, tables.findings)
    grades: dict[str, dict[Place, float]] = {
        "q1": {at["north:3"]: 3, at["south:3"]: 1},
        "q2": {at["south:4"]: 3},
        "q3": {at["north:1"]: 0},
    }
    monkeypatch.setattr(quality, "load_queries", lambda: QUERIES)
    monkeypatch.setattr(quality, "load_relevance", lambda: grades)


@pytest.mark.usefixtures("judged")
def test_each_way_is_measured_and_told() -> None:
    measured = quality.measure(searched_tables())
    assert (measured["queries"], measured["answered"], measured["unanswered"]) == (3, 2, 1)
    assert measured["systems"]["both"]["mrr"] == {"mean": 1.0, "low": 1.0, "high": 1.0}
    assert measured["systems"]["plain_words"]["mrr"]["mean"] == 0.5  # RoH stands in no finding of the service
    assert measured["no_good_match"]["both"] == {"without_answer": 1, "with_answer": 0}
    told = "\n".join(quality.lines(measured))
    assert "3 queries in users' words over 12 findings" in told
    assert "| both | 1/1 100.0% | 0/2 0.0% |" in told


def test_the_floor_is_the_lowest_that_refuses_enough() -> None:
    unanswered = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95]
    assert floor.parted([0.6, 0.7, 0.9], unanswered) == pytest.approx(0.905)
    assert floor.parted([0.6], [0.1]) == pytest.approx(0.105)


def test_queries_for_floors_are_not_those_judged() -> None:
    from evaluation.search.queries import load_queries

    answered, unanswered = floor.asked()
    own = {query.lower() for query in [*answered, *unanswered]} - {text.lower() for _, text in floor.instances()}
    assert not own & {query.text.lower() for query in load_queries()}
    assert not set(answered) & set(unanswered)


def test_tables_in_a_corpus_are_whole(tmp_path: Path) -> None:
    with searched(tmp_path / "yos.db") as corpus:
        assert isinstance(corpus, Corpus)
        assert [stored.report_id for stored in corpus.stored()] == ["north", "old", "south"]
        assert len(corpus.vectors()[0]) == 12
