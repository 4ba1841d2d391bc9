"""`yosnlp codebook`: all themes, or all of one."""

import pytest

from tests.cli.conftest import Run


def test_all_themes_by_group_with_rules_and_polarity(run: Run) -> None:
    printed = run("codebook").stdout
    for part in (
        "Codebook, version 1: 3 themes\n",
        "\nChildren's needs\n\n  ete: Education, training and employment\n",
        "    What it is.\n    include: schools; colleges\n",
        "\nRules\n  Victims of crime, also complete strangers - victims.\n",
        "\nPolarity\n  strength: Done well.\n",
    ):
        assert part in printed


def test_one_theme_with_the_rules_that_name_it(run: Run) -> None:
    assert run("codebook", "victims").stdout == (
        "victims: Victims\n"
        "  group: Victims and panels\n"
        "  What it is.\n"
        "  include: a thing in\n"
        "  exclude: reparation\n"
        "  rule: Victims of crime, also complete strangers - victims.\n"
    )


def test_a_rule_that_only_holds_the_letters_of_a_theme_is_not_its_own(run: Run) -> None:
    assert "rule:" not in run("codebook", "ete").stdout


@pytest.mark.parametrize("given", ["ETE", "oocd-decision-making"])
def test_case_and_dashes_do_not_matter(run: Run, given: str) -> None:
    assert run("codebook", given).exit_code == 0


def test_an_unknown_theme(run: Run) -> None:
    outcome = run("codebook", "victm")
    assert outcome.exit_code == 2
    assert outcome.stderr == (
        "yosnlp: theme 'victm' is not known. Did you mean victims? Known: ete, victims, oocd_decision_making.\n"
    )
