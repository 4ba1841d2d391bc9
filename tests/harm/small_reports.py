"""Small reports on invented services, as parts that can be written in any format: what bad files are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["title", "heading", "subheading", "paragraph", "item", "note"]


@dataclass(frozen=True, slots=True)
class Line:
    """A heading, paragraph, item or note."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, rows of cells."""

    rows: tuple[tuple[str, ...], ...]


Parts: TypeAlias = tuple[Line | Grid, ...]


def _lines(kind: Kind, *texts: str) -> tuple[Line, ...]:
    return tuple(Line(kind, text) for text in texts)


YOUTH_JUSTICE: Parts = (
    *_lines("title", "An inspection of youth offending services in Larkmoor", "HM Inspectorate of Probation"),
    *_lines("paragraph", "March 2021", "Fieldwork started December 2020"),
    *_lines("heading", "Foreword"),
    *_lines("paragraph", "Larkmoor youth offending service (YOS) is an invented one.¹ Its board meets each quarter."),
    *_lines("note", "1 The YOS was set up in 2009."),
    *_lines("heading", "Ratings"),
    Grid(
        (
            ("Overall rating", "Good"),
            ("1.", "Organisational delivery"),
            ("1.1", "Governance and leadership", "Outstanding"),
            ("1.2", "Staff", "Requires improvement"),
            ("2.", "Court disposals"),
            ("2.1", "Assessment", "Outstanding"),
            ("2.2", "Planning", "Good*"),
        )
    ),
    *_lines("heading", "1. Organisational delivery"),
    *_lines("paragraph", "We inspected the leadership of the service.", "Strengths:"),
    *_lines("item", "The board is well led.", "All staff are trained, and two-thirds (12 out of 18) are supervised."),
    *_lines("paragraph", "Areas for improvement:"),
    *_lines("item", "There is no police officer in the team.", "Data on girls are poor."),
    *_lines("subheading", "1.2. Staff"),
    *_lines("paragraph", "Staff were stretched. However, they knew the children well, and 54 per cent felt safe."),
    *_lines("heading", "2. Court disposals"),
    *_lines("subheading", "2.1. Assessment"),
    Grid(
        (
            ("Of the 18 cases inspected:", "Relevant cases", "Number 'Yes'"),
            ("Does assessment analyse well how to support the child's desistance?", "18", "15"),
            ("Does assessment analyse well how to keep the child safe?", "18", "12"),
        )
    ),
    *_lines("paragraph", "Most assessments were good: see the inspectorate's site, www.example.org/larkmoor."),
    *_lines("heading", "Recommendations"),
    *_lines("paragraph", "The YOS Management Board should:"),
    *_lines("item", "1. make sure that every child has a plan", "2. fill its vacancies."),
    *_lines("heading", "Annex 1: Methodology"),
    *_lines("paragraph", "We examined 18 court disposals."),
)

CASEWORK: Parts = (
    *_lines("title", "An inspection of youth justice services in Quenby", "HM Inspectorate of Probation"),
    *_lines("paragraph", "Published: 3 July 2025", "Fieldwork started: April 2025"),
    *_lines("heading", "Foreword (Back to top)"),
    *_lines("paragraph", "Quenby youth justice service works with 61 children [1] and with victims."),
    *_lines("heading", "Ratings (Back to top)"),
    Grid(
        (
            ("Quenby Youth Justice Service", ""),
            ("Overall rating", "Requires improvement"),
            ("1.1 Governance and leadership", "Good"),
            ("1.2 Staffing", "Requires improvement"),
            ("2.1 Assessing", "Good"),
            ("2.2 Planning", "Inadequate"),
            ("2.3 Delivering", "Outstanding"),
            ("V1 Work with victims", "Requires improvement"),
        )
    ),
    *_lines("heading", "Domain one: Organisational delivery"),
    *_lines("subheading", "1.1 Governance and leadership"),
    *_lines("item", "The chair knows what children need.", "The board does not hear from victims."),
    *_lines("heading", "Domain two: Work with children"),
    *_lines("subheading", "2.1 Assessing"),
    *_lines("paragraph", "Assessing was strong in 9 of 11 cases. It was weak on keeping communities safe."),
    *_lines("subheading", "2.2 Planning"),
    *_lines("paragraph", "Plans were late and children had no say in them."),
    *_lines("heading", "Victims", "V1 Work with victims"),
    *_lines("paragraph", "Victims of youth justice children hear from the youth justice service late."),
    *_lines("heading", "Footnotes"),
    *_lines("note", "[1] On the day that inspectors announced that they would come."),
)

CORE_CASE: Parts = (
    *_lines("title", "Core Case Inspection of youth offending work in England and Wales"),
    *_lines(
        "title",
        "HM Inspectorate of Probation",
        "Report on youth offending work in:",
        "Dunvale",
        "ISBN: 978-0-00-000000-2",
        "2011",
    ),
    *_lines("heading", "Foreword"),
    *_lines("paragraph", "Overall, this was a mixed picture, and the YOT knew it."),
    Grid(
        (
            ("", "Lowest", "Highest", "Average", "Scores for Dunvale"),
            ("'Safeguarding' work", "37%", "91%", "67%", "58%"),
            ("'Risk of Harm to others' work", "36%", "85%", "62%", "49%"),
        )
    ),
    *_lines("heading", "Scoring and Summary Table"),
    Grid(
        (
            ("Safeguarding score:", ""),
            ("Score: 58%", "Comment: SUBSTANTIAL improvement required"),
            ("Risk of Harm score:", ""),
            ("Score: 49%", "Comment: DRASTIC improvement required"),
        )
    ),
    *_lines("heading", "1. ASSESSMENT AND SENTENCE PLANNING", "OVERALL SCORE: 63%"),
    *_lines("subheading", "1.1 Risk of Harm to others (RoH):"),
    *_lines("paragraph", "Score: 57%", "Comment: SUBSTANTIAL improvement required", "Strengths:"),
    *_lines("item", "(1) An Asset was done in 31 of 36 cases.", "(2) Plans were reviewed."),
    *_lines("paragraph", "Areas for improvement:"),
    *_lines("item", "(1) Few of the RMPs were of sufficient quality."),
    *_lines("subheading", "1.2 Likelihood of Reoffending:"),
    *_lines("paragraph", "Score: 71%", "Comment: MODERATE improvement required"),
    *_lines("item", "The youth offending team knew each young person."),
    *_lines("subheading", "1.3 Safeguarding:"),
    *_lines("paragraph", "Most vulnerability plans came late, and youth offending managers had not seen them."),
)

#: All of them.
ALL: tuple[Parts, ...] = (YOUTH_JUSTICE, CASEWORK, CORE_CASE)
