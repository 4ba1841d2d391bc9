"""Stars beside ratings, and reports of another kind beside inspections: neither enters the other's figures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import pytest

from tests.analysis.made import Made, made, report, said
from yosnlp import analysis
from yosnlp.analysis import scope
from yosnlp.report.page import compose, page
from yosnlp.tables import Tables

PRAISED = said("ete", standard_id="2.1", domain="court")
STARRED = {**said("ete", standard_id="1", domain="casework"), "rating": "Good", "rating_points": None}
APART = said("ete", standard_id=None, domain=None, text="Schools were kind.")


def starred(name: str = "brackmere") -> Made:
    """A joint report, whose first theme has four stars."""
    return report(name, STARRED, programme="full_joint_inspection", year=2015)


TABLES = made(
    report("north", PRAISED, ratings={"2.1": "Good"}),
    report("south", said("victims"), ratings={"2.1": "Good"}),
    starred(),
    report("schools", APART, programme="other", report_kind="thematic", service=None),
)
STARS = TABLES.ratings.iloc[:1].assign(
    report_id="brackmere", programme="full_joint_inspection", standard_id="1", rating="Good", points=None
)


def with_stars() -> Tables:
    return replace(TABLES, ratings=pd.concat([TABLES.ratings, STARS.astype(TABLES.ratings.dtypes)], ignore_index=True))


def test_words_of_two_scales_are_two_groups() -> None:
    found = analysis.frequency(with_stars(), ["rating"])
    ete = found[(found["theme"] == "ete") & (found["polarity"] == "strength")]
    assert dict(zip(ete["rating"], ete["reports_in_scope"], strict=True)) == {
        "Good": 2,
        "Good (Full Joint Inspection)": 1,
    }


def test_stars_enter_no_figure_of_points() -> None:
    tables = with_stars()
    assert set(analysis.ledger(tables)["programme"]) == {"2018"}
    assert "Poor" not in analysis.ledger(tables).columns
    assert "full_joint_inspection" not in set(analysis.association(tables)["programme"])
    assert set(analysis.dissonance(tables)["report_id"]) <= {"north", "south"}


def test_a_report_of_another_kind_is_in_no_denominator_of_inspections() -> None:
    found = analysis.frequency(TABLES)
    (ete,) = found[(found["theme"] == "ete") & (found["polarity"] == "strength")].to_dict("records")
    assert (ete["reports"], ete["reports_in_scope"], ete["findings"], ete["outside_scope"]) == (2, 3, 2, 1)


def test_told_apart_by_programme_it_has_its_own() -> None:
    found = analysis.frequency(TABLES, ["programme"])
    ete = found[(found["theme"] == "ete") & (found["polarity"] == "strength")].set_index("programme")
    assert ete.loc["other", ["reports", "reports_in_scope"]].tolist() == [1, 1]
    assert ete.loc["2018", ["reports", "reports_in_scope"]].tolist() == [1, 2]


@pytest.mark.parametrize(
    "figure",
    [
        pytest.param(lambda t: set(analysis.absence(t)["report_id"]), id="absence"),
        pytest.param(lambda t: set(scope.standards(t)["report_id"]), id="standards"),
        pytest.param(lambda t: set(analysis.review_sample(t)["report_id"]), id="a sample for review"),
        pytest.param(lambda t: set(analysis.inspections(t).nameless), id="inspections without a name"),
    ],
)
def test_it_is_in_no_other_figure_on_inspections(figure: Callable[[Tables], set[str]]) -> None:
    assert "schools" not in figure(TABLES)


def test_a_run_of_reports_of_another_kind_alone_gives_empty_figures_and_no_fault() -> None:
    alone = TABLES.of(["schools"])
    found = analysis.frequency(alone)
    assert set(found["reports_in_scope"]) == {0}
    assert int(found["outside_scope"].sum()) > 0
    assert "1 report is of another kind" in page(alone)


def test_the_page_lists_it_and_says_that_it_is_in_no_figure() -> None:
    made_of = compose(TABLES)
    assert [r.programme for r in made_of.inputs.reports][-1] == "Report of another kind (thematic report)"
    assert (made_of.inputs.inspections, made_of.inputs.apart) == (3, 1)
    assert made_of.title == "Themes across 3 inspection reports"
    html = page(TABLES)
    assert "1 report is of another kind, such as thematic or annual" in html
    assert "Schools were kind." not in html
