"""Ratings of standards: every layout that reports use for the table, the headings and the annex."""

from __future__ import annotations

import pytest

from tests.ratings.made import FRONT, STANDARDS, Reader, body, table

PRINTED = {
    "1.1": "Good",
    "1.2": "GOOD",
    "1.3": "good",
    "1.4": "‘Outstanding’",
    "2.1": "REQUIRES IMPROVEMENT",
    "2.2": "Requires Improvement",
    "2.3": "Inadequate",
    "2.4": "inadequate",
    "3.1": "Outstanding",
    "3.2": "Good",
    "3.3": "“Good”",
    "3.4": "Not rated",
}
EXPECTED = {
    "1.1": "Good",
    "1.2": "Good",
    "1.3": "Good",
    "1.4": "Outstanding",
    "2.1": "Requires improvement",
    "2.2": "Requires improvement",
    "2.3": "Inadequate",
    "2.4": "Inadequate",
    "3.1": "Outstanding",
    "3.2": "Good",
    "3.3": "Good",
    "3.4": None,
}
ALL_GOOD = dict.fromkeys(STANDARDS, "Good")


def _rows(template: str) -> str:
    return "".join(template.format(n=n, name=STANDARDS[n], value=v) for n, v in PRINTED.items())


LAYOUTS = {
    "lines": (table(PRINTED), ".txt"),
    "lines without blank lines between": (table(PRINTED).replace("\n\n", "\n"), ".txt"),
    "name and rating on lines of their own": (_rows("{n} {name}\n\n{value}\n\n"), ".txt"),
    "pipe table in Markdown": ("| Standard | Rating |\n|---|---|\n" + _rows("| {n} {name} | {value} |\n"), ".md"),
    "pipe table in plain text": (_rows("| {n} {name} | {value} |\n"), ".txt"),
    "number in a column of its own": (_rows("{n}\t{name}\t{value}\t\n"), ".md"),
    "bold cells": (_rows("| **{n} {name}** | **{value}** |\n"), ".md"),
    "HTML rows, a line each": (f"<table>\n{_rows('<tr><td>{n} {name}</td><td>{value}</td></tr>')}\n</table>\n", ".md"),
    "HTML cells, a line each": (_rows("<tr>\n<td>{n} {name}</td>\n<td>{value}</td>\n</tr>\n"), ".md"),
}


@pytest.mark.parametrize(("rows", "suffix"), LAYOUTS.values(), ids=LAYOUTS)
def test_a_table_of_ratings_is_read_whatever_its_layout(rows: str, suffix: str, reader: Reader) -> None:
    heading = "## Ratings" if suffix == ".md" else "Ratings"
    read = reader(f"{FRONT.format(foreword='')}{heading}\n\n{rows}\n\n{body()}", suffix)
    assert read.values == EXPECTED


def test_a_rating_has_its_points_its_place_and_a_span_that_holds_it(reader: Reader) -> None:
    read = reader(FRONT.format(foreword="") + "Ratings\n\n" + table(PRINTED) + body())
    rating = read.rating("2.1")
    assert rating is not None
    assert (rating.points, rating.place, rating.standard) == (1, "ratings", "Assessment")
    assert read.words(rating) == "2.1 Assessment REQUIRES IMPROVEMENT"


def test_headings_of_the_body_and_results_of_the_annex_are_places_too(reader: Reader) -> None:
    annex = "Annex 2: Inspection results\n\n2. Court disposals\n\n2.1. Assessment\n\nIt is done with care.\n\nGood\n"
    read = reader(FRONT.format(foreword="") + body(ALL_GOOD) + annex)
    assert [p.place for p in read.scores.places if p.standard_id == "2.1"] == ["standard", "results"]


def test_rows_that_the_extraction_ran_together_are_told_apart(reader: Reader) -> None:
    rows = " ".join(f"{n} {STANDARDS[n]} Good" for n in ("1.1", "1.2", "1.3"))
    read = reader(f"{FRONT.format(foreword='')}Ratings\n\n{rows} Recommendations\n\n{body()}")
    assert read.values == {"1.1": "Good", "1.2": "Good", "1.3": "Good"}


def test_a_row_with_the_description_of_its_standard_is_read(reader: Reader) -> None:
    row = "2.1. Assessment It is made with the child. Requires improvement\n\n"
    read = reader(f"{FRONT.format(foreword='')}Ratings\n\n{row}{body()}")
    assert read.values == {"2.1": "Requires improvement"}


def test_a_number_decides_where_the_name_is_wrong_and_the_name_is_reported(reader: Reader) -> None:
    text = (
        FRONT.format(foreword="")
        + "Ratings\n\n"
        + table(ALL_GOOD).replace("3.4 Joint working", "3.4 Reviewing")
        + body()
    )
    read = reader(text)
    assert read.values["3.4"] == "Good"
    assert "standard 3.4: called 'Reviewing' in ratings, not 'Joint working'" in read.scores.warnings


@pytest.mark.parametrize("line", ["3. Out-of-court disposals Not rated", "3. Out-of-court disposals\n\nNot rated"])
def test_a_domain_that_was_not_rated_is_none_and_so_are_its_standards(line: str, reader: Reader) -> None:
    rated = {n: "Good" for n in STANDARDS if n < "3"}
    read = reader(f"{FRONT.format(foreword='')}Ratings\n\n{table(rated)}{line}\n\n{body()}")
    domain = read.rating("3", "domain")
    assert domain is not None
    assert domain.value is None
    assert set(read.values) == set(rated)
    assert not any("3.1" in w for w in read.scores.warnings)
    total = next(r for r in read.scores.reconciliations if r.level == "score")
    assert (total.recomputed, total.agrees, total.note) == (None, None, "no rating for 3.1, 3.2, 3.3, 3.4")


def test_a_rating_that_is_not_found_is_said_and_not_made_up(reader: Reader) -> None:
    read = reader(FRONT.format(foreword="") + body({n: "Good" for n in STANDARDS if n != "2.4"}))
    assert "2.4" not in read.values
    assert "standard 2.4 Reviewing: rating not found" in read.scores.warnings


NO_RATINGS = {
    "bands of key questions": "Few: <50% Inadequate\n\nSome: 50-64% Requires improvement\n",
    "points of the total": "0-6 Inadequate\n\n7-18 Requires improvement\n\n19-30 Good\n\n31-36 Outstanding\n",
    "points of a standard": "Score Rating (standard)\n\n0 Inadequate\n\n1 Requires improvement\n\n2 Good\n",
    "total under its label": "Total score Overall rating\n\n0 to 6 Inadequate\n\n7 to 18 Requires improvement\n",
    "label and words in cells": "| Score | Overall rating |\n| 19-30 | Good |\n",
    "prose": "A standard is Good if most of the cases are. We rated 2.1 in each of them, and 2.2 was outstanding.\n",
}


@pytest.mark.parametrize("method", NO_RATINGS.values(), ids=NO_RATINGS)
def test_the_scoring_rules_of_the_method_are_no_ratings(method: str, reader: Reader) -> None:
    read = reader(FRONT.format(foreword="") + body() + f"Annex 1: Methodology\n\nRatings explained\n\n{method}")
    assert read.scores.places == ()


def test_the_resettlement_standard_is_rated_apart(reader: Reader) -> None:
    names = STANDARDS | {
        "3.4": "Out-of-court disposal policy and provision",
        "4.1": "Resettlement policy and provision",
    }
    ratings = dict.fromkeys(names, "Good") | {"4.1": "Inadequate"}
    rows = "Exbourne YJS Score 24/36\n\nOverall rating Good\n\n" + table(ratings, names)
    read = reader(FRONT.format(foreword="") + "Ratings\n\n" + rows + body(None, names))
    assert read.report.programme == "2021"
    assert read.values["4.1"] == "Inadequate"
    assert len(read.values) == 13
    assert {r.level: r.agrees for r in read.scores.reconciliations} == {"score": True, "overall": True}


def test_no_resettlement_cases_is_no_missing_rating(reader: Reader) -> None:
    names = STANDARDS | {"3.4": "Out-of-court disposal policy and provision"}
    read = reader(FRONT.format(foreword="") + body(dict.fromkeys(names, "Good"), names), programme="2021")
    assert "4.1" not in read.values
    assert read.scores.warnings == ("overall rating: not found",)
