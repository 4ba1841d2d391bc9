"""Each sign of a loss: what is told, by which code, and where."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from evaluation.certificate import certificate_of
from tests.certificate.made import certificate_with, codes, sample, swapped
from yosnlp.records import Certificate, Defect, Remark

YOS, YJS = "aldermoor-yos.txt", "northmere-yjs.md"


def only(certificate: Certificate, code: str) -> Remark:
    """The one reason of that code."""
    (reason,) = [reason for reason in certificate.reasons if reason.code == code]
    assert certificate.grade == "partial"
    return reason


def without(name: str, **wanted: str) -> str:
    """The text of a sample without the section of the body that has the attributes given."""
    _, report = sample(name)
    text = report.document.text
    last = [s for s in report.sections if all(getattr(s, key) == value for key, value in wanted.items())]
    body = [s for s in last if (s.parent is None) == (s.kind == "domain") or s.kind not in ("domain", "standard")]
    section = max(body, key=lambda s: s.end - s.start)
    return text[: section.start] + text[section.end :]


def test_a_standard_without_a_section() -> None:
    reason = only(certificate_with(YOS, without(YOS, kind="standard", standard_id="2.2")), "missing_section")
    assert reason.says == "Standard 2.2 Planning has no section."
    assert reason.section == "2.3. Implementation and delivery Good"
    assert reason.page == 18


def test_a_domain_without_a_section() -> None:
    reason = only(certificate_with(YOS, without(YOS, kind="domain", domain="court")), "missing_domain")
    assert reason.says == "Domain 2 Court disposals has no section (standards 2.1, 2.2, 2.3, 2.4)."


def test_an_entry_of_the_contents_page_without_a_section() -> None:
    certificate = certificate_with(YOS, without(YOS, kind="glossary"))
    says = "The contents page names “Annex 3 – Glossary” (page 33), which is not in the text."
    assert only(certificate, "contents_entry_missing").says == says


def test_an_entry_of_a_web_pages_contents_without_a_section() -> None:
    certificate = certificate_with(YJS, without(YJS, kind="introduction"))
    assert only(certificate, "contents_entry_missing").says.startswith("The contents page names “Background”")


def test_a_text_that_ends_inside_of_a_sentence() -> None:
    text = sample(YJS)[1].document.text
    cut = text.index("practical and popular wit")
    assert only(certificate_with(YJS, text[:cut]), "ends_mid_sentence").offset is not None


def test_a_text_that_ends_with_the_body() -> None:
    _, report = sample(YJS)
    end = max(s.end for s in report.sections if s.kind == "domain")
    assert {"no_end_matter"} <= codes(certificate_with(YJS, report.document.text[:end]))


def test_a_text_that_ends_with_a_heading() -> None:
    _, report = sample(YOS)
    annex = next(s for s in report.sections if s.kind == "glossary")
    text = report.document.text[: annex.start + len("Annex 3 – Glossary")]
    assert only(certificate_with(YOS, text), "ends_with_heading").section == "Annex 3 – Glossary"


def test_a_page_without_text() -> None:
    _, report = sample(YOS)
    page = report.document.pages[14]
    text = report.document.text
    reason = only(certificate_with(YOS, text[: page.start] + "\f" + text[page.end :]), "page_without_text")
    assert (reason.says, reason.page) == ("Page 15 has no text.", 15)


def test_printed_page_numbers_that_leave_one_out() -> None:
    _, report = sample(YOS)
    page = report.document.pages[14]
    text = report.document.text
    reason = only(certificate_with(YOS, text[: page.start] + text[page.end :]), "page_numbers_jump")
    assert reason.says == "The printed page numbers go from 14 to 16."


def test_the_last_page_says_that_there_are_more() -> None:
    text = re.sub(
        r"(?m)^Inspection of youth offending services: Aldermoor +(\d+)", r"Page \1 of 45", sample(YOS)[1].document.text
    )
    assert only(certificate_with(YOS, text), "pages_missing").says == "The last page printed is 34 of 45."


def test_a_list_without_items() -> None:
    _, report = sample(YJS)
    listed = next(s for s in report.sections if s.kind == "areas_for_improvement" and s.standard_id == "2.2")
    text = report.document.text
    head = text.index("\n", listed.start)
    reason = only(certificate_with(YJS, f"{text[:head]}\n\n{text[listed.end :]}"), "list_without_items")
    assert reason.says == "The list “Areas for improvement” has no items."
    assert reason.section == "Areas for improvement"


def test_lists_that_the_other_standards_have() -> None:
    _, report = sample(YJS)
    lists = [s for s in report.sections if s.standard_id == "2.2" and s.kind in ("strengths", "areas_for_improvement")]
    text = report.document.text[: lists[0].start] + report.document.text[lists[-1].end :]
    says = "2.2 has no list of strengths and areas for improvement, as the others have."
    assert only(certificate_with(YJS, text), "lists_missing").says == says


def test_numbered_items_that_leave_one_out() -> None:
    text = re.sub(r"(?ms)^4\. improve planning.*?(?=^5\. )", "", sample(YOS)[1].document.text)
    certificate = certificate_with(YOS, text)
    assert only(certificate, "list_number_jumps").says == "A list goes from 3 to 5: items are missing between."
    says = "The report says that it makes 6 recommendations; 5 were found."
    assert only(certificate, "recommendations_missing").says == says


def test_a_rating_that_is_nowhere() -> None:
    text = re.sub(r"(?m)^(2\.3\.? Implementation and delivery) Good", r"\1", sample(YOS)[1].document.text)
    text = re.sub(r"(?s)(2\.3\. Implementation and delivery  \n.*?)\nGood \n", r"\1\n", text)
    assert "2.3" in only(certificate_with(YOS, text), "rating_missing").says


def test_a_table_of_ratings_that_lacks_one() -> None:
    text = swapped(sample(YOS)[1].document, "2.3 Implementation and delivery Good", "2.3 Implementation and delivery")
    says = "The table of ratings gives no rating for 2.3 Implementation and delivery."
    assert only(certificate_with(YOS, text), "table_incomplete").says == says


def test_a_rating_that_differs_from_place_to_place() -> None:
    text = swapped(
        sample(YOS)[1].document, "2.3 Implementation and delivery Good", "2.3 Implementation and delivery Inadequate"
    )
    assert "ratings_disagree" in codes(certificate_with(YOS, text))


def test_figures_that_do_not_come_to_the_rating() -> None:
    text = swapped(sample(YOS)[1].document, "\n73% \n", "\n23% \n")
    says = "The rating of 2.1 is Good, and the report's own figures give Inadequate."
    certificate = certificate_with(YOS, text)
    assert only(certificate, "ratings_not_reconciled").says == says
    assert certificate.reconciled["differ"] == sample(YOS)[0].reconciled["differ"] + 1


def test_a_key_question_without_its_figure() -> None:
    text = swapped(sample(YOS)[1].document, "\n73% \n", "\n\n")
    assert only(certificate_with(YOS, text), "key_questions_missing").says == (
        "No figure for key question 2.1.3 of 2.1 Assessment."
    )


@pytest.mark.parametrize(
    "spoilt",
    [
        pytest.param("Xqvk bnn ghrtz wplk mbrq dfghj zzkl trewq plmk nbvc " * 6, id="wrong letters"),
        pytest.param("(cid:36)(cid:72)(cid:91) (cid:44) " * 20, id="codes for letters"),
        pytest.param("\ufffd\ufffd\ufffd \ufffd\ufffd " * 30, id="replacement characters"),
        pytest.param("#$¤{} §±~^ <>=@ " * 20, id="signs"),
    ],
)
def test_text_that_cannot_be_read(spoilt: str) -> None:
    text = swapped(sample(YJS)[1].document, "This is a happy and stable team.", f"This is a team.\n\n{spoilt}\n\n")
    reason = only(certificate_with(YJS, text), "garbled_text")
    assert reason.section == "1.2 Staffing"


@pytest.mark.parametrize(
    ("kind", "page", "grade"),
    [
        pytest.param("scanned_page", 15, "partial", id="a scanned page in the middle"),
        pytest.param("scanned_page", 1, "complete", id="a cover"),
        pytest.param("recognised_page", 15, "complete", id="a page that was recognised"),
        pytest.param("garbled_text", 15, "partial", id="garbled text"),
        pytest.param("unreadable_page", 15, "partial", id="a page that cannot be read"),
        pytest.param("broken_table", 9, "partial", id="a broken table of ratings"),
        pytest.param("broken_table", 11, "complete", id="a broken table of key facts"),
        pytest.param("cut_off", None, "partial", id="a file that was cut off"),
    ],
)
def test_defects_of_the_file(kind: str, page: int | None, grade: str) -> None:
    _, report = sample(YOS)
    defect = Defect(kind=kind, detail="it is so", page=page)  # type: ignore[arg-type]
    certificate, _ = certificate_of(replace(report.document, defects=(defect,)), report.programme)
    told = [remark for remark in (*certificate.reasons, *certificate.warnings) if remark.code == kind]
    assert certificate.grade == grade
    assert [remark.says for remark in told] == [f"Page {page}: it is so." if page else "It is so."]


def test_a_report_in_which_nothing_is_found_has_failed() -> None:
    from yosnlp.certificate import certify
    from yosnlp.frameworks import frameworks
    from yosnlp.records import Scores

    _, report = sample(YOS)
    certificate = certify(report, (), Scores(), frameworks()["2018"])
    assert certificate.grade == "failed"
    assert certificate.reasons[0].code == "nothing_found"
