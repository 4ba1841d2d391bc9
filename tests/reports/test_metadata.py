from __future__ import annotations

from datetime import date

import pytest

from tests.real import real_report
from tests.reports.made import as_2018, document, understood
from yosnlp.frameworks import frameworks
from yosnlp.reading import read
from yosnlp.records import Period
from yosnlp.reports import metadata, understand

SERVICES = [
    pytest.param("An inspection of youth offending services in Exbourne", "Exbourne", id="title"),
    pytest.param(
        "An inspection of youth offending services in\n\nStoke-on-Trent", "Stoke-on-Trent", id="title in two lines"
    ),
    pytest.param(
        "An inspection of youth offending services in Kingston and Richmond", "Kingston and Richmond", id="two places"
    ),
    pytest.param(
        "An inspection of youth justice services in Bristol, Bath and North East Somerset\n\n"
        "Fieldwork started: May 2022",
        "Bristol, Bath and North East Somerset",
        id="three places and a line after them",
    ),
    pytest.param("An inspection of youth justice services in Brighton & Hove", "Brighton & Hove", id="ampersand"),
    pytest.param("An inspection of youth justice services in the Isle of Wight", "Isle of Wight", id="of"),
    pytest.param("An inspection of youth justice services in the City of Exbourne", "Exbourne", id="city of"),
    pytest.param(
        "An inspection of youth justice services in the Royal Borough of Exbourne", "Exbourne", id="borough of"
    ),
    pytest.param("An inspection of youth justice services in Newcastle upon Tyne", "Newcastle upon Tyne", id="upon"),
    pytest.param("An inspection of youth justice services in King's Lynn", "King's Lynn", id="apostrophe"),
    pytest.param("An inspection of youth justice services in St. Helens", "St. Helens", id="stop"),
    pytest.param(
        "An inspection of youth offending services in Exbourne Youth Offending Service",
        "Exbourne",
        id="kind of service",
    ),
    pytest.param(
        "An inspection of youth offending services in Exbourne Young People’s Support and Justice Service",
        "Exbourne",
        id="young people's",
    ),
    pytest.param("Inspection of youth justice work with children and victims in Exbourne", "Exbourne", id="2025"),
    pytest.param("Report on youth offending work in:\n\nExbourne", "Exbourne", id="core case inspection"),
    pytest.param(
        "We have inspected and rated Exbourne and Tavy YJS across three areas.", "Exbourne and Tavy", id="foreword"
    ),
    pytest.param("Overall, Exbourne YOS was rated as ‘Good’.", "Exbourne", id="overall"),
    pytest.param("Exbourne Youth Justice Service Score 20/36", "Exbourne", id="rating panel"),
    pytest.param("An inspection of youth offending services in England and Wales", None, id="not a service"),
    pytest.param("HM Inspectorate of Probation", None, id="not stated"),
]


@pytest.mark.parametrize(("text", "expected"), SERVICES)
def test_the_service_is_named_by_its_place(text: str, expected: str | None) -> None:
    assert metadata.service(document(f"{text}\n\nIt rained all week.")) == expected


def test_the_name_that_most_places_agree_on_is_taken() -> None:
    text = (
        "We have inspected and rated Exborne YOS.\n\nOverall, Exbourne YOS was rated as good.\n\n"
        "An inspection of youth offending services in Exbourne\n"
    )
    assert metadata.service(document(text)) == "Exbourne"


def _days(*days: tuple[int, int, int]) -> Period:
    return Period(first=date(*days[0]), last=date(*days[-1]))


FIELDWORK = [
    pytest.param("Fieldwork started: September 2020", _days((2020, 9, 1), (2020, 9, 30)), id="month"),
    pytest.param("The fieldwork for this report was done on 5 May 2019.", _days((2019, 5, 5)), id="day"),
    pytest.param("We did our fieldwork on Monday 5th May 2019.", _days((2019, 5, 5)), id="day of the week"),
    pytest.param(
        "Fieldwork took place between 26 and 29 October 2020.", _days((2020, 10, 26), (2020, 10, 29)), id="between days"
    ),
    pytest.param(
        "Fieldwork took place on 26 October and 29 October 2020.", _days((2020, 10, 26), (2020, 10, 29)), id="two days"
    ),
    pytest.param("The fieldwork ran from 26–29 October 2020.", _days((2020, 10, 26), (2020, 10, 29)), id="dash"),
    pytest.param(
        "The fieldwork ran from 30 March to 3 April 2020.", _days((2020, 3, 30), (2020, 4, 3)), id="over months"
    ),
    pytest.param(
        "The fieldwork ran from 9 December to 3 January 2020.",
        _days((2019, 12, 9), (2020, 1, 3)),
        id="over the year's end",
    ),
    pytest.param(
        "The fieldwork ran from 9 December 2019 to 3 January 2020.", _days((2019, 12, 9), (2020, 1, 3)), id="both years"
    ),
    pytest.param(
        "Our fieldwork was in January and February 2012.", _days((2012, 1, 1), (2012, 2, 29)), id="two months"
    ),
    pytest.param(
        "Our fieldwork, in the weeks of 5 and 19 March 2018, was short.",
        _days((2018, 3, 5), (2018, 3, 19)),
        id="two weeks",
    ),
    pytest.param(
        "Our fieldwork was on 31 November 2020.", _days((2020, 11, 1), (2020, 11, 30)), id="a day that the month lacks"
    ),
    pytest.param(
        "Our inspection took place in June 2018.", _days((2018, 6, 1), (2018, 6, 30)), id="inspection took place"
    ),
    pytest.param("The YOS was last inspected in 2011, and moved in May 2014.", None, id="other dates"),
]


@pytest.mark.parametrize(("text", "expected"), FIELDWORK)
def test_the_dates_of_the_fieldwork(text: str, expected: Period | None) -> None:
    assert metadata.fieldwork(document(text)) == expected


PUBLISHED = [
    pytest.param(
        "Exbourne\n\nApril 2019\n\n© Crown copyright 2018", _days((2019, 4, 1), (2019, 4, 30)), id="a month alone"
    ),
    pytest.param("Published: 12 April 2019\n", _days((2019, 4, 12)), id="a day"),
    pytest.param(
        "HM Inspectorate of Probation, APRIL 2019\n", _days((2019, 4, 1), (2019, 4, 30)), id="with the publisher"
    ),
    pytest.param("© Crown copyright 2019\n", _days((2019, 1, 1), (2019, 12, 31)), id="only a copyright year"),
    pytest.param("The YOS moved in April 2014.\n", None, id="not stated"),
]


@pytest.mark.parametrize(("text", "expected"), PUBLISHED)
def test_the_date_of_publication(text: str, expected: Period | None) -> None:
    report = as_2018(f"An inspection of youth offending services in Exbourne\n\n{text}")
    assert report.published == expected
    assert report.year == (expected.last.year if expected else None)


def test_a_date_in_the_body_is_no_date_of_publication() -> None:
    report = understood(as_2018("Exbourne").document.text + "\n\nApril 2014\n\nIt rained.\n")
    assert report.published is None


def test_the_year_is_that_of_the_fieldwork_where_no_other_is_stated() -> None:
    assert as_2018("Fieldwork started: September 2020").year == 2020


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("ISBN: 978-1-99994-207-6", "978-1-99994-207-6", id="13 digits"),
        pytest.param("ISBN-13: 978 1 99994 207 6, in print", "978 1 99994 207 6", id="spaces"),
        pytest.param("ISBN 1–84099–500–X", "1-84099-500-X", id="10 digits, dashes"),
        pytest.param("ISBN: to follow", None, id="none"),
    ],
)
def test_the_isbn_is_as_printed(text: str, expected: str | None) -> None:
    assert metadata.isbn(document(text)) == expected


SAMPLES = [
    pytest.param(
        "We examined 54 post-court cases and 36 out-of-court\ndisposals.",
        {"court_cases": 54, "oocd_cases": 36},
        id="figures",
    ),
    pytest.param(
        "The team looked at twenty-four court disposals and at nine out-of-court cases.",
        {"court_cases": 24, "oocd_cases": 9},
        id="words",
    ),
    pytest.param("We inspected 1,204 court cases.", {"court_cases": 1204}, id="thousands"),
    pytest.param("The YOS has 54 post-court cases. It also has a kettle.", {}, id="not a sample"),
    pytest.param("We examined the moor. There were 54 court disposals.", {}, id="another sentence"),
]


@pytest.mark.parametrize(("text", "expected"), SAMPLES)
def test_the_size_of_the_samples(text: str, expected: dict[str, int]) -> None:
    assert metadata.samples(document(text), frameworks()["2018"]) == expected


def test_what_is_not_stated_is_unknown_and_said() -> None:
    report = as_2018("HM Inspectorate of Probation")
    assert (report.service, report.fieldwork, report.published, report.isbn, report.samples, report.year) == (
        None,
    ) * 4 + ({}, None)
    assert report.warnings == ("service: not stated in the report", "dates: not stated in the report")


@pytest.mark.parametrize(
    ("name", "service", "year", "samples"),
    [
        pytest.param(
            "hertfordshire-yos.txt", "Hertfordshire", None, {"court_cases": 54, "oocd_cases": 36}, id="hertfordshire"
        ),
        pytest.param("hartlepool-yjs.txt", "Hartlepool", 2020, {"court_cases": 6, "oocd_cases": 4}, id="hartlepool"),
        pytest.param("hampshire-yos.md", "Hampshire", 2018, {"court_cases": 30, "oocd_cases": 20}, id="hampshire"),
        pytest.param("hertfordshire-cci.md", "Hertfordshire", 2012, {"cases": 85}, id="hertfordshire 2012"),
    ],
)
def test_real_reports(name: str, service: str, year: int | None, samples: dict[str, int]) -> None:
    report = understand(read(real_report(name)))
    assert (report.service, report.year, report.samples) == (service, year, samples)
