from __future__ import annotations

from pathlib import Path

from tests.findings.invented import found
from tests.reports.letters import joint_report, letter
from yosnlp.records import Finding


def told(findings: tuple[Finding, ...], kind: str) -> list[tuple[str | None, str]]:
    return [(f.standard_id, f.text) for f in findings if f.kind == kind]


def test_a_letter_gives_its_prose_by_theme_without_the_numbers_of_its_paragraphs(tmp_path: Path) -> None:
    findings = found(
        letter({"1": "1.1. Assessments were good. 1.2. Plans were late in seven of the 20 cases."}), tmp_path
    )
    assert [said for said in told(findings, "narrative") if said[0] == "1"] == [
        ("1", "Assessments were good."),
        ("1", "Plans were late in seven of the 20 cases."),
    ]


def test_a_letter_gives_the_prose_of_its_summary(tmp_path: Path) -> None:
    summary = [text for standard, text in told(found(letter(), tmp_path), "narrative") if standard is None]
    assert summary == ["Overall, we found a youth offending service that was kind."]


def test_a_letter_gives_its_two_lists(tmp_path: Path) -> None:
    findings = found(letter(), tmp_path)
    assert told(findings, "strength") == [
        (None, "Children were met every week."),
        (None, "Reports for court were good."),
    ]
    assert told(findings, "area_for_improvement") == [(None, "Plans should be reviewed when a child moves.")]


def test_lists_whose_bullets_were_lost_end_where_the_letter_closes(tmp_path: Path) -> None:
    findings = found(letter().replace("• ", ""), tmp_path)
    assert [text for _, text in told(findings, "area_for_improvement")] == [
        "Plans should be reviewed when a child moves."
    ]


def test_addressee_and_closing_words_are_no_findings(tmp_path: Path) -> None:
    texts = " ".join(f.text for f in found(letter(), tmp_path))
    for words in ("Ada Quill", "Ines Vale", "programme of inspection", "tea", "stands by itself"):
        assert words not in texts


def test_a_joint_report_gives_key_findings_prose_and_recommendations(tmp_path: Path) -> None:
    findings = found(joint_report(themes={"2": "2.1. Risk was seldom understood."}), tmp_path)
    assert ("2", "Protecting the public was done in good weather.") in told(findings, "key_finding")
    assert ("2", "Risk was seldom understood.") in told(findings, "narrative")
    (recommendation,) = (f for f in findings if f.kind == "recommendation")
    assert (recommendation.text, recommendation.addressee) == (
        "the board has a roof",
        "The Chair of the Management Board",
    )


def test_what_inspectors_expect_is_no_finding(tmp_path: Path) -> None:
    assert not [f for f in found(joint_report(), tmp_path) if "should be met each week" in f.text]
