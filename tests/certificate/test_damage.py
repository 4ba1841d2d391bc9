"""A report that lost something is never complete: some copies of each kind of damage, of every sample.

`python -m evaluation.certificate` makes all copies; what it found is committed, and looked at below.
"""

from __future__ import annotations

from itertools import islice
from typing import Any

import pytest

from evaluation import record
from evaluation.certificate import SAMPLE, seen
from evaluation.damage import DAMAGES
from tests.certificate.made import SAMPLES, sample

_COPIES = 4
#: Damage to the body that is always seen. A figure or a rating that stands elsewhere as well is no loss.
ALWAYS = (
    "cut off before a section",
    "cut off at 5% to 95%",
    "a domain lost",
    "a standard's section lost",
    "items of a list lost",
    "a page without text",
    "a page of sign numbers",
)


@pytest.mark.parametrize("kind", ALWAYS)
@pytest.mark.parametrize("name", [name for name in SAMPLES if name.endswith((".txt", ".md"))])
def test_a_damaged_report_is_not_complete(name: str, kind: str) -> None:
    certificate, report = sample(name)
    copies = [copy for copy in DAMAGES[kind](report) if not copy.past_body]
    if not copies:
        pytest.skip(f"{name} has nothing that can be damaged like this")
    some = list(islice(copies, 0, None, max(1, len(copies) // _COPIES)))
    assert [copy.what for copy in some if not seen(report, certificate, copy.text)] == []


@pytest.fixture(scope="module")
def measured() -> dict[str, Any]:
    if not (record.RESULTS / "certificate.json").is_file():
        pytest.skip("not measured yet: python -m evaluation.certificate ../shared/reports")
    return record.read("certificate")


@pytest.mark.parametrize("kind", ALWAYS)
def test_all_copies_were_seen_when_they_were_last_made(kind: str, measured: dict[str, Any]) -> None:
    samples = {name: of for name, of in measured["damages"][kind].items() if name.startswith(SAMPLE)}
    assert samples
    assert {name: of["missed"] for name, of in samples.items() if of["missed"]} == {}


def test_whole_reports_are_complete_but_for_scores_that_their_text_lost(measured: dict[str, Any]) -> None:
    reports = measured["reports"]
    partial = {name: of["reasons"] for name, of in reports.items() if of["grade"] != "complete"}
    assert all("cci" in name for name in partial)
    assert all(reason.startswith("rating_missing") for reasons in partial.values() for reason in reasons)
