"""What always holds of a report, whatever stands between its headings."""

from __future__ import annotations

import contextlib

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading.texts import ANY, PARTS
from tests.reports.made import FOREWORD, TITLE, understood
from yosnlp.errors import YosnlpError
from yosnlp.frameworks import frameworks

_HEADINGS = [
    f"{number}{name}"
    for framework in frameworks().values()
    for domain in framework.domains
    for number, name in [
        (f"{domain.number}. ", domain.name),
        ("", domain.name),
        *((f"{s.id}. ", s.name) for s in domain.standards),
    ]
]
_PARTS = [
    "Overall findings",
    "Ratings",
    "Summary",
    "Introduction",
    "Annex 1: Methodology",
    "OVERALL SCORE: 61%",
    "Strengths:",
    "Case example",
]
_DATES = [
    "Fieldwork: 26 October to 40 May 2020",
    "May 2020",
    "0 May 2020",
    "fieldwork on 31 and 2 June 2020",
    "© Crown copyright 2019",
]
_TEXTS = st.lists(st.one_of(st.sampled_from(_HEADINGS), st.sampled_from(_PARTS + _DATES), PARTS), max_size=40).map(
    "\n\n".join
)


@given(_TEXTS, st.booleans())
@settings(max_examples=300, deadline=None)
def test_sections_lie_in_their_parents_in_order_and_cover_the_text(text: str, markdown: bool) -> None:
    with contextlib.suppress(YosnlpError):
        report = understood(f"{TITLE}\n{FOREWORD}\n{text}", markdown=markdown)
        sections, at = report.sections, 0
        for i, section in enumerate(sections):
            assert at <= section.start <= section.end <= len(report.document.text)
            at = section.start
            above = sections[section.parent] if section.parent is not None else None
            assert above is None or (section.parent < i and above.start <= section.start and section.end <= above.end)  # type: ignore[operator]
            assert above is None or above.domain in (None, section.domain)
        tops = [section for section in sections if section.parent is None]
        assert [s.start for s in tops] == [0, *(s.end for s in tops[:-1])]
        assert tops[-1].end == len(report.document.text)


@given(ANY)
@settings(max_examples=100, deadline=None)
def test_any_text_is_understood_or_refused_in_words(text: str) -> None:
    with contextlib.suppress(YosnlpError):
        understood(
            f"{TITLE}\n{FOREWORD}\n{text}\n1.1 Governance and leadership\n\n1.2 Staff\n\n2.1 Assessment\n\n{text}\n"
        )
