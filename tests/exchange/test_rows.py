"""Rows hold the design's columns, in its order, and nothing that the report does not state."""

from dataclasses import replace

import pytest

from tests.exchange.made import THEMES, question, rating, scores, tagged
from yosnlp.exchange.jsonl import finding_records
from yosnlp.exchange.rows import FINDINGS, KEY_QUESTIONS, RATINGS, folded, key_question_rows, rating_rows
from yosnlp.exchange.tables import Value
from yosnlp.records import KeyQuestion, Rating, Reconciliation, Scores

DESIGN = {
    "findings": "finding_id, report_id, source_file, service, programme, year, domain, standard_id, standard, kind, "
    "polarity, polarity_origin, polarity_confidence, themes, theme_scores, evidence, text, start, end, page, "
    "quantity_share, quantity_n, quantity_total, repeat_of, rating, rating_points, lowest_key_question_percent, "
    "overall_rating, overall_score",
    "ratings": "report_id, service, programme, year, level, standard_id, standard, rating, points, percent, comment, "
    "discretion, start, end, page",
    "key_questions": "report_id, standard_id, question_id, level, question, percent, yes, relevant, start, end, page",
}


@pytest.mark.parametrize(
    ("table", "columns", "rows"),
    [
        pytest.param("findings", FINDINGS, list(map(folded, finding_records(tagged(), THEMES))), id="findings"),
        pytest.param("ratings", RATINGS, list(rating_rows(tagged())), id="ratings"),
        pytest.param("key_questions", KEY_QUESTIONS, list(key_question_rows(tagged())), id="key questions"),
    ],
)
def test_columns_are_those_of_the_design(table: str, columns: tuple[str, ...], rows: list[dict[str, Value]]) -> None:
    assert ", ".join(columns) == DESIGN[table]
    assert rows
    assert all(tuple(row) == columns for row in rows)


def row(number: int = 0, of: Scores | None = None) -> dict[str, Value]:
    return [folded(r) for r in finding_records(replace(tagged(), scores=of or scores()), THEMES)][number]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("source_file", "in/marrowdale.txt"),
        ("service", "Marrowdale"),
        ("year", 2019),
        ("domain", "court"),
        ("standard", "Assessment"),
        ("themes", "ete;victims"),
        ("theme_scores", "ete=0.50;victims=0.99"),
        ("evidence", "ete: tutors visited | victims: Victims’ wishes"),
        ("page", 1),
        ("quantity_share", 0.6667),
        ("quantity_n", None),
        ("polarity_confidence", None),
        ("rating", "Requires improvement"),
        ("rating_points", 1),
        ("lowest_key_question_percent", 62.5),
        ("overall_rating", "Good"),
        ("overall_score", 21),
    ],
    ids=lambda value: str(value)[:30],
)
def test_a_finding_of_a_standard(column: str, value: Value) -> None:
    assert row()[column] == value


@pytest.mark.parametrize("column", ["domain", "standard_id", "standard", "rating", "lowest_key_question_percent"])
def test_a_finding_of_no_standard_has_no_rating(column: str) -> None:
    assert row(1)[column] is None


def test_a_finding_points_to_the_one_that_it_repeats_and_to_its_page() -> None:
    assert (row(1)["repeat_of"], row(1)["page"]) == ("marrowdale-1", 2)


@pytest.mark.parametrize(
    ("printed", "recomputed", "expected"),
    [
        pytest.param(rating("score", "Overall: Good", points=20), "21", 20, id="the printed total comes first"),
        pytest.param(None, "21", 21, id="recomputed where none is printed"),
        pytest.param(None, None, None, id="unknown where neither is"),
        pytest.param(
            rating("score", "Overall: Good", standard_id="safeguarding", percent=67),
            None,
            None,
            id="per cent is no total",
        ),
    ],
)
def test_overall_score(printed: Rating | None, recomputed: str | None, expected: int | None) -> None:
    check = Reconciliation(level="score", standard_id=None, published=None, recomputed=recomputed, agrees=None)
    of = Scores(ratings=(printed,) if printed else (), reconciliations=(check,))
    assert row(of=of)["overall_score"] == expected


@pytest.mark.parametrize(
    ("questions", "expected"),
    [
        pytest.param([question("2.1.1", "safe", percent=70)], 70.0, id="one"),
        pytest.param(
            [question("2.1.1", "safe", percent=70), question("2.1.2", "safe", yes=1, relevant=3)], 33.3, id="lowest"
        ),
        pytest.param([question("2.1.1", "safe", yes=0, relevant=0)], None, id="no relevant case"),
        pytest.param([question("2.1.1", "safe", level="prompt", percent=9)], None, id="a prompt does not count"),
        pytest.param([question("2.2.1", "safe", standard_id="2.2", percent=9)], None, id="nor another standard"),
    ],
)
def test_lowest_key_question(questions: list[KeyQuestion], expected: float | None) -> None:
    assert row(of=Scores(key_questions=tuple(questions)))["lowest_key_question_percent"] == expected


def test_a_theme_that_the_codebook_does_not_order_comes_last() -> None:
    assert folded(next(finding_records(tagged(), ["victims"])))["themes"] == "victims;ete"


def test_a_rating_says_where_it_stands_and_that_it_is_discretion() -> None:
    row = list(rating_rows(tagged()))[1]
    assert (row["rating"], row["points"], row["discretion"], row["page"]) == ("Requires improvement", 1, True, 1)
