"""Which reports are inspections of one service, in which order."""

from __future__ import annotations

from typing import Any

import pytest

from tests.analysis.made import made, report
from yosnlp.analysis import Pair, inspections
from yosnlp.errors import InvalidData

CORE, UNDATED = {"programme": "core_case_inspection"}, {"year": None}


@pytest.mark.parametrize(
    ("first", "second", "order"),
    [
        pytest.param({"inspected": "2018-05-01"}, {"inspected": "2019-05-01"}, "inspected", id="fieldwork"),
        pytest.param(
            {"inspected": "2019-05-01", "published": "2019-07-01"},
            {"inspected": "2019-05-01", "published": "2019-08-01"},
            "published",
            id="same fieldwork, publication",
        ),
        pytest.param(
            {"published": "2018-05-01", "inspected": "2018-01-01"},
            {"published": "2019-05-01"},
            "published",
            id="publication where not both state the fieldwork",
        ),
        pytest.param({"year": 2018}, {"year": 2020, "inspected": "2020-02-02"}, "year", id="year"),
        pytest.param(CORE | {"year": 2012}, UNDATED, "programme", id="one undated, programmes that follow"),
        pytest.param(UNDATED, UNDATED | {"programme": "2021"}, "programme", id="one ended in the year the other began"),
    ],
)
def test_the_order_and_what_it_is_known_by(first: dict[str, Any], second: dict[str, Any], order: str) -> None:
    plain = {"service": "Northmere"}
    for tables in (
        made(report("a", **(plain | first)), report("b", **(plain | second))),
        made(report("b", **(plain | second)), report("a", **(plain | first))),
    ):
        assert inspections(tables).pairs == (Pair("Northmere", "a", "b", order),)  # type: ignore[arg-type]


def test_more_than_two_are_paired_one_after_the_other() -> None:
    years = (("c", 2021), ("a", 2018), ("b", 2019))
    found = inspections(made(*(report(name, service="Northmere", year=year) for name, year in years)))
    assert [(pair.earlier, pair.later) for pair in found.pairs] == [("a", "b"), ("b", "c")]


def test_a_service_is_told_by_its_name_whatever_case_and_white_space() -> None:
    tables = made(report("a", service="North  Mere"), report("b", service="NORTH MERE ", year=2021))
    assert [(pair.earlier, pair.later) for pair in inspections(tables).pairs] == [("a", "b")]


def test_what_cannot_be_paired_is_told() -> None:
    found = inspections(
        made(
            report("one", service="Aldermoor"),
            *(report(name, service="Northmere", year=None) for name in ("x", "y")),
            report("nobody", service=None),
        )
    )
    assert (found.pairs, found.single, found.nameless) == ((), ("Aldermoor",), ("nobody",))
    assert found.undecided == (("Northmere", ("x", "y")),)


def test_of_three_those_are_named_whose_order_is_not_known() -> None:
    dated = report("a", service="Northmere", **CORE)
    tables = made(dated, *(report(name, service="Northmere", year=None) for name in ("x", "y")))
    assert inspections(tables).undecided == (("Northmere", ("x", "y")),)


def test_two_ids_make_the_pair_even_if_the_order_is_not_known() -> None:
    tables = made(*(report(name, service="Northmere", year=None) for name in ("x", "y", "z")))
    assert inspections(tables, "y", "x").pairs == (Pair("Northmere", "y", "x", "given"),)


@pytest.mark.parametrize(
    ("ids", "message"),
    [
        pytest.param(("a", None), "give two different ids", id="one alone"),
        pytest.param(("a", "a"), "give two different ids", id="the same twice"),
        pytest.param(("a", "zz"), "no report zz in these tables; there is: a, b, other", id="unknown"),
        pytest.param(("a", "other"), "of different services: Northmere and Other", id="two services"),
        pytest.param(("b", "a"), "a came before b, by its year date. Exchange the two", id="the wrong way round"),
    ],
)
def test_ids_that_make_no_pair(ids: tuple[str, str | None], message: str) -> None:
    tables = made(report("a", service="Northmere"), report("b", service="Northmere", year=2021), report("other"))
    with pytest.raises(InvalidData, match=message):
        inspections(tables, *ids)
