"""Shares corrected for the model's mistakes: what is put right, by what, and when nothing can be."""

import json
import math
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from tests.analysis.made import made, report, said
from tests.analysis.reviewed import Answer, reviewed
from yosnlp.analysis import ANY, corrected, frequency
from yosnlp.analysis.measured import Measured, measured, shipped
from yosnlp.analysis.misclassification import Mistakes, corrected_bounds, corrected_share
from yosnlp.errors import InvalidData
from yosnlp.tables import Tables

COLUMNS = (
    *("theme", "label", "polarity", "findings", "findings_in_scope"),
    *("share_of_findings", "share_of_findings_low", "share_of_findings_high"),
    *("corrected_share", "corrected_share_low", "corrected_share_high", "method", "labelled", "caution"),
)


def line(frame: pd.DataFrame, theme: str = "ete", polarity: str = ANY) -> dict[str, Any]:
    (row,) = frame[(frame.theme == theme) & (frame.polarity == polarity)].to_dict("records")
    return {str(k): v for k, v in row.items()}


def half_missed() -> Tables:
    """Six reports of 40 findings: of ten on ete the model finds the five on colleges, not those on schools."""
    college, school = said("ete", text="Colleges were kept in touch."), said(text="Schools were kept in touch.")
    other = said("victims", polarity="area_for_improvement", text="Victims were not asked.")
    findings = [*[college] * 5, *[school] * 5, *[other] * 30]
    return made(*(report(f"r{i}", *findings) for i in range(6)))


def knows(finding: Mapping[str, Any]) -> Answer:
    return (("victims",) if "Victims" in finding["text"] else ("ete",)), finding["polarity"]


def test_raw_stands_beside_corrected_as_in_frequency() -> None:
    tables = half_missed()
    frame = corrected(tables, reviewed(tables, knows))
    assert tuple(frame.columns) == COLUMNS
    pd.testing.assert_frame_equal(frame[list(COLUMNS[:8])], frequency(tables)[list(COLUMNS[:8])])


def test_where_all_was_coded_the_share_is_the_persons() -> None:
    tables = half_missed()
    row = line(corrected(tables, reviewed(tables, knows, size=240)))
    assert (row["share_of_findings"], row["corrected_share"]) == (0.125, pytest.approx(0.25))
    assert (row["method"], row["labelled"], row["caution"]) == ("prediction_powered", 240, "")


def test_a_sample_finds_what_the_model_missed() -> None:
    tables = half_missed()
    row = line(corrected(tables, reviewed(tables, knows, size=80)))
    assert row["corrected_share_low"] < 0.25 < row["corrected_share_high"]
    assert row["share_of_findings"] < row["corrected_share_low"]


def test_by_polarity_where_that_was_coded() -> None:
    tables = half_missed()
    frame = corrected(tables, reviewed(tables, knows, size=240))
    assert line(frame, "ete", "strength")["corrected_share"] == pytest.approx(0.25)
    assert line(frame, "victims", "area_for_improvement")["corrected_share"] == pytest.approx(0.75)
    without = corrected(tables, reviewed(tables, lambda f: (knows(f)[0], None), size=240))
    row = line(without, "ete", "strength")
    assert math.isnan(row["corrected_share"])
    assert row["caution"] == "no polarity was coded in its scope"
    assert line(without)["corrected_share"] == pytest.approx(0.25)


def test_too_few_coded_findings_with_the_theme_tell_nothing() -> None:
    tables = half_missed()
    row = line(corrected(tables, reviewed(tables, knows)), "oocd_decision_making")
    assert all(math.isnan(row[name]) for name in COLUMNS[8:11])
    assert row["caution"] == "0 of 200 coded findings carry it, too few to tell (5 needed)"


def test_findings_not_coded_are_left_out_and_counted() -> None:
    tables = half_missed()
    lazy = reviewed(tables, lambda f: (None, None) if f["report_id"] == "r0" else knows(f), size=240)
    row = line(corrected(tables, lazy))
    assert row["labelled"] == 200
    assert row["corrected_share"] == pytest.approx(0.25)
    assert row["caution"] == "40 of 240 drawn findings were not coded, and are taken for like the others"


def test_a_report_out_of_the_themes_scope_stays_out() -> None:
    theme = "oocd_decision_making"
    inside = [report(f"r{i}", *[said(theme)] * 5, *[said()] * 5) for i in range(3)]
    tables = made(*inside, report("cci", *[said("ete")] * 30, programme="core_case_inspection"))
    row = line(corrected(tables, reviewed(tables, lambda f: (f["themes"], f["polarity"]))), theme)
    assert (row["findings_in_scope"], row["labelled"]) == (30, 30)
    assert row["corrected_share"] == pytest.approx(0.5)


def test_of_one_report_there_is_a_share_but_no_interval() -> None:
    tables = half_missed().of(["r0"])
    row = line(corrected(tables, reviewed(tables, knows)))
    assert row["corrected_share"] == pytest.approx(0.25)
    assert math.isnan(row["corrected_share_low"])
    assert row["caution"] == "one report: how services differ is not known"


def measured_as(mistakes: Mistakes, **known: Any) -> Measured:
    plain: dict[str, Any] = {"model": "made", "groups": 4, "names": frozenset(), "hashes": frozenset()}
    return Measured(**{**plain, "mistakes": {"ete": mistakes}, **known})


HALF = Mistakes(texts=800, said=100, assigned=50, right=50)


def test_by_the_mistakes_on_an_outside_sample() -> None:
    row = line(corrected(half_missed(), measured=measured_as(HALF)))
    assert row["corrected_share"] == pytest.approx(0.25)
    assert row["corrected_share_low"] < 0.25 < row["corrected_share_high"]
    assert (row["method"], row["labelled"]) == ("misclassification", 800)
    assert row["caution"] == (
        "holds only if the model errs here as on the 800 texts from 4 sources that it was measured on"
    )


@pytest.mark.parametrize(
    "known",
    [
        pytest.param({"hashes": frozenset(["r0" * 8])}, id="by hash"),
        pytest.param({"names": frozenset(["r0"])}, id="by name"),
    ],
)
def test_reports_that_the_model_learned_from_are_told(known: dict[str, Any]) -> None:
    row = line(corrected(half_missed(), measured=measured_as(HALF, **known)))
    assert "it learned from 1 of these 6 reports and errs less there: corrected too far" in row["caution"]


@pytest.mark.parametrize(
    ("theme", "polarity", "mistakes", "reason"),
    [
        pytest.param("ete", "strength", HALF, "not measured by polarity", id="polarity"),
        pytest.param("victims", ANY, HALF, "does not have the theme", id="theme not there"),
        pytest.param("ete", ANY, Mistakes(800, 6, 5, 4), "6 texts .* too few to tell", id="few texts"),
        pytest.param("ete", ANY, Mistakes(800, 100, 50, 40), "wrong more often than right", id="bad model"),
    ],
)
def test_what_an_outside_sample_cannot_tell(theme: str, polarity: str, mistakes: Mistakes, reason: str) -> None:
    row = line(corrected(half_missed(), measured=measured_as(mistakes)), theme, polarity)
    assert math.isnan(row["corrected_share"])
    assert pd.Series([row["caution"]]).str.contains(reason).all()


def test_a_theme_that_was_assigned_nowhere_is_not_made_up() -> None:
    tables = made(report("north", said()), report("south", said()))
    row = line(corrected(tables, measured=measured_as(HALF)))
    assert math.isnan(row["corrected_share"])
    assert row["caution"].startswith("assigned nowhere in scope")


def test_a_model_of_which_nothing_is_known() -> None:
    row = line(corrected(half_missed()))
    assert math.isnan(row["corrected_share"])
    assert row["caution"] == "nothing is known of the mistakes of the model made: draw a sample and code it"


def test_the_shipped_models_say_how_they_err_and_what_they_learned_from() -> None:
    tables = half_missed()
    known = shipped("accurate")
    assert known is not None
    assert known.groups == len(known.hashes) == 4
    assert all(0 <= m.right <= min(m.said, m.assigned) and m.texts == 818 for m in known.mistakes.values())
    frame = corrected(replace(tables, run={**tables.run, "model": "accurate"}))
    assert line(frame)["corrected_share"] > line(frame)["share_of_findings"]


@pytest.mark.parametrize("name", ["mine", "../accurate", "", "models/accurate"])
def test_no_other_model_is_taken_for_a_shipped_one(name: str) -> None:
    assert shipped(name) is None


def test_a_model_of_ones_own_by_its_card(tmp_path: Path) -> None:
    held = {"all": {"texts": 300}, "groups": {"a": {}, "b": {}}, "themes": [
        {"theme": "ete", "said": 30, "assigned": 25, "precision": 0.8, "recall": 0.6667, "f1": 0.7273}]}  # fmt: skip
    card = {"texts": 300, "groups": ["r0", "b"], "held_out": held}
    (tmp_path / "card.json").write_text(json.dumps(card), encoding="utf-8")
    known = measured(tmp_path)
    assert known is not None
    assert known.mistakes == {"ete": Mistakes(texts=300, said=30, assigned=25, right=20)}
    assert (known.groups, known.learned_from(half_missed())) == (2, 1)


@pytest.mark.parametrize("card", ["{", "[]", '{"texts": 3, "held_out": {"all": {}}}'])
def test_a_broken_card(tmp_path: Path, card: str) -> None:
    (tmp_path / "card.json").write_text(card, encoding="utf-8")
    with pytest.raises(InvalidData, match=r"its card does not say how good it is"):
        measured(tmp_path)


def test_a_card_without_measures(tmp_path: Path) -> None:
    (tmp_path / "card.json").write_text('{"texts": 3, "groups": [], "held_out": null}', encoding="utf-8")
    assert measured(tmp_path) is None


def test_the_matrix_is_undone() -> None:
    for share in (0.01, 0.2, 0.7):
        looks = share * 0.8 + (1 - share) * 0.05
        assert corrected_share(looks, Mistakes(1100, 100, 130, 80)) == pytest.approx(share)
    assert corrected_share(0.01, Mistakes(1100, 100, 130, 80)) == 0


@pytest.mark.parametrize(
    ("share", "size", "mistakes", "low", "high"),
    [
        # the examples of Z. Lang and J. Reiczigel (2014), as the manual of the R package asht states them
        pytest.param(4060 / 11284, 11284, Mistakes(538, 179, 179, 178), 0.349, 0.372, id="1"),
        pytest.param(51 / 2971, 2971, Mistakes(53, 33, 32, 32), 0, 0.053, id="2"),
        pytest.param(0.06, 11862, Mistakes(22, 10, 8, 8), 0, 0.147, id="3"),
        pytest.param(259 / 509, 509, Mistakes(236, 127, 97, 84), 0.58, 0.87, id="4a"),
        pytest.param(51 / 509, 509, Mistakes(236, 41, 31, 23), 0.037, 0.195, id="4b"),
    ],
)
def test_bounds_as_published(share: float, size: int, mistakes: Mistakes, low: float, high: float) -> None:
    assert corrected_bounds(share, size, mistakes) == pytest.approx((low, high), abs=0.005)


def test_bounds_hold_the_share_and_narrow_with_more_texts() -> None:
    few = corrected_bounds(0.2, 300, Mistakes(400, 40, 44, 32))
    many = corrected_bounds(0.2, 300, Mistakes(40000, 4000, 4400, 3200))
    share = corrected_share(0.2, Mistakes(400, 40, 44, 32))
    assert 0 <= few[0] < many[0] < share < many[1] < few[1] <= 1
