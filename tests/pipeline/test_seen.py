"""The same report in two files is told, also where their texts differ a little; two reports of one service are two."""

from __future__ import annotations

from dataclasses import replace

from tests.exchange.made import finding, tagged
from yosnlp.pipeline.seen import Seen, Sighting
from yosnlp.records import TaggedReport


def saying(report_id: str, *statements: str) -> TaggedReport:
    """A report that makes ``statements``."""
    made = tagged(report_id)
    found = [replace(finding(f"{report_id}:{i}", "Marrowdale"), text=said) for i, said in enumerate(statements)]
    document = replace(made.report.document, text=" ".join(statements), source=f"in/{report_id}.txt")
    return replace(made, findings=tuple(found), report=replace(made.report, document=document))


STATEMENTS = tuple(f"Statement number {i} is made." for i in range(20))


def seen(*reports: TaggedReport) -> Seen:
    before = Seen()
    for report in reports:
        before.add(Sighting.of(report))
    return before


def test_a_report_that_says_nearly_all_the_same_is_the_same() -> None:
    again = saying("page", *STATEMENTS[:18], "One more.", "And another one.")
    found = seen(saying("pdf", *STATEMENTS)).report(again)
    assert found is not None
    assert found.source == "in/pdf.txt"


def test_a_later_inspection_of_the_service_is_another_report() -> None:
    assert seen(saying("old", *STATEMENTS)).report(saying("new", *STATEMENTS[:5], *map(str, range(15)))) is None


def test_a_report_that_was_cut_off_is_kept_beside_the_whole_one() -> None:
    assert seen(saying("cut", *STATEMENTS[:12])).report(saying("whole", *STATEMENTS)) is None


def test_reports_with_hardly_a_statement_are_not_compared() -> None:
    assert seen(saying("a", "One.")).report(saying("b", "One.")) is None


def test_an_id_that_was_given_is_not_given_again() -> None:
    other = saying("north", "Two.")
    assert seen(saying("north", "One.")).named(other).report.id == f"north-{other.report.document.sha256[:8]}"
