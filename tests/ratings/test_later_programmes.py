"""The programmes of 2021 and 2025: a standard rated apart, domains left unrated, a product with four rated areas."""

from __future__ import annotations

import pytest

from tests.ratings.made import FRONT, PROSE, Reader
from yosnlp.frameworks import Framework, frameworks

NEW, NEWEST = frameworks()["2021"], frameworks()["2025"]
WORDS_OF_2021 = (
    "Out-of-court disposal policy and provision was looked at; so was resettlement policy and provision.\n\n"
)
WORDS_OF_2025 = "This is work with children and victims, to achieve positive change and keep the community safe.\n\n"
NO_OVERALL = "There is neither a total score nor an overall rating."


def report_of(
    framework: Framework,
    values: dict[str, str],
    *,
    foreword: str = "",
    without: tuple[str, ...] = (),
    under: dict[str, str] | None = None,
) -> str:
    """A report: its table of ratings, then its domains; ``under``: what stands under a domain in place of standards."""
    parts = [FRONT.format(foreword=foreword), WORDS_OF_2025 if framework is NEWEST else WORDS_OF_2021, "Ratings"]
    domains = [d for d in framework.domains if d.id not in without]
    for domain in domains:
        parts.append(f"{domain.number}. {domain.name}")
        parts += [f"{s.id} {s.name} {values[s.id]}" for s in domain.standards if s.id in values]
    for domain in domains:
        parts += [f"{domain.number}. {domain.name}", (under or {}).get(domain.id, PROSE)]
        for standard in domain.standards if domain.id not in (under or {}) else ():
            parts += [f"{standard.id}. {standard.name} {values.get(standard.id, '')}".rstrip(), PROSE, PROSE]
    return "\n\n".join(parts)


ALL_GOOD = {standard.id: "Good" for _, standard in NEW.standards()}
CASEWORK = ("2.1", "2.2", "2.3", "V1")


def test_resettlement_is_rated_and_no_part_of_the_total(reader: Reader) -> None:
    read = reader(report_of(NEW, ALL_GOOD | {"4.1": "Inadequate"}, foreword="Overall, Exbourne was rated as: Good."))
    assert read.values["4.1"] == "Inadequate"
    (total,) = (r for r in read.scores.reconciliations if r.level == "score")
    assert total.recomputed == "24"
    assert read.report.missing == ()


def test_a_service_without_resettlement_cases_misses_nothing(reader: Reader) -> None:
    values = {n: "Good" for n in ALL_GOOD if n != "4.1"}
    text = report_of(NEW, values, foreword="Overall, Exbourne was rated as: Good.", without=("resettlement",))
    read = reader(text)
    assert read.report.programme == "2021"
    assert "4.1" not in read.report.expected
    assert read.scores.warnings == ()


def test_the_last_item_of_the_third_domain_is_policy_and_provision(reader: Reader) -> None:
    read = reader(report_of(NEW, ALL_GOOD))
    rating = read.rating("3.4")
    assert rating is not None
    assert rating.standard == "Out-of-court disposal policy and provision"


@pytest.mark.parametrize("words", ["Not rated", "Not applicable", "N/A", "Unrated"])
def test_what_was_not_rated_is_there_without_a_value(words: str, reader: Reader) -> None:
    values = ALL_GOOD | dict.fromkeys(("3.1", "3.2", "3.3", "3.4", "4.1"), words)
    read = reader(report_of(NEW, values, foreword=NO_OVERALL))
    assert {n for n, value in read.values.items() if value is None} == {"3.1", "3.2", "3.3", "3.4", "4.1"}
    assert read.overall is None
    assert read.score is None
    assert not [w for w in read.scores.warnings if "overall" in w]
    (total,) = (r for r in read.scores.reconciliations if r.level == "score")
    assert total.recomputed is None


def test_a_domain_that_is_left_unrated_as_a_whole(reader: Reader) -> None:
    values = {n: value for n, value in ALL_GOOD.items() if n[0] in "12"}
    text = report_of(NEW, values, foreword=NO_OVERALL, under={"out_of_court": "Not rated", "resettlement": "Not rated"})
    read = reader(text)
    third = read.rating("3", "domain")
    assert third is not None
    assert third.value is None
    assert not [w for w in read.scores.warnings if w.startswith("standard 3")]


def test_a_report_that_lacks_its_overall_rating_and_does_not_say_so_is_told(reader: Reader) -> None:
    assert "overall rating: not found" in reader(report_of(NEW, ALL_GOOD)).scores.warnings


def test_youth_justice_services_have_seven_rated_areas(reader: Reader) -> None:
    values = {standard.id: "Good" for _, standard in NEWEST.standards()}
    read = reader(report_of(NEWEST, values, foreword="Overall, Exbourne was rated as: Good."))
    assert (read.report.programme, read.values, read.overall) == ("2025", values, "Good")
    assert read.scores.warnings == ()


@pytest.mark.parametrize("said", ["This kind of inspection gives no overall rating.", "No overall rating was given."])
def test_work_with_children_and_victims_has_four_and_no_overall_rating(said: str, reader: Reader) -> None:
    values = dict(zip(CASEWORK, ("Good", "Inadequate", "Outstanding", "Requires improvement"), strict=True))
    read = reader(report_of(NEWEST, values, foreword=said, without=("organisational",)))
    assert (read.report.programme, read.values) == ("2025", values)
    assert read.report.expected == CASEWORK
    assert read.scores.warnings == ()
