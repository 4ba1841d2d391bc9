"""Every count in the page is that of the tables."""

from __future__ import annotations

from collections import Counter

import pytest

from benchmarks.synthetic import synthetic
from tests.analysis.made import made, report, said
from tests.report.pages import TABLES, carried, page_of, section, text_of
from yosnlp import analysis
from yosnlp.report import anchors
from yosnlp.tables import Tables


@pytest.fixture(params=["by hand", "synthetic"])
def tables(request: pytest.FixtureRequest) -> Tables:
    return TABLES if request.param == "by hand" else synthetic(6, findings=25)


@pytest.mark.parametrize(
    ("heading", "n", "total"),
    [("reports", "reports", "reports_in_scope"), ("findings", "findings", "findings_in_scope")],
    ids=["inspections", "findings"],
)
def test_the_tables_behind_the_charts_are_the_frequency(tables: Tables, heading: str, n: str, total: str) -> None:
    table = section(page_of(tables), "themes").xpath(".//table")[0 if heading == "reports" else 1]
    shown = {
        (row.get("data-theme"), row.get("data-polarity")): tuple(
            int(cell.text_content().replace(",", "")) for cell in row.xpath("./td")[:2]
        )
        for row in table.xpath(".//tr[@data-theme]")
    }
    frame = analysis.frequency(tables)
    keys = zip(frame["theme"], frame["polarity"], strict=True)
    assert shown == dict(zip(keys, zip(frame[n], frame[total], strict=True), strict=True))


def test_heat_maps_hold_each_strength_and_each_area_for_improvement_once(tables: Tables) -> None:
    found = carried(tables)
    sides = found[found["polarity"].isin(("strength", "area_for_improvement"))]
    maps = page_of(tables).xpath("//table[contains(@class, 'heat')]")
    cells = [int(text_of(cell)) for heat in maps for cell in heat.xpath("./tbody/tr/td[not(@class='sum')]")]
    sums = [int(text_of(cell)) for heat in maps for cell in heat.xpath("./tbody/tr/td[@class='sum']")]
    assert sum(cells) == sum(sums) == len(sides)
    expected = Counter(
        f"#{anchors.of_cell(theme, side, programme, place or None)}"
        for theme, side, programme, place in zip(
            sides["themes"], sides["polarity"], sides["programme"], sides["standard_id"], strict=True
        )
    )
    assert {link.get("href"): int(link.text_content()) for heat in maps for link in heat.xpath(".//td/a")} == expected


def test_groups_of_quotations_say_how_many_findings_they_hold(tables: Tables) -> None:
    groups = page_of(tables).xpath("//details[@class='group']")
    assert sum(int(group.get("data-total")) for group in groups) == len(carried(tables))
    for group in groups:
        total, shown = int(group.get("data-total")), len(group.xpath(".//li"))
        assert text_of(group.find("summary")).endswith(f"{shown} of {total} shown") == (shown < total)


def test_what_was_read_is_told_with_what_is_left_out_of_figures() -> None:
    told = text_of(section(page_of(), "read"))
    assert "11 findings in 3 reports. Of these 9 enter the figures below." in told
    assert "1 single case quoted" in told
    assert "1 finding that the report had already said" in told
    assert "1 finding of those that count carry no theme" in told or "1 finding of those" in told


def test_ratings_stay_on_the_scale_of_their_programme() -> None:
    ratings = section(page_of(), "ratings")
    first, second = ratings.xpath(".//table")
    assert "Good (20 of 36)" in text_of(first)
    assert [text_of(cell) for cell in first.xpath(".//td[contains(@class, 'given')]//span[@class='unseen']")] == [
        *("Inadequate", "Good"),
        *("not rated", "not rated"),
    ]
    assert "none given" in text_of(second)


def test_commonest_themes_of_a_report_stand_with_their_findings() -> None:
    north = next(row for row in section(page_of(), "ratings").xpath(".//tbody/tr") if "Northmere, 2019" in text_of(row))
    strengths, improvements = (text_of(cell) for cell in north.xpath("./td")[-2:])
    assert strengths == "Education, training and employment (2)Victims (1)"
    assert improvements == "Victims (1)Out-of-court decisions (1)"


def test_pairs_are_those_of_the_cooccurrence() -> None:
    row = section(page_of(), "pairs").xpath(".//tbody/tr")[0]
    frame = analysis.cooccurrence(TABLES)
    pair = frame[frame["findings"] > 0].iloc[0]
    assert [text_of(cell) for cell in row[:5]] == [pair.label_a, pair.label_b, "1", "1", f"{pair.expected:.1f}"]


def test_small_numbers_are_marked() -> None:
    few = made(*(report(name, said("ete")) for name in "abcd"))
    many = made(*(report(name, said("ete")) for name in "abcde"))
    assert "small" in {text_of(row[-1]) for row in section(page_of(few), "themes").xpath(".//tr[@data-theme='ete']")}
    assert {text_of(row[-1]) for row in section(page_of(many), "themes").xpath(".//tr[@data-theme='ete']")} == {""}
