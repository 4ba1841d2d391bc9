"""The page as a whole: one file, safe, the same each time, and plain on what there is not."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pandas as pd
import pytest

from tests.analysis.made import made, report, said
from tests.analysis.stand_in import vectors
from tests.report.pages import IMPROVE, LONG, TABLES, page_of, read, section, text_of
from yosnlp import analysis
from yosnlp.report.page import page
from yosnlp.tables import Tables

HTML = page(TABLES)
TREE = read(HTML)


def test_the_same_tables_give_the_same_bytes() -> None:
    assert page(TABLES).encode() == HTML.encode()


def test_every_link_leads_to_a_place_in_the_page() -> None:
    targets = {link.get("href") for link in TREE.xpath("//a")}
    assert targets
    assert all(target.startswith("#") for target in targets)
    assert targets <= {f"#{element.get('id')}" for element in TREE.xpath("//*[@id]")}


def test_no_place_has_the_name_of_another() -> None:
    ids = TREE.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_nothing_is_loaded_from_elsewhere() -> None:
    assert not TREE.xpath("//@src | //link | //img | //iframe | //object | //embed | //base")
    assert not re.search(r"url\(|@import", HTML)
    assert set(re.findall(r"https?://[^\"' <]+", HTML)) <= {
        "http://www.w3.org/2000/svg",
        "http://www.w3.org/1999/xlink",
    }
    (policy,) = TREE.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none';")


def test_report_text_is_text_and_never_mark_up() -> None:
    assert len(TREE.xpath("//script")) == 1
    assert "<script>alert('read')</script> & \"tutors\" <b>came</b>." in TREE.text_content()
    assert "in/torn <page>.pdf" in text_of(section(TREE, "read"))
    assert "dates: not <stated> in the report" in text_of(section(TREE, "read"))


def test_control_codes_are_shown_as_replaced() -> None:
    assert not re.search("[\x00-\x08\x0b\x0e-\x1f\x7f\u202a-\u202e]", HTML)
    assert "A bell\N{REPLACEMENT CHARACTER} rang, \N{REPLACEMENT CHARACTER}back to front" in TREE.text_content()


def test_headings_are_in_order_under_one_title() -> None:
    levels = [int(heading.tag[1]) for heading in TREE.xpath("//h1 | //h2 | //h3 | //h4 | //h5")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_tables_have_captions_and_headers_with_scopes() -> None:
    for table in TREE.xpath("//table"):
        assert text_of(table.find("caption"))
        assert all(header.get("scope") for header in table.xpath(".//th"))


def test_the_page_says_its_language_and_title() -> None:
    titled = page_of(title="Victims & <tutors>")
    assert TREE.get("lang") == "en-GB"
    assert text_of(titled.find(".//h1")) == text_of(titled.find(".//title")) == "Victims & <tutors>"


def test_each_bar_has_a_name_and_leads_to_its_quotations() -> None:
    bars = TREE.xpath("//*[local-name()='svg']//*[local-name()='a']")
    assert bars
    said_of = {bar.get("aria-label") for bar in bars}
    assert "Victims, Strengths: in 1 of 3 inspections, 1 of 9 findings. Go to the quotations." in said_of


def test_inputs_that_were_not_read_are_listed_with_the_reason() -> None:
    assert "in/torn <page>.pdf no text in it" in " ".join(text_of(section(TREE, "read")).split("Input Reason")).replace(
        ".pdfno", ".pdf no"
    )


def test_long_names_are_there_in_full() -> None:
    assert LONG in TREE.text_content()


def test_reports_of_one_service_and_year_are_told_apart() -> None:
    twice = made(report("a", said("ete"), service="Northmere"), report("b", said("ete"), service="Northmere"))
    assert {"Northmere, 2019 (a)", "Northmere, 2019 (b)"} <= set(re.findall(r"Northmere, 2019 \(.\)", page(twice)))


ALONE = made(report("north", said("ete"), said("victims", **IMPROVE)))


@pytest.mark.parametrize(
    ("tables", "heading", "told"),
    [
        (ALONE, "ratings", "No rating was found in this report."),
        (ALONE, "pairs", "No finding carries two themes."),
        (ALONE, "compared", "The reports were not compared."),
        (made(report("north", said())), "quotations", "No finding carries a theme, so there is nothing to quote."),
        (made(report("north", said())), "standards", "No finding carries a theme"),
        (made(report("north")), "read", "0 findings in 1 report."),
        (made(), "read", "0 findings in 0 reports."),
        (replace(ALONE, unread=()), "read", "Every input was read."),
    ],
    ids=["no ratings", "no pairs", "not compared", "no themes", "no map", "no findings", "no reports", "all read"],
)
def test_what_there_is_not_is_said_and_the_rest_is_done(tables: Tables, heading: str, told: str) -> None:
    tree = page_of(tables)
    assert told in text_of(section(tree, heading))
    assert "What this must not be used for" in text_of(section(tree, "method"))


def test_one_report_is_told_to_be_few() -> None:
    assert "There is one report only" in page(ALONE)
    assert "There is one report only" not in HTML


def test_inspections_of_a_service_are_set_side_by_side() -> None:
    tables = made(
        report("a", said("ete", text="Tutors were <late>.", **IMPROVE), service="Northmere"),
        report("b", said("ete", text="Tutors came."), service="Northmere", year=2021),
    )
    told = section(page_of(tables, comparison=analysis.compare(tables, vectors)), "compared")
    assert text_of(told.find(".//summary")) == "Turned into strengths: 1 finding"
    assert [text_of(quoted) for quoted in told.xpath(".//blockquote")] == ["Tutors were <late>.", "Tutors came."]
    assert "Earlier: Northmere, 2019 (2018 framework). Later: Northmere, 2021 (2018 framework)." in text_of(told)


def test_where_no_service_repeats_it_is_said() -> None:
    assert "No service has two reports here" in page(ALONE, comparison=pd.DataFrame())


@pytest.mark.parametrize(
    ("run", "told"),
    [
        ({"model": "mine"}, "This model does not ship with yosnlp"),
        ({"model": "../accurate"}, "This model does not ship with yosnlp"),
        ({"model": "accurate", "model_sha256": "0"}, "measured on another build of the model"),
        ({"model": "accurate", "model_sha256": "0"}, "Precision: of the themes assigned"),
        ({}, "This model does not ship with yosnlp"),
    ],
    ids=["a model of one's own", "a path", "another build", "scores all the same", "not known"],
)
def test_scores_are_those_of_the_models_card(run: dict[str, str], told: str) -> None:
    assert told in text_of(section(page_of(replace(TABLES, run=run)), "method"))
