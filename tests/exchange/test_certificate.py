"""The certificate says of each input what was read of it, and of each unread one why."""

from dataclasses import replace
from typing import Any

from tests.exchange.made import LABELS, TEXT, document, report, results, tagged
from yosnlp.exchange.certificate import certificate, run
from yosnlp.records import Certificate, Provenance, Remark, TaggedReport, Tally, Unread


def entry(of: TaggedReport | None = None) -> dict[str, object]:
    (only,) = certificate([of or tagged()])["reports"]  # type: ignore[misc]
    return only  # type: ignore[has-type, no-any-return]


def test_the_file() -> None:
    said = entry()
    assert said["source"] == "in/marrowdale.txt"
    assert said["sha256"] == "ab" * 32
    assert said["pages"] == 2
    assert said["characters"] == len(TEXT)
    assert said["characters_hidden"] == {"page_header": 5}


def test_pages_are_unknown_where_the_file_marks_none() -> None:
    unpaged = replace(report(), document=replace(document(), pages=()))
    assert entry(replace(tagged(), report=unpaged))["pages"] is None


def test_the_standards_that_the_report_should_hold_and_those_that_it_lacks() -> None:
    partial = replace(report(), expected=("2.1", "2.2"), missing=("2.2",))
    assert entry(replace(tagged(), report=partial))["standards"] == {"expected": ["2.1", "2.2"], "missing": ["2.2"]}


def test_findings_of_every_kind_are_counted_and_what_enters_counts_is_said() -> None:
    assert entry()["findings"] == {
        "key_finding": 0,
        "strength": 1,
        "area_for_improvement": 1,
        "recommendation": 0,
        "narrative": 0,
        "practice_example": 1,
        "repeats": 1,
        "counted": 1,
    }


def test_ratings_questions_and_sections_are_counted() -> None:
    assert entry()["ratings"] == {"overall": 1, "standard": 1}
    assert entry()["key_questions"] == {"key_question": 2, "prompt": 1}
    assert entry()["sections"] == {"domain": 1, "ratings": 1, "standard": 2}


def test_reconciliations_and_warnings_of_both_steps() -> None:
    checks = entry()["reconciliations"]
    assert isinstance(checks, list)
    assert checks[0]["recomputed"] == "Good"
    assert entry()["warnings"] == [
        "standard 2.2 Planning: no section in the body of the report",
        "overall: stated once only",
    ]


def test_inputs_that_were_not_read() -> None:
    empty = Unread(source="in/empty.txt", reason="holds no text")
    twice = Unread(source="in/again.txt", reason="read once", repeated=True)
    said = certificate([tagged(), empty, twice])
    assert (said["reports_read"], said["inputs_unread"]) == (1, 2)
    assert said["unread"] == [
        {"source": "in/empty.txt", "reason": "holds no text", "repeated": False, "grade": "failed"},
        {"source": "in/again.txt", "reason": "read once", "repeated": True, "grade": None},
    ]


def test_the_grade_and_what_it_rests_on() -> None:
    remark = Remark(
        code="missing_section", says="Standard 2.2 Planning has no section.", page=2, offset=90, section="2."
    )
    given = Certificate(
        grade="partial",
        reasons=(remark,),
        body=8,
        in_findings=6,
        sections=Tally(expected=("2.1", "2.2"), found=("2.1",)),
    )
    said = entry(replace(tagged(), certificate=given))
    assert said["grade"] == "partial"
    held: Any = said["certificate"]
    assert held["reasons"] == (
        {"code": "missing_section", "says": remark.says, "page": 2, "offset": 90, "section": "2."},
    )
    assert held["sections"] == {"expected": ("2.1", "2.2"), "found": ("2.1",), "missing": ("2.2",)}
    assert held["share_in_findings"] == 0.75
    assert "grade" not in held


def test_run_says_who_wrote_it_and_holds_all_of_the_provenance() -> None:
    made = run(results().provenance, LABELS)
    assert made["written_by"] == "yosnlp"
    assert set(Provenance.__dataclass_fields__) < set(made)


def test_what_the_report_says_of_itself_unknown_is_null() -> None:
    told = replace(report(), isbn="978-1-99994-207-6", samples={"court_cases": 30}, published=None)
    said = entry(replace(tagged(), report=told))
    assert said["isbn"] == "978-1-99994-207-6"
    assert said["samples"] == {"court_cases": 30}
    assert said["published"] is None
    assert (said["fieldwork"] is None) == (told.fieldwork is None)
