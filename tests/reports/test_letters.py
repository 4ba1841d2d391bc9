from __future__ import annotations

from datetime import date

import pytest

from tests.reports.letters import JOINT, THEMES, joint_report, letter
from tests.reports.made import outline, understood
from yosnlp.records import Period


def test_a_letter_is_told_with_its_service_dates_and_cases() -> None:
    report = understood(letter())
    assert (report.programme, report.kind, report.service) == ("short_quality_screening", "inspection", "Tarnworth")
    assert report.fieldwork == Period(first=date(2014, 2, 3), last=date(2014, 2, 5))
    assert report.published == Period(first=date(2014, 3, 12), last=date(2014, 3, 12))
    assert report.samples == {"cases": 20}
    assert report.warnings == ()


def test_a_letter_is_parted_by_its_themes_and_its_lists_are_of_no_theme() -> None:
    assert outline(understood(letter())) == [
        "front",
        "key_facts",
        "chapter",
        "commentary",
        "domain casework",
        "  standard 1",
        "  standard 2",
        "  standard 3",
        "  standard 4",
        "domain organisation",
        "  standard 5",
        "strengths",
        "areas_for_improvement",
        "next_steps",
    ]


@pytest.mark.parametrize(
    ("number", "name"),
    [
        pytest.param("1", "Reducing the likelihood of reoffending", id="1 as in the first letters"),
        pytest.param("3", "Protecting the child or young person", id="3 as in the first letters"),
        pytest.param("4", "Making sure the sentence is served", id="4 as in later ones"),
    ],
)
def test_themes_are_known_by_the_names_of_all_years(number: str, name: str) -> None:
    report = understood(letter(names={**THEMES, number: name}))
    assert report.missing == ()
    assert report.expected == ("1", "2", "3", "4", "5")


def test_a_letter_need_not_speak_of_operational_management() -> None:
    report = understood(letter(names={n: name for n, name in THEMES.items() if n != "5"}))
    assert report.expected == ("1", "2", "3", "4")


def test_a_letter_cut_off_misses_its_last_themes() -> None:
    text = letter()
    assert understood(text[: text.index("3. Protecting")]).missing == ("3", "4")


def test_a_letter_whose_commentary_has_no_heading_has_its_themes_all_the_same() -> None:
    text = letter().replace("Commentary on the inspection in Tarnworth:\n", "")
    assert [line for line in outline(understood(text)) if "standard" in line] == [f"  standard {n}" for n in "12345"]


def test_a_joint_report_is_told_with_its_service_and_themes() -> None:
    report = understood(joint_report())
    assert (report.programme, report.service) == ("full_joint_inspection", "Brackmere")
    assert report.expected == ("1", "2", "3", "4", "5", "6")
    assert report.missing == ()


def test_themes_of_a_joint_report_stand_in_its_summary_and_in_its_body() -> None:
    report = understood(joint_report())
    assert [line.strip() for line in outline(report, within="overall_findings")] == [
        *(f"standard {n}" for n in "123456"),
    ]
    assert [line for line in outline(report) if "casework" in line or "organisation" in line] == [
        "domain casework",
        "domain organisation",
    ]


def test_what_inspectors_expect_and_what_they_explain_are_parts_of_a_theme() -> None:
    report = understood(joint_report())
    first = next(i for i, s in enumerate(report.sections) if s.kind == "standard" and s.heading.startswith("Theme 1"))
    assert [(s.kind, s.standard_id) for s in report.sections if s.parent == first] == [
        ("methodology", "1"),
        ("key_findings", "1"),
        ("commentary", "1"),
    ]


def test_a_theme_named_again_in_an_appendix_is_told_once() -> None:
    report = understood(joint_report())
    assert [s.kind for s in report.sections if s.heading == "Reducing reoffending"] == ["standard"]


def test_the_sixth_theme_is_told_by_its_name() -> None:
    report = understood(joint_report(names={**JOINT, "6": "Court work and reports"}))
    assert report.expected == ("1", "2", "3", "4", "5", "7")
    assert report.missing == ()


def test_a_joint_report_cut_off_misses_its_last_themes() -> None:
    text = joint_report()
    assert understood(text[: text.index("Theme 4")]).missing == ("4", "5", "6")
