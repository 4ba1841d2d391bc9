from __future__ import annotations

import pytest

from yosnlp.frameworks import Framework
from yosnlp.ratings import link
from yosnlp.records import Finding, KeyQuestion, Link, Scores


def _finding(text: str, *, standard: str | None = None, domain: str | None = None) -> Finding:
    return Finding(
        id="exbourne:0001",
        report_id="exbourne",
        section=0,
        kind="key_finding",
        text=text,
        start=0,
        end=len(text),
        domain=domain,
        standard_id=standard,
    )


def _question(question_id: str, question: str, matter: str | None = None) -> KeyQuestion:
    return KeyQuestion(
        start=0,
        end=1,
        level="key_question" if question_id.count(".") == 2 else "prompt",
        standard_id=question_id[:3],
        question_id=question_id,
        question=question,
        matter=matter,
        percent=70,
    )


_QUESTIONS = (
    _question("2.2.1", "Is planning about desistance?", "desistance"),
    _question("2.2.1.1", "Are the wishes of the victim or victims heard?"),
    _question("2.2.1.2", "Is there a timetable?"),
    _question("2.2.2", "Is planning about keeping the child safe?", "child_safety"),
    _question("2.2.3", "Is planning about keeping other people safe?", "others_safety"),
    _question("2.3.3", "Is delivery about keeping other people safe?", "others_safety"),
)


def _links(finding: Finding, framework: Framework) -> list[Link]:
    return list(link([finding], framework, Scores(key_questions=_QUESTIONS)))


def _standards(finding: Finding, framework: Framework) -> list[tuple[str, str]]:
    return [(found.target_id, found.origin) for found in _links(finding, framework) if found.target == "standard"]


def test_a_finding_belongs_to_the_standard_in_whose_section_it_stands(framework: Framework) -> None:
    assert _standards(_finding("Tea was warm.", standard="2.2", domain="court"), framework) == [("2.2", "section")]


@pytest.mark.parametrize(
    ("text", "domain", "standard"),
    [
        pytest.param("The chair of the board came by boat.", "organisational", "1.1", id="one standard's words"),
        pytest.param("Caseloads were low, and training and supervision were kept up.", None, "1.2", id="whole report"),
        pytest.param("Training, supervision and the board were kept up.", "organisational", "1.2", id="more of one"),
        pytest.param("The ICT was slow.", "organisational", "1.4", id="abbreviation as printed"),
    ],
)
def test_a_finding_of_a_domain_or_report_belongs_to_the_standard_whose_words_it_uses(
    text: str, domain: str | None, standard: str, framework: Framework
) -> None:
    assert _standards(_finding(text, domain=domain), framework) == [(standard, "terms")]


@pytest.mark.parametrize(
    ("text", "domain"),
    [
        pytest.param("Tea was warm.", "organisational", id="no standard's words"),
        pytest.param("The board liked the premises.", "organisational", id="two standards level"),
        pytest.param("The chair of the board came by boat.", "court", id="words of another domain"),
        pytest.param("Somebody said it was predict-able.", "organisational", id="a term inside of a word"),
        pytest.param("It was ict-like and surfboarding.", "organisational", id="an abbreviation in lower case"),
    ],
)
def test_where_it_is_not_clear_there_is_no_link(text: str, domain: str, framework: Framework) -> None:
    assert _links(_finding(text, domain=domain), framework) == []


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        pytest.param("Planning to support desistance was good.", ["2.2.1"], id="desistance"),
        pytest.param("Too little was done for the child's safety.", ["2.2.2"], id="the child's safety"),
        pytest.param("Too little was done for the child’s safety.", ["2.2.2"], id="a curly apostrophe"),
        pytest.param("The risk of harm was not thought of.", ["2.2.3"], id="other people's safety"),
        pytest.param("Victims were asked.", ["2.2.1.1"], id="victims, by the prompt that asks about them"),
        pytest.param("Desistance and safeguarding were thought of.", ["2.2.1", "2.2.2"], id="two matters"),
        pytest.param("Tea was warm.", [], id="no matter"),
    ],
)
def test_a_finding_belongs_to_the_questions_of_its_standard_on_the_matter_that_it_names(
    text: str, questions: list[str], framework: Framework
) -> None:
    links = _links(_finding(text, standard="2.2", domain="court"), framework)
    assert [found.target_id for found in links if found.target != "standard"] == questions
    assert all(found.origin == found.target for found in links if found.target != "standard")


def test_a_link_names_its_finding_and_links_keep_the_order_of_the_findings(framework: Framework) -> None:
    findings = [
        _finding("Tea was warm.", standard="3.1"),
        _finding("Plans were short.", standard="2.2"),
    ]
    links = link(findings, framework, Scores(key_questions=_QUESTIONS))
    assert [(found.finding_id, found.target_id) for found in links] == [
        ("exbourne:0001", "3.1"),
        ("exbourne:0001", "2.2"),
    ]


def test_nothing_links_to_nothing(framework: Framework) -> None:
    assert link([], framework, Scores()) == ()
