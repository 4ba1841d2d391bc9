"""Theme frequency: what counts, over which reports, with what uncertainty."""

import math
from typing import Any

import pandas as pd
import pytest

from tests.analysis.made import made, report, said
from yosnlp.analysis import ANY, frequency
from yosnlp.analysis.intervals import wilson
from yosnlp.errors import InvalidData


def line(frame: pd.DataFrame, theme: str, polarity: str = "strength", **group: Any) -> dict[str, Any]:
    chosen = frame[(frame.theme == theme) & (frame.polarity == polarity)]
    for column, value in group.items():
        chosen = chosen[chosen[column] == value]
    (row,) = chosen.to_dict("records")
    return {str(k): v for k, v in row.items()}


def test_a_row_for_each_theme_and_polarity_in_the_order_of_the_codebook() -> None:
    frame = frequency(made(report("north", said("victims"))))
    assert list(frame.theme.unique()) == ["ete", "victims", "oocd_decision_making"]
    assert list(frame.polarity[:5]) == ["strength", "area_for_improvement", "mixed", "neutral", ANY]


def test_findings_and_reports_over_those_in_scope() -> None:
    tables = made(
        report("north", said("ete"), said("ete"), said()),
        report("south", said("ete")),
        report("west", said("victims")),
    )
    row = line(frequency(tables), "ete")
    assert (row["findings"], row["findings_in_scope"], row["share_of_findings"]) == (3, 5, 0.6)
    assert (row["reports"], row["reports_in_scope"], row["share"]) == (2, 3, pytest.approx(2 / 3))
    assert (row["share_low"], row["share_high"]) == pytest.approx(wilson(2, 3))
    assert 0 <= row["share_of_findings_low"] < row["share_of_findings"] < row["share_of_findings_high"] <= 1


def test_any_polarity_counts_a_report_once() -> None:
    frame = frequency(made(report("north", said("ete"), said("ete", polarity="area_for_improvement"))))
    assert [line(frame, "ete", side)["findings"] for side in ("strength", "area_for_improvement", ANY)] == [1, 1, 2]
    assert line(frame, "ete", ANY)["reports"] == 1


@pytest.mark.parametrize(
    "finding",
    [
        pytest.param(said("ete", kind="practice_example"), id="single case"),
        pytest.param(said("ete", repeat_of="north:0001"), id="said before"),
    ],
)
def test_what_does_not_count_enters_nothing(finding: dict[str, Any]) -> None:
    row = line(frequency(made(report("north", said("victims"), finding))), "ete")
    assert (row["findings"], row["findings_in_scope"], row["reports"]) == (0, 1, 0)


def test_a_report_without_findings_that_count_is_in_no_scope() -> None:
    tables = made(report("north", said("ete")), report("south"), report("west", said("ete", kind="practice_example")))
    assert line(frequency(tables), "ete")["reports_in_scope"] == 1


def test_a_theme_of_one_domain_is_out_of_scope_where_that_was_not_rated_and_what_was_said_is_told_apart() -> None:
    tables = made(
        report("north", said("oocd_decision_making")),
        report("south", said("oocd_decision_making"), ratings={"3": None}),
        report("west", said("ete"), programme="core_case_inspection"),
    )
    row = line(frequency(tables), "oocd_decision_making")
    assert (row["reports"], row["reports_in_scope"], row["findings"], row["outside_scope"]) == (1, 1, 1, 1)
    assert line(frequency(tables), "ete", ANY)["reports_in_scope"] == 3


def test_a_standard_that_was_not_rated_or_not_read_is_out_of_its_group() -> None:
    tables = made(
        report("north", said("ete")),
        report("south", said("ete"), ratings={"2.1": None}),
        report("west", said("ete"), missing=("2.1",)),
    )
    row = line(frequency(tables, ["standard"]), "ete", standard_id="2.1")
    assert (row["reports"], row["reports_in_scope"], row["outside_scope"]) == (1, 1, 2)


def test_groups_stand_in_order_with_ratings_from_worst_to_best() -> None:
    tables = made(report("north", said("ete"), ratings={"2.1": "Outstanding", "2.2": "Inadequate", "2.3": "Good"}))
    assert list(frequency(tables, ["rating"]).rating.unique()) == ["Inadequate", "Good", "Outstanding"]


def test_two_groupings_at_once() -> None:
    tables = made(report("north", said("ete"), said("ete", kind="recommendation")), report("south", said("ete")))
    row = line(frequency(tables, ["service", "kind"]), "ete", service="North", kind="recommendation")
    assert (row["findings"], row["reports"], row["reports_in_scope"]) == (1, 1, 1)


def test_few_reports_are_marked() -> None:
    few = made(*(report(f"r{i}", said("ete")) for i in range(4)))
    assert frequency(few).small.all()
    assert not frequency(few, minimum=4).small.any()


def test_of_one_report_the_share_of_findings_has_no_interval() -> None:
    row = line(frequency(made(report("north", said("ete"), said()))), "ete")
    assert row["share_of_findings"] == 0.5
    assert math.isnan(row["share_of_findings_low"])


def test_no_report_in_scope_has_no_share() -> None:
    row = line(frequency(made()), "ete")
    assert all(math.isnan(row[column]) for column in ("share", "share_low", "share_high", "share_of_findings"))


def test_a_theme_that_the_codebook_does_not_have() -> None:
    with pytest.raises(InvalidData, match=r"codebook does not have: weather.*Use a model"):
        frequency(made(report("north", said("weather"))))


def test_a_grouping_that_there_is_not() -> None:
    with pytest.raises(InvalidData, match=r"cannot group by weather; there is: domain, standard"):
        frequency(made(), ["weather"])
