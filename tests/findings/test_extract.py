from __future__ import annotations

from pathlib import Path

import pytest

from tests.findings.invented import WordJudge, found, in_standard, report_text, understood
from yosnlp import findings
from yosnlp.findings.drafts import Outline
from yosnlp.frameworks import frameworks
from yosnlp.text import view


def test_findings_stand_in_the_order_of_the_text_with_ids_that_count_them(tmp_path: Path) -> None:
    text = report_text({"3.2": "Plans were good. Reviews were late."}, overall="• Tea was warm.")
    all_found = found(text, tmp_path)
    assert [f.start for f in all_found] == sorted(f.start for f in all_found)
    assert [f.id for f in all_found] == [f"pellbrook:{n:04d}" for n in range(1, len(all_found) + 1)]


def test_a_finding_knows_its_section_domain_and_standard(tmp_path: Path) -> None:
    report = understood(report_text({"3.2": "Plans were good."}), tmp_path)
    all_found = findings.extract(report, frameworks()["2018"], WordJudge())
    (plan,) = in_standard(all_found, "3.2")
    section = report.sections[plan.section]
    assert (section.kind, section.standard_id, plan.domain) == ("standard", "3.2", "out_of_court")
    assert section.start <= plan.start < plan.end <= section.end


def test_a_sentence_that_says_both_becomes_two_findings_with_their_own_amounts(tmp_path: Path) -> None:
    section = "Plans were good in 17 of the 20 cases, but reviews were too late in three of the 18 cases."
    first, second = in_standard(found(report_text({"2.2": section}), tmp_path), "2.2")
    assert (first.text, first.polarity) == ("Plans were good in 17 of the 20 cases", "strength")
    assert (second.text, second.polarity) == (
        "but reviews were too late in three of the 18 cases.",
        "area_for_improvement",
    )
    assert [(q.n, q.total) for f in (first, second) for q in f.quantities] == [(17, 20), (3, 18)]


def test_items_of_lists_stay_whole(tmp_path: Path) -> None:
    item = "Plans were good in most cases, but reviews were too late."
    listed = [
        f for f in found(report_text(summaries={"2": f"Strengths:\n\n• {item}"}), tmp_path) if f.kind == "strength"
    ]
    assert [f.text for f in listed] == [item]


def test_amounts_point_into_the_file(tmp_path: Path) -> None:
    report = understood(report_text({"2.2": "Plans were good in 17 of\nthe 20 cases."}), tmp_path)
    (plan,) = in_standard(findings.extract(report, frameworks()["2018"], WordJudge()), "2.2")
    (amount,) = plan.quantities
    assert amount.words == "17 of the 20"
    assert report.document.text[amount.start : amount.end] == "17 of\nthe 20"


def test_the_same_report_gives_the_same_findings(tmp_path: Path) -> None:
    text = report_text({"2.2": "Plans were good, but reviews came late."}, overall="• Tea was warm.")
    assert found(text, tmp_path) == found(text, tmp_path)


@pytest.mark.parametrize("number", ["1.1", "2.3", "3.4"])
def test_the_outline_gives_the_innermost_section_and_those_above_it(number: str, tmp_path: Path) -> None:
    report = understood(report_text({number: "Plans were kept in a box."}), tmp_path)
    outline = Outline(report)
    (block,) = [b for b in report.document.blocks if "box" in view(report.document, b.start, b.end).text]
    above = outline.above(outline.innermost(block))
    assert [s.kind for s in above] == ["standard", "domain"]
    assert above[0].standard_id == number
