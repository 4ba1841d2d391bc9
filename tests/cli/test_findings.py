"""`yosnlp findings`: which findings of a report are printed, and how."""

import json
from dataclasses import replace

import pytest

from tests.cli.conftest import Pipeline, Run
from tests.exchange.made import results, tagged


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        pytest.param([], "123", id="all"),
        pytest.param(["--kind", "area-for-improvement"], "2", id="kind"),
        pytest.param(["--polarity", "strength"], "13", id="polarity"),
        pytest.param(["--theme", "ete"], "12", id="theme"),
        pytest.param(["--standard", "2.1"], "13", id="standard"),
        pytest.param(["--theme", "ETE", "--polarity", "strength"], "1", id="both"),
        pytest.param(["--limit", "2"], "12", id="limit"),
        pytest.param(["--theme", "oocd_decision_making"], "", id="weighed but not assigned"),
    ],
)
def test_filters(run: Run, filters: list[str], expected: str) -> None:
    outcome = run("findings", "a.txt", "--json", *filters)
    assert outcome.exit_code == 0
    found = [json.loads(line)["finding_id"] for line in outcome.stdout.splitlines()]
    assert found == [f"marrowdale-{n}" for n in expected]


def test_a_finding_with_its_place_and_themes(run: Run) -> None:
    outcome = run("findings", "a.txt", "--limit", 1)
    assert outcome.stdout == (
        "marrowdale-1  strength  strength  2.1 Assessment  page 1\n"
        "  themes: ete, victims\n"
        "  Victims’ wishes were weighed in two-thirds of cases, and tutors visited.\n"
        "\n"
    )


def test_a_repeat_says_of_what(run: Run) -> None:
    assert "page 2  repeats marrowdale-1\n" in run("findings", "a.txt", "--kind", "area_for_improvement").stdout


def test_no_match_is_said(run: Run) -> None:
    outcome = run("findings", "a.txt", "--kind", "recommendation")
    assert (outcome.exit_code, outcome.stdout) == (0, "")
    assert outcome.stderr == "yosnlp: no finding of this report fits\n"


@pytest.mark.parametrize(
    ("filters", "message"),
    [
        pytest.param(
            ["--kind", "strenght"], "--kind 'strenght' is not known. Did you mean strength? Known:", id="kind"
        ),
        pytest.param(["--theme", "victim"], "Did you mean victims? Known: ete, victims", id="theme by its letters"),
        pytest.param(["--theme", "employment"], "Did you mean ete? Known:", id="theme by its label"),
        pytest.param(["--polarity", "zzz"], "--polarity 'zzz' is not known. Known: strength, area", id="nothing near"),
        pytest.param(["--standard", "Planning"], "Did you mean 2.2? Known: 1.1", id="standard by its name"),
    ],
)
def test_unknown_values(run: Run, filters: list[str], message: str) -> None:
    outcome = run("findings", "a.txt", *filters)
    assert outcome.exit_code == 2
    assert message in outcome.stderr


def test_control_codes_of_a_report_do_not_reach_the_terminal(run: Run, pipeline: Pipeline) -> None:
    made = tagged()
    evil = replace(made.findings[0], text="Calm\x1b]0;owned\x07 \x9b2J\u202ework")
    pipeline.outcome = results(replace(made, findings=(evil,)))
    for option in ([], ["--json"]):
        printed = run("findings", "a.txt", *option).stdout
        assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(printed)
    assert "Calm]0;owned 2Jwork" in run("findings", "a.txt").stdout


def test_a_report_that_cannot_be_read(run: Run, pipeline: Pipeline) -> None:
    pipeline.outcome = results()
    outcome = run("findings", "a.txt")
    assert (outcome.exit_code, outcome.stderr) == (1, "yosnlp: a.txt: no such file. Check the path.\n")
