"""Quotations: word for word, cited, spread over reports, and never without saying how many there are."""

from __future__ import annotations

import pytest

from benchmarks.synthetic import synthetic
from tests.analysis.made import made, report, said
from tests.report.pages import TABLES, page_of, text_of
from yosnlp.report import quotations as module
from yosnlp.report.quotations import quotations, spread
from yosnlp.report.wording import shown


@pytest.mark.parametrize("tables", [TABLES, synthetic(6, findings=25)], ids=["by hand", "synthetic"])
def test_every_quotation_is_word_for_word_the_finding_it_names(tables: object) -> None:
    texts = dict(zip(tables.findings["finding_id"], tables.findings["text"], strict=True))
    items = page_of(tables).xpath("//li[@data-finding]")
    assert items
    for item in items:
        assert item.find("blockquote").text_content() == shown(texts[item.get("data-finding")])


def test_a_quotation_is_cited_with_report_page_standard_and_rating() -> None:
    item = page_of().xpath("//li[@data-finding='north:0001']")[0]
    assert text_of(item.find("p")) == "Northmere, 2019, page 3. 2.1 Assessment: Good. Listed strength, north:0001"


def test_what_is_not_known_of_a_quotation_is_said() -> None:
    item = page_of().xpath("//li[@data-finding='west:0001']")[0]
    assert text_of(item.find("p")).startswith("Westcombe, page not marked. 1.1 Risk of Harm to others: not rated.")


@pytest.mark.parametrize(
    ("reports", "cap", "places"),
    [
        ([1, 1, 1, 1], 2, [0, 1]),
        ([1, 1, 1, 2, 3], 3, [0, 3, 4]),
        ([1, 1, 1, 2, 3], 4, [0, 1, 3, 4]),
        ([1, 2, 3, 4, 5, 6], 3, [0, 2, 4]),
        ([], 3, []),
        ([7], 3, [0]),
    ],
    ids=["one report", "each report first", "then the second of the first", "too many reports", "none", "fewer"],
)
def test_quotations_are_spread_over_reports(reports: list[int], cap: int, places: list[int]) -> None:
    assert spread(reports, cap) == places


def test_the_cap_is_stated_in_the_group() -> None:
    many = made(report("north", *(said("ete", text=f"Tutor {i} came.") for i in range(14))))
    group = page_of(many, cap=4).xpath("//details[@class='group']")[0]
    assert text_of(group.find("summary")) == "2.1 Assessment 14 findings in 1 report, 4 of 14 shown"
    assert len(group.xpath(".//li")) == 4


def test_the_surest_findings_of_a_report_are_quoted() -> None:
    unsure = {"theme_scores": {"ete": 0.5}}
    tables = made(report("north", said("ete", text="Unsure.", **unsure), said("ete", text="Sure.")))
    (theme,) = quotations(tables, cap=1).themes
    assert [q.text for q in theme.sides[0].groups[0].shown] == ["Sure."]


def test_fewer_are_quoted_where_the_page_would_get_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "ROOM", 900)
    many = made(report("north", *(said("ete", text=f"Tutor {i} came.") for i in range(14))))
    made_up = quotations(many)
    assert (made_up.cap, made_up.wanted, made_up.shown, made_up.total) == (3, 10, 3, 14)
    assert "10 would have made this file too large to mail" in text_of(page_of(many).get_element_by_id("quotes"))


def test_findings_outside_of_a_themes_scope_are_quoted_and_told() -> None:
    rated = {"programme": "core_case_inspection"}
    tables = made(report("west", said("oocd_decision_making", standard_id="1.1"), **rated))
    tree = page_of(tables)
    row = tree.xpath("//tr[@data-theme='oocd_decision_making'][@data-polarity='strength']")[0]
    assert text_of(row[-1]).endswith("1 outside scope")
    assert tree.get_element_by_id(row.xpath(".//a")[0].get("href")[1:]) is not None
