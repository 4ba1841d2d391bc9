from __future__ import annotations

import pytest

from training.held_out import runs
from training.student import clauses


def test_clauses_are_parts_of_texts_that_are_not_texts_themselves() -> None:
    texts = [
        "Plans had been kept up to date, but reviews were late in most cases.",
        "Reviews were late in most cases",
        "Too short, too.",
    ]
    assert clauses(texts) == ["Plans had been kept up to date", "but reviews were late in most cases"]


@pytest.mark.parametrize(("reports", "count"), [(["a", "b", "c"], 6), (["a"], 1)])
def test_each_report_and_each_pair_is_left_out_in_turn(reports: list[str], count: int) -> None:
    made = runs(reversed(reports))
    assert len(made) == len(set(made)) == count
    assert all(list(left_out) == sorted(left_out) for left_out in made)
