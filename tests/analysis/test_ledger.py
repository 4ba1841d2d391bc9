"""Themes beside ratings: the ledger, the link with ratings, findings that stand against theirs."""

import math

import numpy as np
import pandas as pd
import pytest
from scipy.stats import fisher_exact, kendalltau

from tests.analysis.made import Made, made, report, said
from yosnlp.analysis import ANY, association, dissonance, ledger
from yosnlp.analysis.association import taus


def line(frame: pd.DataFrame, theme: str, polarity: str) -> dict[str, object]:
    (row,) = frame[(frame.theme == theme) & (frame.polarity == polarity)].to_dict("records")
    return {str(k): v for k, v in row.items()}


def north() -> Made:
    return report(
        "north",
        said("victims"),
        said("victims"),
        said("victims", standard_id="2.2"),
        said("victims", standard_id=None),
        ratings={"2.1": "Good", "2.2": "Inadequate", "2.3": "Outstanding"},
        questions={"2.1.1": 70.0, "2.1.2": 66.0, "2.2.1": 40.0},
    )


def test_a_standard_counts_once_however_many_findings_it_holds() -> None:
    row = line(ledger(made(north())), "victims", "strength")
    assert (row["findings"], row["standards"], row["reports"], row["unplaced"]) == (3, 2, 1, 1)
    assert (row["Inadequate"], row["Requires improvement"], row["Good"], row["Outstanding"]) == (1, 0, 1, 0)
    assert (row["mean_points"], row["mean_points_of_all"]) == (1.0, pytest.approx(5 / 3))
    assert (row["lowest_percent_mean"], row["lowest_percent_min"]) == (53.0, 40.0)


def test_a_theme_that_is_not_found_has_no_mean() -> None:
    row = line(ledger(made(north())), "ete", ANY)
    assert row["standards"] == 0
    assert math.isnan(float(str(row["mean_points"])))


def test_programmes_stay_apart_and_scores_are_no_ratings() -> None:
    tables = made(
        north(),
        report("south", said("ete"), programme="2025", ratings={"1.1": "Good"}),
        report("west", said("ete", standard_id="1.1"), programme="core_case_inspection"),
    )
    assert list(ledger(tables).programme.unique()) == ["2018", "2025"]


def test_without_ratings_there_is_no_ledger() -> None:
    tables = made(report("north", said("ete")))
    assert ledger(tables).empty
    assert association(tables).empty
    assert dissonance(tables).empty


def many(*, linked: bool) -> list[Made]:
    """Twelve reports, the theme in standards rated good, or wherever."""
    scale = ["Inadequate", "Requires improvement", "Good", "Outstanding"]
    return [
        report(
            f"r{i}",
            *([said("ete")] if (i % 4 >= 2 if linked else i % 3 == 0) else []),
            *([said("ete"), said("ete")] if linked and i % 4 == 3 else []),
            said("victims", standard_id="2.2"),
            ratings={"2.1": scale[i % 4], "2.2": scale[i % 4]},
        )
        for i in range(12)
    ]


def test_the_link_is_that_of_the_table_of_four() -> None:
    row = line(association(made(*many(linked=True))), "ete", "strength")
    cells = [[6, 0], [0, 6]]
    assert [[row["with_good"], row["with_below"]], [row["without_good"], row["without_below"]]] == cells
    assert row["p"] == pytest.approx(fisher_exact(cells).pvalue)
    assert row["reading"] == "found more often where ratings are better; few reports, take it as a hint"
    often, points = [3 if i % 4 == 3 else int(i % 4 == 2) for i in range(12)], [i % 4 for i in range(12)]
    assert row["tau"] == pytest.approx(kendalltau(often, points).statistic)


def test_no_link_is_said_to_be_none() -> None:
    row = line(association(made(*many(linked=False))), "ete", "strength")
    assert row["reading"] == "no link shown: chance would do"
    assert float(str(row["odds_low"])) < 1 < float(str(row["odds_high"]))


def test_what_all_standards_have_cannot_be_told() -> None:
    row = line(association(made(*many(linked=True))), "victims", ANY)
    assert math.isnan(float(str(row["p"])))
    assert math.isnan(float(str(row["q"])))
    assert str(row["reading"]).startswith("cannot be told")


def test_tau_is_that_of_scipy() -> None:
    random = np.random.default_rng(3)
    for _ in range(50):
        table = random.integers(0, 5, (3, 4)).astype(float)
        rows, columns = (np.repeat(axis.ravel(), table.ravel().astype(int)) for axis in np.indices(table.shape))
        assert taus(table[None])[0] == pytest.approx(kendalltau(rows, columns).statistic)


def test_findings_against_their_rating() -> None:
    criticism = "Plans for school were late."
    tables = made(
        report(
            "north",
            said("ete", polarity="area_for_improvement", text=criticism),
            said("ete"),
            said("ete", standard_id="2.2"),
            said("ete", standard_id="2.2", polarity="area_for_improvement"),
            said("ete", polarity="area_for_improvement", kind="practice_example"),
            ratings={"2.1": "Good", "2.2": "Inadequate"},
        )
    )
    found = dissonance(tables)
    assert list(found.dissonance) == ["criticised_though_good", "praised_though_inadequate"]
    assert found.text[0] == criticism


def test_ratings_by_discretion() -> None:
    tables = made(report("north", said("ete"), ratings={"2.1": "Good"}))
    tables.ratings["discretion"] = True
    assert list(dissonance(tables).dissonance) == ["rated_by_discretion"]
