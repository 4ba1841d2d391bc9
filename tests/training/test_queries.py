"""The written queries: each belongs to findings that there are."""

from __future__ import annotations

import re
from collections import Counter

from evaluation.search.queries import load_queries
from training import queries


def test_each_asks_for_an_example() -> None:
    asked = queries.asked()
    assert all(row.queries and all(row.queries) for row in asked)
    assert len(asked) == len({row.finding for row in asked}) >= 4000


def test_each_graded_finding_is_there() -> None:
    assert all(text.strip() for text in queries.findings().values())


def test_grades_are_of_a_scale_and_no_query_stands_twice() -> None:
    graded = queries.graded()
    assert {grade for query in graded for grade in query.grades.values()} == {0, 1, 2, 3}
    assert not [text for text, times in Counter(query.query.lower() for query in graded).items() if times > 1]


def test_no_query_that_search_is_measured_by_is_trained_on() -> None:
    asked = {_words(query) for row in queries.asked() for query in row.queries}
    assert not {_words(query.query) for query in queries.graded()} & asked
    assert not {_words(query.text) for query in load_queries()} & asked


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))
