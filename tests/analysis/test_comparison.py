"""What became of the areas for improvement of an earlier inspection, and what is new in the later one."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from tests.analysis.made import made, report, said
from tests.analysis.stand_in import vectors
from yosnlp.analysis import compare, comparison_summary, ratings_of_pairs
from yosnlp.analysis.comparison import COLUMNS
from yosnlp.tables import Tables

CONCERN = {"kind": "area_for_improvement", "polarity": "area_for_improvement"}
ADVICE = {"kind": "recommendation", "polarity": "area_for_improvement", "standard_id": None}
TUTORS = said("ete", text="Tutors were late.", **CONCERN)


def two(earlier: list[dict[str, Any]], later: list[dict[str, Any]], **columns: Any) -> Tables:
    first = report("a", *earlier, service="Northmere", year=2018)
    return made(first, report("b", *later, service="Northmere", **({"year": 2021} | columns)))


def outcomes(frame: pd.DataFrame) -> list[tuple[Any, ...]]:
    columns = ["kind", "outcome", "earlier_finding_id", "later_finding_id"]
    return list(frame[columns].astype(object).where(frame[columns].notna(), None).itertuples(index=False, name=None))


@pytest.mark.parametrize(
    ("later", "outcome", "quoted"),
    [
        pytest.param([said("ete", text="Tutors were prompt.")], "turned_into_strength", "b:0001", id="strength"),
        pytest.param([TUTORS], "persisting", "b:0001", id="area for improvement"),
        pytest.param([said("ete", text="Tutors mixed.", polarity="mixed")], "persisting", "b:0001", id="on both sides"),
        pytest.param([said("ete", text="Find tutors.", **ADVICE)], "persisting", "b:0001", id="recommendation"),
        pytest.param(
            [said("ete", text="Tutors exist.", polarity="neutral")], "mentioned_neutrally", "b:0001", id="neutral"
        ),
        pytest.param(
            [said("ete", text="Tutors exist.", polarity="neutral"), said("ete", text="Tutors came.")],
            "turned_into_strength",
            "b:0002",
            id="what is judged goes before what is mentioned",
        ),
        pytest.param([said("ete", text="Letters were sent.")], "not_mentioned", None, id="the theme, another matter"),
        pytest.param([said("victims", text="Tutors came.")], "not_mentioned", None, id="the words, another theme"),
        pytest.param(
            [said("ete", text="Tutors came.", kind="practice_example")], "not_mentioned", None, id="a single case"
        ),
        pytest.param([said("ete", text="Tutors came.", repeat_of="b:0009")], "not_mentioned", None, id="a repeat"),
        pytest.param([], "not_mentioned", None, id="nothing said at all"),
    ],
)
def test_an_earlier_area_for_improvement_has_one_outcome(
    later: list[dict[str, Any]], outcome: str, quoted: str | None
) -> None:
    frame = compare(two([TUTORS], later), vectors)
    of_earlier = frame[frame["outcome"] != "new"]
    assert outcomes(of_earlier) == [("area_for_improvement", outcome, "a:0001", quoted)]
    assert list(frame.columns) == list(COLUMNS)


def test_both_quotations_stand_side_by_side_with_their_places() -> None:
    later = said("ete", text="Tutors were prompt.", standard_id="2.3", page=7)
    row = compare(two([TUTORS], [later]), vectors).iloc[0]
    assert (row["earlier_text"], row["earlier_standard"]) == ("Tutors were late.", "Assessment")
    assert (row["later_text"], row["later_standard"], row["later_page"]) == (
        *("Tutors were prompt.", "Implementation and delivery", 7),
    )
    assert (row["themes"], row["similarity"]) == (("ete",), pytest.approx(1.0))


def test_all_that_is_said_on_the_matter_is_named() -> None:
    row = compare(two([TUTORS], [said("ete", text="Tutors came."), TUTORS, TUTORS]), vectors).iloc[0]
    assert (row["later_finding_id"], row["also"]) == ("b:0001", ("b:0002", "b:0003"))
    assert row["reason"] == ("later strength on the same matter (nearness 1.00); also 2 areas for improvement")


def test_absence_comes_with_its_denominator_and_scope() -> None:
    later = [said("ete", text="Letters."), said("ete", text="Panels.", **CONCERN), said("victims")]
    reason = compare(two([TUTORS], later), vectors).iloc[0]["reason"]
    assert reason == (
        "resolved at most, no longer raised: nearest is b:0001 at 0.50, below 0.74; "
        "2 later findings share a theme, 1 of them raising a concern; in its scope"
    )


def test_what_the_later_inspection_did_not_look_at_is_told() -> None:
    earlier = [said("oocd_decision_making", standard_id="3.1", text="Panels were late.", **CONCERN)]
    later = report("b", said("ete"), service="Northmere", year=2021, missing=("3.1", "3.2", "3.3", "3.4"))
    tables = made(report("a", *earlier, service="Northmere"), later)
    frame = compare(tables, vectors)
    lacking = "out of the later inspection's scope or not read: Out-of-court decisions, standard 3.1"
    assert frame.iloc[0]["reason"].endswith(lacking)
    counts = comparison_summary(tables, frame).set_index(["theme", "outcome"])
    assert not counts.loc[("oocd_decision_making", "not_mentioned"), "in_scope"]


def test_a_later_area_for_improvement_is_new_unless_an_earlier_concern_is_on_its_matter() -> None:
    strength = said("victims", text="Letters were sent.")
    later = [TUTORS, said("victims", text="Letters were late.", **CONCERN), said("ete", text="Panels.", **ADVICE)]
    frame = compare(two([TUTORS, strength], later), vectors)
    new = frame[frame["outcome"] == "new"]
    assert outcomes(new) == [
        ("area_for_improvement", "new", "a:0002", "b:0002"),
        ("recommendation", "new", None, "b:0003"),
    ]
    assert new["reason"].iloc[0] == "earlier strength on the same matter (nearness 1.00)"
    assert new["reason"].iloc[1].startswith("not raised earlier: nearest is a:0001 at 0.50")


def test_a_recommendation_is_followed_on_each_side() -> None:
    frame = compare(
        two([said("ete", text="Find tutors.", **ADVICE)], [said("ete", text="Tutors came."), TUTORS]), vectors
    )
    assert outcomes(frame) == [
        ("recommendation", "turned_into_strength", "a:0001", "b:0001"),
        ("recommendation", "persisting", "a:0001", "b:0002"),
    ]


def test_counts_have_denominators_of_the_report_that_raised_the_matter() -> None:
    tables = two([TUTORS, said("ete", "victims", text="Letters.", **CONCERN)], [TUTORS, said("victims", **CONCERN)])
    counts = comparison_summary(tables, compare(tables, vectors)).set_index(["theme", "outcome"])
    assert tuple(counts.loc[("any", "persisting"), ["n", "of"]]) == (1, 2)
    assert tuple(counts.loc[("victims", "not_mentioned"), ["n", "of"]]) == (1, 1)
    assert tuple(counts.loc[("any", "new"), ["n", "of"]]) == (1, 2)


def test_without_a_second_inspection_there_is_nothing_to_compare() -> None:
    tables = made(report("a", TUTORS))
    frame = compare(tables, vectors)
    assert frame.empty
    assert comparison_summary(tables, frame).empty
    assert ratings_of_pairs(tables).empty


def test_ratings_of_one_programme_stand_side_by_side() -> None:
    tables = made(
        report("a", service="Northmere", ratings={"2.1": "Good", "2.2": "Good"}),
        report("b", service="Northmere", year=2021, ratings={"2.1": "Inadequate"}),
    )
    rows = ratings_of_pairs(tables)
    assert rows["side_by_side"].all()
    assert rows[["standard_id", "earlier_rating", "later_rating"]].to_numpy().tolist() == [
        ["2.1", "Good", "Inadequate"],
        ["2.2", "Good", None],
    ]


def test_ratings_of_two_programmes_stay_apart() -> None:
    tables = made(
        report("a", service="Northmere", ratings={"2.1": "Good"}),
        report("b", service="Northmere", year=2022, programme="2021", ratings={"2.1": "Good"}),
    )
    rows = ratings_of_pairs(tables)
    assert not rows["side_by_side"].any()
    assert rows[["programme", "earlier_rating", "later_rating"]].to_numpy().tolist() == [
        ["2018", "Good", None],
        ["2021", None, "Good"],
    ]
