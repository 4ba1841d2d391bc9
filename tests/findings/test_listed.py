from __future__ import annotations

from pathlib import Path

import pytest

from tests.findings.invented import found, report_text
from tests.marked import marked

_LISTED = ("key_finding", "strength", "area_for_improvement", "recommendation")
_FOOTER = "Inspection of youth offending services: Pellbrook"


@pytest.mark.parametrize(
    "summary",
    [
        pytest.param(
            "Strengths:\n\n• <strength>The tea was hot.</strength>\n• <strength>Doors were oiled</strength>\n\n"
            "Areas for improvement:\n\n• <area_for_improvement>The lamp flickered.</area_for_improvement>",
            id="bullets under plural headings",
        ),
        pytest.param(
            "Strength:\n\n• <strength>The tea was hot.</strength>\n\n"
            "Area for improvement:\n\n• <area_for_improvement>The lamp flickered.</area_for_improvement>",
            id="singular headings",
        ),
        pytest.param(
            "Areas for improvement:\n\n(1) <area_for_improvement>The lamp flickered.</area_for_improvement>\n"
            "(2) <area_for_improvement>Nobody swept the yard.</area_for_improvement>",
            id="numbers in brackets",
        ),
        pytest.param(
            "Strengths:\n\n1. <strength>The tea was hot.</strength>\n2. <strength>Doors were oiled.</strength>",
            id="numbers with a stop",
        ),
        pytest.param(
            "Strengths:\n\n– <strength>The tea was hot.</strength>\n– <strength>Doors were oiled.</strength>",
            id="dashes",
        ),
        pytest.param(
            "Strengths:\n\n▪ <strength>The tea was hot, and it was carried to each of the visitors by a person\n"
            "who asked them how they liked it.</strength>\n▪ <strength>Doors were oiled.</strength>",
            id="an item over two lines",
        ),
        pytest.param(
            "Strengths:\n\n<strength>The tea was hot and plentiful.</strength>\n\n"
            "<strength>Doors were oiled in spring.</strength>",
            id="bullets lost",
        ),
        pytest.param(
            "Strengths:\n\n• <strength>The tea was hot.</strength>\n\nVisitors came on every day of that week.",
            id="prose ends the list",
        ),
    ],
)
def test_items_have_the_kind_that_their_heading_states(summary: str, tmp_path: Path) -> None:
    read = marked(summary)
    findings = found(report_text(summaries={"2": read.text}), tmp_path)
    listed = [f for f in findings if f.kind in _LISTED and f.domain == "court"]
    assert [(f.kind, f.text) for f in listed] == [(m.name, " ".join(m.text.split())) for m in read.marks]
    assert {f.polarity_origin for f in listed} == {"heading"}
    assert all(f.polarity == f.kind and f.polarity_confidence is None for f in listed)


@pytest.mark.parametrize(
    "interruption",
    [
        pytest.param(f"\n\n{_FOOTER} {{}}\n\f", id="footer and form feed"),
        pytest.param("\n\n{}\n\f\n", id="page number and form feed"),
        pytest.param(f"\n\n\n\n{_FOOTER} {{}}\n\n\n", id="footer among blank lines"),
    ],
)
def test_a_page_break_does_not_cut_an_item(interruption: str, tmp_path: Path) -> None:
    lines = (
        "• Somebody had thought about where each of the chairs should stand and had put",
        "them there before the visitors came through the door.",
    )
    broken = "Strengths:\n\n" + lines[0] + interruption.format(31) + lines[1] + "\n\n• Doors were oiled."
    others = {
        "1": f"Strengths:\n\n• A bell rang.{interruption.format(22)}\n• A clock struck.",
        "3": "Strengths:\n\n• It ended.",
    }
    text = report_text(summaries={"2": broken, **others}) + f"\n\n{_FOOTER} 47\n\f"
    court = [f for f in found(text, tmp_path) if f.kind == "strength" and f.domain == "court"]
    assert [f.text for f in court] == [" ".join(lines)[2:], "Doors were oiled."]


def test_markdown_lists_are_read_without_their_mark_up(tmp_path: Path) -> None:
    summary = "### **Strengths:**\n\n- The **tea** was hot.\n- Doors were [oiled](https://example.org/oil).\n"
    findings = found(report_text(summaries={"3": summary}), tmp_path, ".md")
    assert [f.text for f in findings if f.kind == "strength"] == ["The tea was hot.", "Doors were oiled."]


@pytest.mark.parametrize(
    "recommendations",
    [
        pytest.param(
            "The head of service should:\n\n"
            '1. <recommendation addressee="The head of service">mend the gate</recommendation>\n'
            '2. <recommendation addressee="The head of service">water the plants.</recommendation>\n\n'
            "Pellbrook Council should:\n\n"
            '3. <recommendation addressee="Pellbrook Council">pay for the water.</recommendation>',
            id="bodies with their lists",
        ),
        pytest.param(
            "Changes are needed to make sure that:\n\n"
            '(1) <recommendation addressee="YOT Manager">the gate is mended (YOT Manager)</recommendation>\n'
            '(2) <recommendation addressee="Chair of the Board">the plants are watered (Chair of the Board).'
            "</recommendation>",
            id="body in brackets behind",
        ),
        pytest.param(
            "• <recommendation>Mend the gate.</recommendation>\n• <recommendation>Water the plants.</recommendation>",
            id="no body named",
        ),
        pytest.param(
            "The YOS manager should:\n\n"
            '<recommendation addressee="The YOS manager">mend the gate before it falls.</recommendation>\n\n'
            '<recommendation addressee="The YOS manager">water the plants in the hall.</recommendation>',
            id="bullets lost under a body",
        ),
    ],
)
def test_recommendations_name_the_body_that_they_are_addressed_to(recommendations: str, tmp_path: Path) -> None:
    read = marked(recommendations)
    findings = [f for f in found(report_text(recommendations=read.text), tmp_path) if f.kind == "recommendation"]
    assert [(f.text, f.addressee) for f in findings] == [(m.text, m.attributes.get("addressee")) for m in read.marks]
    assert {f.polarity for f in findings} == {"area_for_improvement"}


def test_key_findings_stand_in_their_domain_and_take_their_polarity_from_the_judge(tmp_path: Path) -> None:
    overall = (
        "Organisational delivery\n\nKey findings about organisational delivery were as follows.\n\n"
        "• The tea was good and warm.\n• The lamp was poor."
    )
    keys = [f for f in found(report_text(overall=overall), tmp_path) if f.kind == "key_finding"]
    assert [(f.text, f.polarity, f.polarity_origin) for f in keys] == [
        ("The tea was good and warm.", "strength", "model"),
        ("The lamp was poor.", "area_for_improvement", "model"),
    ]
    assert {f.domain for f in keys} == {"organisational"}
    assert all(0 <= (f.polarity_confidence or -1) <= 1 for f in keys)


def test_the_heading_of_a_list_without_bullets_is_no_item_of_it(tmp_path: Path) -> None:
    summary = "Key areas for improvement\n\nThe lamp in the hall flickered.\n\nNobody had swept the yard."
    listed = [f.text for f in found(report_text(summaries={"1": summary}), tmp_path) if f.kind in _LISTED]
    assert listed[-2:] == ["The lamp in the hall flickered.", "Nobody had swept the yard."]
    assert "Key areas for improvement" not in listed
