"""Written reports of another kind (tests/reports/others): refused, or read with their findings and without ratings."""

from __future__ import annotations

from pathlib import Path

import pytest

from yosnlp import reading, themes
from yosnlp.errors import NotAReport
from yosnlp.pipeline.tagging import tag_document

OTHERS = Path(__file__).resolve().parents[1] / "reports" / "others"
KINDS = [
    pytest.param("thematic-girls.md", "a thematic report", id="thematic"),
    pytest.param("annual-2023.txt", "an annual report", id="annual"),
    pytest.param("thornmere-pdu.txt", "a report on adult probation", id="adult probation"),
]
#: What each of them finds.
FINDINGS = [
    pytest.param(
        "thematic-girls.md",
        [
            "Work on healthy relationships was sensitive and was valued by girls.",
            "publish figures on girls by disposal, ethnicity and care status each year",
            "Girls in care were poorly served.",
        ],
        id="thematic",
    ),
    pytest.param(
        "annual-2023.txt",
        ["Assessments of children on community resolutions were too brief."],
        id="annual",
    ),
    pytest.param(
        "thornmere-pdu.txt",
        [
            "Domestic abuse enquiries were not made in half of the cases.",
            "provide more places on accredited programmes.",
            "Drug treatment began promptly for those who wanted it.",
        ],
        id="adult probation",
    ),
]


@pytest.mark.parametrize(("name", "what"), KINDS)
def test_each_is_refused_as_what_it_is(name: str, what: str) -> None:
    with pytest.raises(NotAReport, match=what):
        tag_document(reading.read(OTHERS / name), themes.load("fast"))


@pytest.mark.parametrize(("name", "texts"), FINDINGS)
def test_allowed_its_findings_are_read_and_no_service_and_no_ratings(name: str, texts: list[str]) -> None:
    tagged = tag_document(reading.read(OTHERS / name), themes.load("fast"), allow_other=True)
    assert (tagged.report.service, tagged.scores.ratings, tagged.scores.key_questions) == (None, (), ())
    found = {finding.text for finding in tagged.findings}
    assert [text for text in texts if text not in found] == []
