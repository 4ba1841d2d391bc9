"""`yosnlp check`: a grade for each file, its reasons, an exit status; on outcomes made by hand."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.conftest import Pipeline, Run
from tests.exchange.made import results, tagged
from yosnlp.records import Certificate, Remark, Tally, Unread

WHOLE = Certificate(
    grade="complete",
    warnings=(Remark(code="odd_rating", says="Standard 3.4: called otherwise.", page=2, offset=40, section="Ratings"),),
    ratings=Tally(expected=("overall", "2.1"), found=("overall", "2.1")),
    body=200,
    in_findings=190,
)
PART = replace(
    WHOLE,
    grade="partial",
    warnings=(),
    reasons=(
        Remark(code="missing_section", says="Standard 2.2 Planning has no section.", offset=90, section="2. \x1bCourt"),
    ),
)


@pytest.fixture
def outcomes(pipeline: Pipeline) -> None:
    whole = replace(tagged(), certificate=WHOLE)
    part = replace(tagged(), certificate=PART)
    pipeline.outcome = results(
        whole,
        replace(part, report=replace(part.report, document=replace(part.report.document, source="in/half.txt"))),
        unread=(
            Unread(source="in/empty.txt", reason="the file is empty. Check it."),
            Unread(source="in/again.txt", reason="the same report as in/marrowdale.txt, read once.", repeated=True),
        ),
    )


@pytest.fixture
def all_whole(pipeline: Pipeline) -> None:
    pipeline.outcome = results(replace(tagged(), certificate=WHOLE))


def test_each_file_has_a_grade_and_its_reasons_with_their_place(run: Run, outcomes: None) -> None:
    outcome = run("check", "in")
    for told in ("marrowdale.txt", "complete", "half.txt", "partial", "empty.txt", "failed", "again.txt", "repeated"):
        assert told in outcome.stdout
    assert "2 of 2" in outcome.stdout
    assert "95%" in outcome.stdout
    lines = [line.strip() for line in outcome.stdout.splitlines()]
    assert "in/half.txt: reason: Standard 2.2 Planning has no section. (in “2. Court”)" in lines
    assert "in/marrowdale.txt: warning: Standard 3.4: called otherwise. (page 2, in “Ratings”)" in lines
    assert "in/empty.txt: reason: the file is empty. Check it." in lines
    assert lines[-1] == "4 files: 1 complete, 1 partial, 1 failed, 1 repeated."


def test_exit_status_is_1_unless_all_are_complete(run: Run, outcomes: None) -> None:
    assert run("check", "in").exit_code == 1


def test_exit_status_is_0_where_all_are_complete(run: Run, all_whole: None) -> None:
    assert run("check", "in").exit_code == 0


def test_the_same_report_in_another_file_is_no_failure(run: Run, pipeline: Pipeline, all_whole: None) -> None:
    again = Unread(source="in/again.txt", reason="the same report as another, read once.", repeated=True)
    pipeline.outcome = results(replace(tagged(), certificate=WHOLE), unread=(again,))
    assert run("check", "in").exit_code == 0


def test_a_wrong_call_ends_with_2(run: Run, nothing_found: None, tmp_path: Path) -> None:
    assert run("check").exit_code == 2
    assert run("check", "in").exit_code == 2
    outcome = run("check", "in", "--to", tmp_path / "certificates.doc")
    assert outcome.exit_code == 2
    assert "ends in none of .csv, .xlsx" in outcome.stderr


def test_json_is_what_certificate_json_holds(run: Run, outcomes: None) -> None:
    outcome = run("check", "in", "--json")
    said = json.loads(outcome.stdout)
    assert (said["reports_read"], said["inputs_unread"]) == (2, 2)
    assert [entry["grade"] for entry in said["reports"]] == ["complete", "partial"]
    assert said["reports"][1]["certificate"]["reasons"][0]["code"] == "missing_section"
    assert [entry["grade"] for entry in said["unread"]] == ["failed", None]
    assert outcome.stderr.strip() == "4 files: 1 complete, 1 partial, 1 failed, 1 repeated."


def test_certificates_go_to_a_file(run: Run, outcomes: None, tmp_path: Path) -> None:
    assert "Certificates: " in run("check", "in", "--to", tmp_path / "out.json").stdout
    assert json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["reports_read"] == 2
    run("check", "in", "--to", tmp_path / "out.csv")
    files = (tmp_path / "out.csv").read_text(encoding="utf-8-sig").splitlines()
    assert files[0] == "file,grade,programme,service,pages,findings,ratings,in findings"
    assert [line.split(",")[1] for line in files[1:]] == ["complete", "partial", "failed", "repeated"]
    remarks = (tmp_path / "out_remarks.csv").read_text(encoding="utf-8-sig").splitlines()
    assert remarks[0] == "file,because,code,says,page,section,offset"
    assert len(remarks) == 5
