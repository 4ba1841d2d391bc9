"""The queries are whole, and narrow as they say."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pandas as pd
import pytest

from evaluation.search.measures import answered
from evaluation.search.queries import load_queries, narrowed
from evaluation.search.relevance import RELEVANCE, load_relevance
from yosnlp.errors import InvalidData
from yosnlp.themes.codebook import load_codebook

FINDINGS = pd.DataFrame(
    {
        "polarity": ["strength", "area_for_improvement", "strength"],
        "service": ["Northmere", "Northmere", "Wexcombe"],
        "standard_id": ["1.1", None, "3.2"],
        "rating": ["Good", None, "Outstanding"],
        "themes": [("ete",), (), ("ete", "victims")],
        "year": pd.array([2018, 2012, None], dtype="Int64"),
    }
)


def test_the_queries_are_many_and_of_every_kind() -> None:
    queries = load_queries()
    assert len(queries) >= 90
    assert sum(query.written == "before" for query in queries) >= 65
    assert len({query.text for query in queries if not query.filters}) == sum(not query.filters for query in queries)
    assert {query.kind for query in queries} >= {"everyday", "abbreviation", "older_name", "question", "two_ideas"}


def test_themes_that_narrow_are_in_the_codebook() -> None:
    narrowing = {query.filters["theme"] for query in load_queries() if "theme" in query.filters}
    assert narrowing <= set(load_codebook().ids)


@pytest.mark.parametrize(
    ("filters", "kept"),
    [
        pytest.param({}, [0, 1, 2], id="none"),
        pytest.param({"polarity": "strength"}, [0, 2], id="polarity"),
        pytest.param({"service": "Northmere", "polarity": "strength"}, [0], id="two at once"),
        pytest.param({"standard": "3.2"}, [2], id="standard; none is no standard"),
        pytest.param({"rating": "Good"}, [0], id="rating"),
        pytest.param({"theme": "ete"}, [0, 2], id="theme"),
        pytest.param({"year": "2012"}, [1], id="one year"),
        pytest.param({"year": "2013:"}, [0], id="a year and later; an unknown year is in no range"),
        pytest.param({"year": ":2012"}, [1], id="a year and earlier"),
        pytest.param({"year": "2012:2018"}, [0, 1], id="years from and to"),
    ],
)
def test_filters_narrow(filters: Mapping[str, str], kept: list[int]) -> None:
    assert narrowed(FINDINGS, filters).index.tolist() == kept


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    path = tmp_path / "queries.yaml"
    path.write_text(
        "- {id: q1, text: curfew, kind: rare, written: before}\n"
        "- {id: q1, text: '', kind: rude, written: before, filters: {county: Wexcombe}, answr: none}\n",
        encoding="utf-8",
    )
    with pytest.raises(InvalidData) as told:
        load_queries(path)
    for part in ("answr is unknown", "text is missing", "kind is rude", "no filter county", "the id stands 2 times"):
        assert part in str(told.value)


def test_queries_are_marked_as_without_an_answer_by_the_judges_alone() -> None:
    if not RELEVANCE.is_file():
        pytest.skip("nothing is judged yet")
    relevance = load_relevance()
    assert relevance.keys() == {query.id for query in load_queries()}
    assert {query.id for query in load_queries() if query.answered} == {q for q in relevance if answered(relevance[q])}
