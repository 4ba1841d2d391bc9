"""Amounts pooled, themes together, absence, trend, and the matrix for other programs."""

import math

import pytest

from tests.analysis.made import made, report, said
from yosnlp.analysis import absence, amounts, cooccurrence, matrix, trend


def test_a_matrix_of_noughts_and_ones() -> None:
    frame = matrix(made(report("north", said("ete", "victims"), said(), said("ete", kind="practice_example"))))
    assert frame[["ete", "victims", "oocd_decision_making"]].to_numpy().tolist() == [[1, 1, 0], [0, 0, 0]]


def test_themes_together_beside_what_chance_would_give() -> None:
    (row,) = cooccurrence(
        made(report("north", said("ete", "victims"), said("ete"), said("victims"), said()))
    ).itertuples()
    assert (row.theme_a, row.theme_b, row.findings_a, row.findings_b, row.findings) == ("ete", "victims", 2, 2, 1)
    assert (row.expected, row.lift, row.small) == (1.0, 1.0, True)
    assert math.isnan(row.lift_low)


def test_themes_always_together_have_an_interval_above_one() -> None:
    tables = made(*(report(f"r{i}", said("ete", "victims"), said("ete", "victims"), *[said()] * 8) for i in range(9)))
    (row,) = cooccurrence(tables).itertuples()
    assert (row.lift, row.reports) == (pytest.approx(5.0), 9)
    assert row.lift_low > 1


def test_one_theme_makes_no_pair() -> None:
    assert cooccurrence(made(report("north", said("ete")))).empty


def amount(**values: object) -> dict[str, object]:
    return {"words": "some", "share": None, "n": None, "total": None, "low": None, "high": None, **values}


def test_amounts_by_theme_and_standard_beside_the_key_questions() -> None:
    tables = made(
        report(
            "north",
            said("ete", quantities=(amount(share=0.5), amount(share=0.8, n=8, total=10))),
            said("ete", quantities=(amount(words="most"),)),
            said("ete"),
            questions={"2.1.1": 60.0},
        ),
        report("south", said("ete", quantities=(amount(share=0.2, n=1, total=5),)), questions={"2.1.1": 80.0}),
    )
    (row,) = amounts(tables).itertuples()
    assert (row.findings, row.reports, row.stated, row.worded) == (3, 2, 3, 1)
    assert (row.share_median, row.share_low, row.share_high) == (0.5, 0.2, 0.8)
    assert (row.cases, row.cases_of, row.lowest_percent_mean) == (9, 15, 70.0)


def test_amounts_of_findings_outside_any_standard_are_kept() -> None:
    (row,) = amounts(made(report("north", said("ete", standard_id=None, quantities=(amount(share=0.5),))))).itertuples()
    assert (row.standard_id, row.stated) == (None, 1)


def test_unknown_text_is_none_beside_known() -> None:
    stated = (amount(share=0.5),)
    tables = made(report("north", said("ete", quantities=stated), said("ete", standard_id=None, quantities=stated)))
    assert list(amounts(tables)["standard_id"]) == ["2.1", None]


def test_a_silent_report_with_what_may_have_been_missed() -> None:
    near = said(theme_scores={"ete": 0.4}, text="Some pupils had lost their place.")
    tables = made(report("north", near, said(theme_scores={"ete": 0.1})), report("south", said("ete")))
    row = absence(tables).query("theme == 'ete'").iloc[0]
    assert (row["report_id"], row["findings"]) == ("north", 2)
    assert row["expected_missed"] == pytest.approx(0.5)
    assert row["chance_missed"] == pytest.approx(1 - 0.6 * 0.9)
    assert (row["nearest_text"], row["nearest_probability"]) == ("Some pupils had lost their place.", 0.4)


def test_a_theme_out_of_scope_is_not_absent() -> None:
    frame = absence(made(report("north", said("ete"), ratings={"3": None})))
    assert list(frame.theme) == ["victims"]


def test_a_trend_within_a_programme() -> None:
    tables = made(
        *(report(f"old{i}", said("victims"), year=2018) for i in range(6)),
        *(report(f"new{i}", said("ete"), year=2020) for i in range(6)),
        report("other", said("ete"), programme="2025", year=2025),
        report("undated", said("ete"), year=None),
    )
    row = trend(tables).query("programme == '2018' and theme == 'ete' and polarity == 'strength'").iloc[0]
    assert (row["years"], row["first_year"], row["last_year"]) == (2, 2018, 2020)
    assert (row["first_share"], row["last_share"], row["reports_in_scope"], row["small"]) == (0.0, 1.0, 12, False)
    assert row["tau"] == pytest.approx(1.0)
    assert row["q"] < 0.05
    only = trend(tables).query("programme == '2025' and theme == 'ete' and polarity == 'strength'").iloc[0]
    assert only["years"] == 1
    assert math.isnan(only["tau"])
