"""Core Case Inspections: scores in per cent, and nothing that the text has lost."""

from __future__ import annotations

import pytest

from tests.ratings.made import Read, Reader

CRITERIA = {
    "1.1": "Risk of Harm to others",
    "1.2": "Likelihood of Reoffending",
    "1.3": "Safeguarding",
    "2.1": "Protecting the public by minimising Risk of Harm to others",
    "2.2": "Reducing the Likelihood of Reoffending",
    "2.3": "Safeguarding the child or young person",
    "3.1": "Achievement of outcomes",
    "3.2": "Sustaining outcomes",
}
SECTIONS = {
    "1": "ASSESSMENT AND SENTENCE PLANNING",
    "2": "DELIVERY AND REVIEW OF INTERVENTIONS",
    "3": "OUTCOMES",
}
SCORED = "| Score: | Comment: |\n| {percent}% | {comment} improvement required |\n"


def _report(
    criterion: str = "",
    section: str = "OVERALL SCORE: 61%",
    headline: str = "| Score: | Comment: |\n| 66% | MODERATE improvement required |",
) -> str:
    """A report whose criterion 1.2, section 1 and first headline stand as given."""
    lines = [
        "Core Case Inspection of youth offending work in England and Wales\n",
        "Report on youth offending work in:\n\nExbourne\n",
        "# Foreword\n",
        "Youth offending work is done by a Youth Offending Team of forty, and it fell. (12% of us sing.)\n",
        "| | Lowest | Highest | Average | Exbourne |\n|--|--|--|--|--|",
        "| 'Safeguarding' work (to protect the young person) | 41% | 90% | 69% | 66% |\n",
        "# Scoring and Summary Table\n",
        f"| Safeguarding score: | |\n| How much of it was done well. | |\n{headline}\n",
        f"| Public Protection – Risk of Harm score: | |\n{SCORED.format(percent=48, comment='SUBSTANTIAL')}",
    ]
    for number, name in CRITERIA.items():
        if number.endswith(".1"):
            score = section if number == "1.1" else "OVERALL SCORE: 70%"
            lines.append(f"# {number[0]}. {SECTIONS[number[0]]}\n\n{score}\n")
        scored = criterion if number == "1.2" else SCORED.format(percent=50 + int(number[2]), comment="SUBSTANTIAL")
        lines.append(f"| {number} {name}: | |\n| General Criterion: | |\n| It is done well. | |\n{scored}\n")
        lines.append("Strengths:\n\n(1) Work was good in 86% of the cases in which youth offending was talked about.\n")
    return "\n".join(lines)


def _criterion(read: Read) -> tuple[int | None, str | None] | None:
    rating = read.rating("1.2", "criterion")
    return (rating.percent, rating.comment) if rating else None


FORMS = {
    "two rows": "| Score: | Comment: |\n| 58% | MODERATE improvement required |",
    "one row": "| Score: 58% | Comment: MODERATE improvement required |",
    "score twice": "| Score: | Comment: |\n| 58% | 58% MODERATE improvement required |",
    "lines": "Score:\n\n58%\n\nComment:\n\nMODERATE improvement required",
    "lower case": "Score: 58 % Comment: moderate improvement required",
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_criterion_has_its_score_and_comment(form: str, reader: Reader) -> None:
    read = reader(_report(form), ".md")
    assert read.report.programme == "core_case_inspection"
    assert _criterion(read) == (58, "MODERATE")


def test_a_score_that_was_lost_is_missing_and_said(reader: Reader) -> None:
    read = reader(_report("| Score: | Comment: |"), ".md")
    assert _criterion(read) is None
    assert "criterion 1.2: score not found" in read.scores.warnings


def test_headlines_have_what_they_are_compared_to(reader: Reader) -> None:
    rating = reader(_report(), ".md").rating("safeguarding", "score")
    assert rating is not None
    assert (rating.percent, rating.comment, rating.comparison) == (66, "MODERATE", (41, 90, 69))


def test_a_headline_that_differs_between_tables_is_reported(reader: Reader) -> None:
    read = reader(_report(headline=SCORED.format(percent=67, comment="MODERATE")), ".md")
    (odd,) = [w for w in read.scores.warnings if w.startswith("safeguarding")]
    assert "67% in ratings" in odd
    assert "66% in foreword" in odd


def test_a_headline_that_is_not_there_is_said(reader: Reader) -> None:
    read = reader(_report(), ".md")
    assert read.rating("likelihood_of_reoffending", "score") is None
    assert "headline Likelihood of Reoffending: score not found" in read.scores.warnings


@pytest.mark.parametrize("line", ["OVERALL SCORE: 61%", "OVERALL SCORE:\n\n61%", "Overall score 61 %"])
def test_sections_have_their_overall_score(line: str, reader: Reader) -> None:
    rating = reader(_report(section=line), ".md").rating("1", "domain")
    assert rating is not None
    assert rating.percent == 61


def test_scores_are_never_turned_into_ratings(reader: Reader) -> None:
    read = reader(_report(), ".md")
    assert {r.level for r in read.scores.ratings} == {"score", "domain", "criterion"}
    assert all(r.value is None and r.points is None for r in read.scores.places)
    assert read.scores.reconciliations == ()
