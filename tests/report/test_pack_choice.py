"""Which quotations a pack shows: spread first, then the surest, counter-examples among them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yosnlp.report.packs.choice import Candidate, chosen


def candidates(*values: tuple[tuple[str, ...], float, bool]) -> list[Candidate]:
    return [
        Candidate(place=i, spread=spread, sureness=sure, counter_example=against)
        for i, (spread, sure, against) in enumerate(values)
    ]


def of(service: str, sure: float = 0.9, *, against: bool = False) -> tuple[tuple[str, ...], float, bool]:
    return (service,), sure, against


def test_services_take_turns_each_with_its_surest() -> None:
    found = candidates(of("north", 0.7), of("north", 0.9), of("north", 0.8), of("south", 0.6))
    assert chosen(found, 2) == [1, 3]
    assert chosen(found, 3) == [1, 3, 2]


def test_years_and_ratings_are_spread_across_services() -> None:
    found = candidates(
        (("north", "2018", "Good"), 0.9, False),
        (("south", "2018", "Good"), 0.9, False),
        (("south", "2021", "Good"), 0.5, False),
        (("west", "2021", "Good"), 0.9, False),
        (("west", "2021", "Inadequate"), 0.5, False),
    )
    assert chosen(found, 3) == [0, 4, 1]


def test_a_quarter_of_the_places_are_for_counter_examples_first() -> None:
    found = candidates(*[of("north", 0.9)] * 10, *[of("north", 0.6, against=True)] * 5)
    assert [place >= 10 for place in chosen(found, 8)] == [True, True, *[False] * 6]


def test_even_two_places_have_a_counter_example_and_one_has_the_surest() -> None:
    found = candidates(of("north", 0.9), of("north", 0.8), of("north", 0.6, against=True))
    assert chosen(found, 2) == [2, 0]
    assert chosen(found, 1) == [0]


def test_places_kept_for_counter_examples_are_not_lost_where_there_are_none() -> None:
    assert len(chosen(candidates(*[of("north")] * 9), 8)) == 8


def test_counter_examples_of_one_service_do_not_crowd_out_others() -> None:
    services = [of(f"s{i}") for i in range(8)]
    shown = chosen(candidates(*services, *[of("north", 1.0, against=True)] * 9), 8)
    assert sum(place >= 8 for place in shown) == 1


@pytest.mark.parametrize("limit", [1, 3, 50], ids=["one", "some", "more than there are"])
def test_nothing_to_choose_from(limit: int) -> None:
    assert chosen([], limit) == []


_FOUND = st.lists(
    st.tuples(
        st.tuples(st.sampled_from("ABCDE"), st.sampled_from(["2018", "2021", None]), st.sampled_from(["Good", None])),
        st.floats(0, 1),
        st.booleans(),
    ),
    max_size=40,
)


@given(_FOUND, st.integers(1, 25))
def test_no_service_has_more_than_its_share_while_another_has_some_left(
    found: Sequence[tuple[tuple[str, ...], float, bool]], limit: int
) -> None:
    offered = candidates(*found)
    shown = chosen(offered, limit)
    assert len(shown) == len(set(shown)) == min(limit, len(offered))
    counts = Counter(offered[place].spread[0] for place in shown)
    left = {c.spread[0] for c in offered if c.place not in shown}
    assert all(max(counts.values(), default=0) - counts[service] <= 1 for service in left)


@given(_FOUND, st.integers(2, 25))
def test_there_is_a_counter_example_where_there_is_one_to_show(
    found: Sequence[tuple[tuple[str, ...], float, bool]], limit: int
) -> None:
    offered = candidates(*found)
    shown = chosen(offered, limit)
    assert any(offered[place].counter_example for place in shown) == any(c.counter_example for c in offered)


@given(_FOUND, st.integers(1, 25), st.randoms())
def test_the_order_in_which_findings_are_offered_does_not_matter(
    found: Sequence[tuple[tuple[str, ...], float, bool]], limit: int, random: object
) -> None:
    offered = candidates(*found)
    shuffled = list(offered)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert chosen(shuffled, limit) == chosen(offered, limit)
