from __future__ import annotations

import pytest

from tests.real import real_report
from tests.reports.made import FOREWORD, TITLE, document, prose, report_text
from yosnlp import resources
from yosnlp.errors import NotAReport
from yosnlp.frameworks import frameworks
from yosnlp.reading import read
from yosnlp.reports.programme import programme

WORDS_OF_2025 = "Do they achieve positive change, and keep the community safe? " * 2


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param("2018", report_text(frameworks()["2018"]), id="2018"),
        pytest.param("2021", report_text(frameworks()["2021"]), id="2021 with resettlement"),
        pytest.param(
            "2021", report_text(frameworks()["2021"], without=["resettlement"]), id="2021 without resettlement"
        ),
        pytest.param("2025", report_text(frameworks()["2025"], more=WORDS_OF_2025), id="2025 youth justice services"),
        pytest.param(
            "2025",
            report_text(
                frameworks()["2025"],
                front="An inspection of youth justice work with children and victims in Exbourne\n",
                without=["organisational"],
            ),
            id="2025 work with children and victims",
        ),
        pytest.param(
            "core_case_inspection",
            report_text(
                frameworks()["core_case_inspection"],
                front="Core Case Inspection of youth offending work in: Exbourne\n",
            ),
            id="core case inspection",
        ),
    ],
)
def test_programmes_are_told_apart(expected: str, text: str) -> None:
    assert programme(document(text), frameworks()).id == expected


@pytest.mark.parametrize(
    ("programme_id", "last"),
    [
        pytest.param("2018", "2.3. Implementation", id="2018"),
        pytest.param("2018", "1.4. Information", id="2018, after three standards"),
        pytest.param("2025", "2.2. Planning", id="2025"),
        pytest.param("core_case_inspection", "2.2. Reducing", id="core case inspection"),
    ],
)
def test_a_report_cut_off_is_still_of_its_programme(programme_id: str, last: str) -> None:
    text = report_text(frameworks()[programme_id])
    assert programme(document(text[: text.index(last)]), frameworks()).id == programme_id


def test_the_order_of_the_frameworks_does_not_matter() -> None:
    backwards = dict(reversed(frameworks().items()))
    for framework in (f for f in frameworks().values() if not f.apart):
        text = report_text(framework, more=framework.label)
        assert programme(document(text), backwards) == programme(document(text), frameworks())


ADULT = f"""An inspection of Exbourne probation delivery unit

{FOREWORD}
1. Organisational arrangements and activity

1.2. Staff

The probation delivery unit (PDU) had few probation practitioners, and the PDU lost more. The PDU has no premises. The
PDU works with youth justice. No PDU does more than this PDU does, said a probation practitioner of the PDU.

2. Court work and case supervision

2.1. Assessment

{prose()}
2.2. Planning

{prose()}
2.3. Implementation and delivery

{prose()}
2.4. Reviewing

{prose()}"""

THEMATIC = report_text(
    frameworks()["2018"], front="A thematic inspection of youth offending on moors\n\nHM Inspectorate of Probation\n"
)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param(
            "Minutes of the parish\n\n1. Staff\n\nNobody came.\n",
            r"not an inspection report of a known programme \(0% of the standards of the nearest one found, "
            r"youth justice "
            r"named 0 times\)\. Give a report of one youth offending or youth justice service, whole and as text",
            id="minutes",
        ),
        pytest.param(
            f"{TITLE}\n{FOREWORD}\n{prose()}", r"not an inspection report of a known programme", id="no standards"
        ),
        pytest.param(
            ADULT,
            r"a report on adult probation \(named 11 times, youth justice 6\)\. Give a report of one",
            id="adults",
        ),
        pytest.param(
            THEMATIC, r"a thematic report, which is not on one service\. Give a report of one youth", id="thematic"
        ),
    ],
)
def test_what_is_no_report_on_a_youth_service_is_refused(text: str, message: str) -> None:
    with pytest.raises(NotAReport, match=message):
        programme(document(text), frameworks())


def test_a_report_may_speak_of_thematic_reports_and_of_adult_probation() -> None:
    more = "Staff had read our thematic report on moors. The National Probation Service lends an officer. "
    assert programme(document(report_text(frameworks()["2018"], more=more)), frameworks()).id == "2018"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("aldermoor-yos.txt", "2018", id="aldermoor"),
        pytest.param("wexcombe-cci.md", "core_case_inspection", id="wexcombe"),
        pytest.param("northmere-yjs.md", "2025", id="northmere"),
    ],
)
def test_samples(name: str, expected: str) -> None:
    assert programme(read(resources.corpus("sample") / name), frameworks()).id == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("hertfordshire-yos.txt", "2018", id="hertfordshire"),
        pytest.param("hartlepool-yjs.txt", "2018", id="hartlepool"),
        pytest.param("hampshire-yos.md", "2018", id="hampshire"),
        pytest.param("hertfordshire-cci.md", "core_case_inspection", id="hertfordshire 2012"),
    ],
)
def test_real_reports(name: str, expected: str) -> None:
    assert programme(read(real_report(name)), frameworks()).id == expected
