"""`yosnlp ratings`: what is printed beside what was recomputed."""

from dataclasses import replace

import pytest

from tests.cli.conftest import Pipeline, Run
from tests.exchange.made import rating, results, scores, tagged
from yosnlp.cli.ratings import RatingLine, question_lines, rating_lines
from yosnlp.records import Rating, Reconciliation, Scores


def lines(made: Rating, *checks: Reconciliation) -> list[RatingLine]:
    return rating_lines(replace(tagged(), scores=Scores(ratings=(made,), reconciliations=checks)))


@pytest.mark.parametrize(
    ("agrees", "discretion", "expected"),
    [
        pytest.param(True, False, "agrees", id="agrees"),
        pytest.param(True, True, "agrees", id="agrees though marked"),
        pytest.param(False, True, "discretion", id="discretion"),
        pytest.param(False, False, "differs", id="differs"),
        pytest.param(None, True, "not checked", id="figures missing"),
    ],
)
def test_check(agrees: bool | None, discretion: bool, expected: str) -> None:
    made = rating("standard", "2.1", standard_id="2.1", value="Good", discretion=discretion)
    check = Reconciliation(level="standard", standard_id="2.1", published="Good", recomputed="Good", agrees=agrees)
    assert [line.check for line in lines(made, check)] == [expected]


def test_a_rating_that_nothing_was_recomputed_for() -> None:
    (line,) = lines(rating("overall", "Overall", value="Good"))
    assert (line.rating, line.recomputed, line.check) == ("Good", "", "not checked")


def test_a_score_in_per_cent_with_its_comment_stays_one() -> None:
    (line,) = lines(rating("score", "Overall", standard_id="safeguarding", percent=67, comment="MODERATE"))
    assert (line.rating, line.score) == ("MODERATE", "67%")


def test_what_the_report_does_not_print_is_shown_as_recomputed() -> None:
    assert rating_lines(tagged())[-1] == RatingLine(
        level="score", standard="", rating="", score="", recomputed="21", check="not checked", note=""
    )


def test_figures_of_key_questions_as_stated() -> None:
    assert [line.figure for line in question_lines(tagged())] == ["64%", "5 of 8", "1 of 8"]


def test_the_table(run: Run) -> None:
    outcome = run("ratings", "a.txt")
    assert outcome.exit_code == 0
    assert outcome.stdout.startswith("Marrowdale, 2018, 2019\n")
    (row,) = (line for line in outcome.stdout.splitlines() if "2.1 Assessment" in line)
    assert " ".join(row.split()) == (
        "standard 2.1 Assessment Requires improvement 1 Good discretion discretion: within five points"
    )
    assert "keep the child safe" not in outcome.stdout
    assert outcome.stderr == "yosnlp: a.txt: overall: stated once only\n"


def test_key_questions_on_request(run: Run) -> None:
    printed = run("ratings", "a.txt", "--questions").stdout
    assert "2.1.2" in printed
    assert "5 of 8" in printed


def test_report_text_is_neither_control_codes_nor_mark_up(run: Run, pipeline: Pipeline) -> None:
    odd = rating("standard", "2.1", standard_id="2.1", standard="[red]Plan\x1b[2Jning[/red]", value="Good")
    pipeline.outcome = results(replace(tagged(), scores=replace(scores(), ratings=(odd,))))
    printed = run("ratings", "a.txt").stdout
    assert "[red]Plan[2Jning[/red]" in printed
    assert "\x1b" not in printed
