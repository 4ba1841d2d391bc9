from __future__ import annotations

import pytest

from tests.findings.invented import WordJudge
from tests.reports.letters import letter
from tests.reports.made import FOREWORD, TITLE, document, outline, prose, report_text
from yosnlp import findings, ratings
from yosnlp.errors import NotAReport
from yosnlp.frameworks import frameworks
from yosnlp.records import Scores
from yosnlp.reports import understand

ADULT_WORDS = "The probation delivery unit (PDU) had few probation practitioners, and the PDU knew it. " * 6
BODY = f"""
{FOREWORD}
# Executive summary

## Key findings

- Children were too often without a school.
- Teachers were good at what they did.

# Recommendations

**The Department for Education should:**

1. find a school for every child

# 1. Introduction

## Why this was looked at

{prose(1)}
# 2. Leadership

Boards seldom looked at what schools said.

## 2.1 Data

Figures were late in four of the six services.

# Annexe 1: Glossary

YOS: a service.
"""


def of(title: str, more: str = "") -> str:
    return f"# {title}\n\nHM Inspectorate of Probation\n\nMarch 2022\n{BODY}\n{more}"


KINDS = [
    pytest.param("A thematic inspection of schools on moors", "thematic", "a thematic report", id="thematic"),
    pytest.param("A joint thematic review of moors", "thematic", "a thematic report", id="joint thematic"),
    pytest.param("Annual report: inspection of youth offending services", "annual", "an annual report", id="annual"),
    pytest.param("2021 annual report: youth justice", "annual", "an annual report", id="annual, otherwise"),
    pytest.param(
        "Effective practice guide: youth justice on moors",
        "effective_practice",
        "an effective-practice guide",
        id="guide",
    ),
    pytest.param("Research & analysis bulletin 2022/01", "research", "a research bulletin", id="research"),
    pytest.param(
        "An inspection of probation services in: Exbourne PDU",
        "adult_probation",
        "a report on adult",
        id="adult, a unit",
    ),
    pytest.param("Youth justice at the river", "other", "not an inspection report of a known programme", id="other"),
]


@pytest.mark.parametrize(("title", "kind", "what"), KINDS)
def test_what_a_report_is_and_how_to_read_it_is_said(title: str, kind: str, what: str) -> None:
    text = of(title, ADULT_WORDS if kind == "adult_probation" else "")
    with pytest.raises(NotAReport, match=rf"{what}.*Give a report of one youth.*--allow-other"):
        understand(document(text, markdown=True))
    report = understand(document(text, markdown=True), allow_other=True)
    assert (report.programme, report.kind, report.service) == ("other", kind, None)
    assert report.warnings[0].startswith(what)


def test_a_report_on_adults_is_told_by_its_words_where_its_title_is_lost() -> None:
    report = understand(document(f"{ADULT_WORDS}\n{BODY}", markdown=True), allow_other=True)
    assert report.kind == "adult_probation"


def test_what_speaks_of_neither_youth_justice_nor_probation_is_refused_all_the_same() -> None:
    with pytest.raises(NotAReport, match=r"youth justice named 0 times\)\. Give a report of one"):
        understand(document("Minutes of the parish\n\n1. Staff\n\nNobody came.\n"), allow_other=True)


def test_an_inspection_stays_one_where_others_are_allowed() -> None:
    report = understand(document(letter()), allow_other=True)
    assert (report.programme, report.kind) == ("short_quality_screening", "inspection")


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Our annual report 2019", id="annual"),
        pytest.param("Read our thematic reports", id="thematic"),
    ],
)
def test_a_title_that_names_one_service_decides(line: str) -> None:
    text = report_text(frameworks()["2018"], front=f"{TITLE}\n{line}\n")
    assert understand(document(text)).programme == "2018"


def test_sections_are_told_by_general_headings_and_the_rest_are_chapters() -> None:
    report = understand(document(of("A thematic inspection of schools"), markdown=True), allow_other=True)
    assert outline(report) == [
        "front",
        "foreword",
        "overall_findings",
        "overall_findings",
        "recommendations",
        "introduction",
        "chapter",
        "chapter",
        "glossary",
    ]
    assert (report.expected, report.missing) == ((), ())
    assert report.year == 2022


def test_findings_are_read_and_nothing_is_rated() -> None:
    report = understand(document(of("A thematic inspection of schools"), markdown=True), allow_other=True)
    framework = frameworks()[report.programme]
    found = findings.extract(report, framework, WordJudge())
    assert [(f.kind, f.text) for f in found] == [
        ("key_finding", "Children were too often without a school."),
        ("key_finding", "Teachers were good at what they did."),
        ("recommendation", "find a school for every child"),
        ("narrative", "Boards seldom looked at what schools said."),
        ("narrative", "Figures were late in four of the six services."),
    ]
    assert found[2].addressee == "The Department for Education"
    assert {(f.domain, f.standard_id) for f in found} == {(None, None)}
    assert ratings.read_scores(report, framework) == Scores()


def test_chapters_of_plain_text_are_short_lines_over_prose() -> None:
    text = f"""A thematic inspection of schools

HM Inspectorate of Probation

Foreword

{FOREWORD}
Recommendations

The youth justice service should buy a boat.

1. Introduction

{prose(1)}
2. Leadership

{prose(1)}
Work with families

{prose(1)}"""
    report = understand(document(text), allow_other=True)
    assert [s.heading for s in report.sections if s.kind == "chapter"] == ["Leadership", "Work with families"]
