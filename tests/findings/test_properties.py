"""What holds of every report, however its paragraphs, lists, pages and notes fall."""

from __future__ import annotations

import re
import tempfile
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.findings.invented import WordJudge, report_text, understood
from yosnlp import findings
from yosnlp.findings.contrast import parts
from yosnlp.findings.quantities import quantities
from yosnlp.frameworks import frameworks
from yosnlp.records import Finding, Report
from yosnlp.text import View, letters, view

_SENTENCES = (
    "Plans were good in 17 of the 20 cases, but reviews were too late in a third of them.",
    "Although the box was not locked, most of the ribbons were well kept, and 80 per cent of them were red.",
    "Staff (including the caretaker, e.g. on Mondays) took the out-of-court papers to the pre- and post-court desk.",
    "The team’s well-being officer wrote “a good plan is a short plan” above the door.",
    "In one case the paper was not found; it had blown away.",
    "Tea was warm.",
    "Ribbons were bought in June in almost all cases – and, in fewer than half, tied.",
    "Did anyone ask why?",
    "Nobody knew where the key was, which was poor, yet the door stood open and people were always welcome.",
)
_FOOTNOTES = ("A ribbon is a narrow piece of cloth.", "See https://example.org/boxes.", "Of the kind that shuts.")
_FOOTER = "Inspection of youth offending services: Pellbrook"  # a running footer: more than one page has it
_sentence = st.sampled_from(_SENTENCES)
_paragraph = st.lists(_sentence, min_size=1, max_size=4).map(" ".join)
_list = st.tuples(st.sampled_from("•–▪"), st.lists(_sentence, min_size=1, max_size=4)).map(
    lambda drawn: "\n".join(f"{drawn[0]} {item}" for item in drawn[1])
)
_quotation = _sentence.map(lambda s: f"“{s}”")
_body = st.lists(st.one_of(_paragraph, _list, _quotation), min_size=1, max_size=4).map("\n\n".join)
_summary = st.tuples(_list, _list).map(lambda two: f"Strengths:\n\n{two[0]}\n\nAreas for improvement:\n\n{two[1]}")
_breaks = st.lists(st.tuples(st.floats(0, 1), st.booleans(), st.sampled_from(["", "\f", "\n\n\f\n"])), max_size=6)


@st.composite
def _reports(draw: st.DrawFn) -> str:
    """A report of drawn parts, its lines wrapped, with footers and footnotes where the draw puts page ends."""
    numbers = draw(st.lists(st.sampled_from(["1.1", "1.3", "2.1", "2.2", "3.3", "3.4"]), max_size=3, unique=True))
    text = report_text(
        {number: draw(_body) for number in numbers},
        overall=draw(_list),
        summaries={
            domain: draw(_summary) for domain in draw(st.lists(st.sampled_from("123"), max_size=2, unique=True))
        },
    )
    lines = _wrapped(text, draw(st.sampled_from([70, 95, 400])))
    for page, (share, noted, end) in enumerate(sorted(draw(_breaks)), start=1):
        at = min(len(lines) - 1, int(share * len(lines)))
        note = ""
        if noted and re.search(r"[a-z]{4}$", lines[at]):
            note = f"\n\n{page} {_FOOTNOTES[page % len(_FOOTNOTES)]}"
            lines[at] += str(page)
        lines[at] += f"{note}\n\n{_FOOTER} {page + 10}\n{end}"
    return "\n".join([*lines, "", f"{_FOOTER} 98", "", "The end of it.", "", f"{_FOOTER} 99"])


def _wrapped(text: str, width: int) -> list[str]:
    """The lines of ``text`` broken at ``width``, spaces of its own kept, as a page would break them."""
    wrapped = []
    for line in text.split("\n"):
        rest = line
        while len(rest) > width and " " in rest[:width]:
            at = rest.rindex(" ", 0, width)
            wrapped.append(rest[:at])
            rest = rest[at + 1 :]
        wrapped.append(rest)
    return wrapped


def _read(text: str) -> tuple[Report, tuple[Finding, ...]]:
    with tempfile.TemporaryDirectory() as folder:
        report = understood(text, Path(folder))
    return report, findings.extract(report, frameworks()[report.programme], WordJudge())


_slow = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


@_slow
@given(text=_reports())
def test_every_findings_text_is_its_span(text: str) -> None:
    report, found = _read(text)
    for finding in found:
        assert view(report.document, finding.start, finding.end).text == finding.text
        hidden = [h for h in report.document.hidden if h.start < finding.end and h.end > finding.start]
        shown = report.document.text[finding.start : finding.end]
        for h in reversed(hidden):
            shown = shown[: max(0, h.start - finding.start)] + shown[h.end - finding.start :]
        assert letters(shown) == letters(finding.text)
        assert _FOOTER not in finding.text


@_slow
@given(text=_reports())
def test_findings_do_not_overlap(text: str) -> None:
    _, found = _read(text)
    assert all(first.end <= second.start for first, second in pairwise(found))


@_slow
@given(text=_reports())
def test_amounts_lie_in_their_finding_and_shares_are_n_of_total(text: str) -> None:
    report, found = _read(text)
    for finding in found:
        for amount in finding.quantities:
            assert finding.start <= amount.start < amount.end <= finding.end
            assert view(report.document, amount.start, amount.end).text == amount.words
            assert amount.words in finding.text
            if amount.n is not None and amount.total is not None:
                assert amount.share == pytest.approx(amount.n / amount.total, abs=0.0001)


@_slow
@given(text=_reports())
def test_a_repeat_points_to_an_earlier_finding_that_is_no_repeat(text: str) -> None:
    _, found = _read(text)
    place = {finding.id: i for i, finding in enumerate(found)}
    for i, finding in enumerate(found):
        if finding.repeat_of is not None:
            first = found[place[finding.repeat_of]]
            assert place[first.id] < i
            assert first.repeat_of is None
            assert first.domain in (finding.domain, None)
            assert first.counts
            assert first.polarity == finding.polarity


@given(sentence=st.one_of(_sentence, st.text(alphabet="ab ,;.", max_size=60), st.lists(_sentence).map(", but ".join)))
@settings(deadline=None)
def test_the_parts_of_a_sentence_are_verbatim_in_order_and_apart(sentence: str) -> None:
    (split,) = parts([sentence], WordJudge())
    assert 1 <= len(split) <= 2
    assert all(0 <= part.start <= part.end <= len(sentence) for part in split)
    assert all(first.end <= second.start for first, second in pairwise(split))
    left_out = sentence[: split[0].start] + sentence[split[0].end : split[-1].start] + sentence[split[-1].end :]
    assert len(split) == 1 or not left_out.strip(" ,;")


_AMOUNT_WORDS = [
    "of",
    "the",
    "out",
    "per",
    "cent",
    "%",
    "(",
    ")",
    "cases",
    "third",
    "half",
    "all",
    "most",
    "-",
    "in",
    "few",
]
_number = st.one_of(st.integers(0, 130).map(str), st.sampled_from(["one", "two", "nine", "twenty-two", "none", "all"]))


@given(
    words=st.lists(
        st.one_of(_number, st.sampled_from(_AMOUNT_WORDS)),
        max_size=14,
    ).map(" ".join)
)
def test_amounts_read_from_any_words_are_within_bounds(words: str) -> None:
    text = words.replace(" %", "%").replace("( ", "(").replace(" )", ")")
    for amount in quantities(View(text, tuple(range(len(text))))):
        assert text[amount.start : amount.end] == amount.words
        assert amount.share is None or 0 <= amount.share <= 1
        assert amount.n is None or amount.n >= 0
        assert amount.total is None or amount.total > 0
        if amount.n is not None and amount.total is not None:
            assert amount.share == pytest.approx(amount.n / amount.total, abs=0.0001)
        if amount.low is not None and amount.high is not None:
            assert amount.share is None
            assert 0 <= amount.low < amount.high <= 1
