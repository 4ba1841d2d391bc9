"""Key questions and prompts: the figure finds its question, and the question its id."""

from __future__ import annotations

import pytest

from tests.ratings.made import FRONT, STANDARDS, Reader, body

SAFE = "Does planning do enough to keep the child safe?"
PROSE = (
    "Planning had been done with the child in every one of the cases that were read in that week, and was done well, "
    "with a plan on a single sheet.\n\n"
)


def _with(under: str, standard: str = "2.2") -> str:
    """A report with ``under`` below the heading of a standard in the body."""
    heading = f"{standard}. {STANDARDS[standard]}"
    return FRONT.format(foreword="") + body().replace(f"{heading}\n", f"{heading}\n\n{under}\n\n")


PERCENTS = {
    "same line": f"{SAFE} 68%",
    "with a space": f"{SAFE} 68 %",
    "in words": f"{SAFE}\n\n68 per cent",
    "next line": f"{SAFE}\n68%",
    "after blank lines": f"{SAFE}\n\n \n\n68%",
    "numbered": f"2.2.2. {SAFE} 68%",
    "broken over lines": "2.2.2. Does planning do enough\n\nto keep the child safe?\n\n68%",
    "without its question mark": "Does planning do enough to keep the child safe 68%",
    "after a page with its footer": f"{SAFE}\n\nInspection of youth offending services: Exbourne 29\n\f\n68%",
    "before a footer on its line": f"{SAFE}\n\n68% Inspection of youth offending services: Exbourne 29",
    "pipe table": f"| {SAFE} | 68% |",
    "tabs": f"2.2.2. {SAFE}\t68%",
    "HTML row": f"<tr><td>{SAFE}</td><td>68%</td></tr>",
}


@pytest.mark.parametrize("row", PERCENTS.values(), ids=PERCENTS)
def test_a_percentage_finds_its_question(row: str, reader: Reader) -> None:
    read = reader(_with(f"Standards and key questions Rating and % yes\n\n{row}"), ".md" if "|" in row else ".txt")
    assert read.figures == {"2.2.2": 68}
    question = read.scores.key_questions[0]
    assert question.question.rstrip("?") == SAFE.rstrip("?")
    assert question.matter == "child_safety"
    where = read.report.document.text[question.start : question.end]
    assert where.startswith("Does planning")
    assert where.rstrip().endswith(("%", "cent"))


def test_the_end_of_a_question_may_come_behind_its_figure(reader: Reader) -> None:
    rows = "2.2.2. Does planning keep the child safe with its\n\n68%\n\nparents?\n\n2.2.3. Are other people safe? 70%"
    read = reader(_with(f"Standards and key questions Rating and % yes\n\n{rows}"))
    assert read.figures == {"2.2.2": 68, "2.2.3": 70}
    assert read.scores.key_questions[0].question == "Does planning keep the child safe with its parents?"


def test_questions_take_the_ids_of_the_programme_in_any_order(reader: Reader) -> None:
    rows = [
        "Does planning do enough to keep other people safe? 61%",
        "Does planning do enough to support desistance? 90%",
        "Does planning do enough to keep the child or young person safe? 75%",
    ]
    assert reader(_with("\n\n".join(rows))).figures == {"2.2.1": 90, "2.2.2": 75, "2.2.3": 61}


def test_the_one_question_in_other_words_is_the_one_that_is_left(reader: Reader) -> None:
    rows = [
        "Does planning support desistance? 90%",
        "Is the child protected by the plan? 75%",
        "Are other people safe? 61%",
    ]
    assert reader(_with("\n\n".join(rows))).figures == {"2.2.1": 90, "2.2.2": 75, "2.2.3": 61}


def test_a_question_that_no_key_question_fits_is_reported_and_left_out(reader: Reader) -> None:
    read = reader(_with("Does planning support desistance? 90%\n\nIs the plan short? 75%"))
    assert read.figures == {"2.2.1": 90}
    assert "standard 2.2: not a known key question in standard: 'Is the plan short?'" in read.scores.warnings


TABLE = """Of the 6 cases inspected: Relevant cases
Number ‘Yes’

Does planning do enough to support desistance?

6 5

Does planning do enough to keep the child safe? 6 4

Does planning do enough to keep other people safe?
5 3

"""


def _over(question: str) -> str:
    return f"{question}\n\nOf the 6 cases inspected:\nRelevant\n\ncases\n\nNumber\n\n‘Yes’\n\n"


def test_relevant_cases_come_before_the_number_of_yes(reader: Reader) -> None:
    read = reader(_with(TABLE))
    assert read.figures == {"2.2.1": (6, 5), "2.2.2": (6, 4), "2.2.3": (5, 3)}


def test_a_key_question_asked_again_is_the_heading_of_its_prompts(reader: Reader) -> None:
    prompts = (
        _over("Does planning do enough to support desistance?")
        + "Does it say what would support desistance?\n\n6 6\n\nIs the child heard? 6 5\n\n"
        + _over(SAFE)
        + "Is there a plan for the safety\nof other people, should it come to that? 4 3\n\n"
    )
    read = reader(_with(TABLE + PROSE + prompts))
    assert {i: f for i, f in read.figures.items() if i.count(".") == 3} == {
        "2.2.1.1": (6, 6),
        "2.2.1.2": (6, 5),
        "2.2.2.1": (4, 3),
    }
    levels = [q.level for q in read.scores.key_questions]
    assert levels == ["key_question", "prompt", "prompt", "key_question", "prompt", "key_question"]
    assert next(q.matter for q in read.scores.key_questions if q.question_id == "2.2.2.1") == "child_safety"


def test_a_figure_whose_question_was_lost_keeps_its_place_among_the_prompts(reader: Reader) -> None:
    prompts = _over(SAFE) + "Are risks named?\n\n6 6\n\n6 4\n\nIs there a fallback?\n\n6 5\n\n"
    read = reader(_with(TABLE + PROSE + prompts))
    assert [read.figures[f"2.2.2.{n}"] for n in (1, 2, 3)] == [(6, 6), (6, 4), (6, 5)]
    assert "prompt 2.2.2.2: the figure has no question beside it" in read.scores.warnings


def test_a_table_of_prompts_whose_heading_was_lost_goes_by_its_order_and_is_reported(reader: Reader) -> None:
    lost = "Of the 6 cases inspected: Relevant cases\nNumber ‘Yes’\n\nIs the child heard?\n\n6 5\n\n"
    read = reader(_with(TABLE + PROSE + lost + _over(SAFE) + "Are risks named?\n\n6 6\n\n"))
    assert read.figures["2.2.1.1"] == (6, 5)
    assert read.figures["2.2.2.1"] == (6, 6)
    assert any("taken by its order to belong to 2.2.1" in w for w in read.scores.warnings)


def test_the_stem_may_stand_in_the_head_of_the_table(reader: Reader) -> None:
    names = {"1.1": "Governance and leadership", "1.2": "Staffing", "1.3": "Partnerships and services"}
    names |= {"2.1": "Assessing", "2.2": "Planning", "2.3": "Delivering"}
    stem = "| Does planning sufficiently focus on how to: | % yes |\n|---|---|\n"
    asked = {
        "achieve positive change for the child?": "81%",
        "keep the child safe?": "76%",
        "keep communities safe?": "71 %",
    }
    rows = "".join(f"| {question} | {figure} |\n" for question, figure in asked.items())
    text = body(None, names).replace("2.2. Planning\n", f"2.2. Planning\n\n{stem}{rows}\n")
    read = reader(FRONT.format(foreword="") + text, ".md", programme="2025")
    assert read.figures == {"2.2.1": 81, "2.2.2": 76, "2.2.3": 71}
    assert read.scores.key_questions[1].question == "Does planning sufficiently focus on how to: keep the child safe?"
    assert [q.matter for q in read.scores.key_questions] == ["positive_change", "child_safety", "others_safety"]


NO_FIGURES = {
    "question in prose": "Does planning keep the child safe? 76% of parents thought so, and we agree with them.",
    "prose about a share": "Planning was good in 80 per cent of cases.",
    "question over prose": f"{SAFE}\n\n{PROSE}80%",
    "impossible percentage": f"{SAFE} 680%",
    "more yes than relevant": f"{SAFE}\n\n4 6",
}


@pytest.mark.parametrize("under", NO_FIGURES.values(), ids=NO_FIGURES)
def test_other_figures_are_not_those_of_a_key_question(under: str, reader: Reader) -> None:
    assert reader(_with(under)).figures == {}


def test_figures_that_differ_between_body_and_annex_are_reported(reader: Reader) -> None:
    annex = f"Annex 2: Inspection results\n\n2. Court disposals\n\n2.2. Planning\n\n2.2.2. {SAFE}\n\n86%\n"
    read = reader(_with(f"{SAFE} 68%") + annex)
    assert read.figures == {"2.2.2": 68}
    assert "key question 2.2.2: 68% in standard, 86% in results" in read.scores.warnings
