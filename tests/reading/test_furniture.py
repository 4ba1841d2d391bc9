from __future__ import annotations

import pytest

from tests.reading.specified import document, texts
from yosnlp.records import Document

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October")
_PLACES = ("hall", "library", "school", "mill", "chapel", "inn")


def _prose(month: int) -> str:
    """Ten lines of prose, no two alike, nor like those of another month."""
    return "".join(
        f"In {_MONTHS[month]} the board met in the {place} of the town, since\n"
        f"the {place} was free in {_MONTHS[month]} and warm.\n"
        for place in _PLACES[:5]
    )


PROSE = _prose(0)


def _pages(furniture: str, count: int, *, feed: str = "", first: int = 3) -> str:
    """Pages of prose, each with ``furniture`` at its foot, ``#`` in it the number of the page."""
    return "".join(
        f"{_prose(n)}\nWhat was seen on page {'abcdefghijkl'[n]} is told on\n\n"
        f"{furniture.replace('#', str(first + n))}\n{feed}\n"
        f"the page that comes after it, {_MONTHS[n]}'s.\n\n"
        for n in range(count)
    )


def _hidden(read: Document, reason: str) -> list[str]:
    return [read.text[h.start : h.end].strip() for h in read.hidden if h.reason == reason]


@pytest.mark.parametrize(
    ("footer", "count", "feed"),
    [
        pytest.param("Inspection of youth offending services: Exbourne #", 2, "", id="the inspectorate's"),
        pytest.param("# An inspection of youth justice services in Exbourne", 2, "", id="number in front"),
        pytest.param("Exbourne YJS: what we found | #", 4, "", id="other words, number after a bar"),
        pytest.param("Exbourne and Tavy, a year on #", 4, "", id="other words"),
        pytest.param(
            "An inspection of youth justice services: Exbourne", 4, "\x0c", id="no number, at the page's edge"
        ),
    ],
)
def test_running_headers_are_hidden_and_cut_nothing_in_two(footer: str, count: int, feed: str) -> None:
    read = document(_pages(footer, count, feed=feed))
    assert _hidden(read, "page_header") == [footer.replace("#", str(3 + n)) for n in range(count)]
    assert "What was seen on page b is told on the page that comes after it, February's." in texts(read)


@pytest.mark.parametrize(
    ("footer", "count", "feed"),
    [
        pytest.param("#", 4, "", id="alone, in a long row"),
        pytest.param("#", 1, "\x0c", id="alone, at the edge of a page"),
        pytest.param("– # –", 4, "", id="between dashes"),
        pytest.param("Page # of 40", 1, "", id="page n of m"),
        pytest.param("Page #", 1, "", id="page n"),
    ],
)
def test_page_numbers_are_hidden_and_cut_nothing_in_two(footer: str, count: int, feed: str) -> None:
    read = document(_pages(footer, count, feed=feed))
    assert _hidden(read, "page_number") == [footer.replace("#", str(3 + n)) for n in range(count)]
    assert "What was seen on page a is told on the page that comes after it, January's." in texts(read)


KEPT = [
    pytest.param("Relevant cases\n54\n55\n56\n57\n58\nYes\n", id="cells of a table, each on a line"),
    pytest.param(
        "Is there a report to the court? 30\n\nIs there a report to the court? 40\n", id="a question with its figures"
    ),
    pytest.param(
        "Good work on reports 80\nGood work on reports 60\nGood work on reports 70\n", id="rows that do not grow"
    ),
    pytest.param("Post-court cases 12\n\nPost-court cases 13\n", id="two rows of other words"),
]


@pytest.mark.parametrize("text", KEPT)
def test_figures_of_the_report_are_kept(text: str) -> None:
    assert document(f"{PROSE}\n{text}\n{_prose(1)}").hidden == ()


def _contents(entries: str) -> str:
    body = f"Foreword\n\n{_prose(1)}\n1. Organisational delivery\n\n{_prose(2)}\n2. Court disposals\n\n{_prose(3)}"
    return f"{PROSE}\nContents\n\n{entries}\n\n{body}"


CONTENTS = [
    pytest.param(
        "Foreword ........ 4\n1. Organisational delivery ........ 9\n2. Court disposals ........ 14", id="leaders"
    ),
    pytest.param(
        "Foreword . . . . . 4\n1. Organisational delivery…… 9\n2. Court disposals….. 14", id="leaders of other kinds"
    ),
    pytest.param("Foreword 4\n1. Organisational delivery 9\n2. Court disposals 14", id="no leaders"),
    pytest.param("Foreword\t4\n\n1. Organisational delivery\t9\n\n2. Court disposals\t14", id="tabs and blank lines"),
    pytest.param(
        "Foreword 4\n1. Organisational\ndelivery 9\nInspection of youth justice services: Exbourne 3\n"
        "2. Court disposals 14",
        id="broken entry and a running header",
    ),
    pytest.param("Foreword\n1. Organisational delivery\n2. Court disposals", id="no page numbers"),
]


@pytest.mark.parametrize("entries", CONTENTS)
def test_contents_are_hidden(entries: str) -> None:
    header = "Inspection of youth justice services: Exbourne"
    read = document(_contents(entries) + f"\n{header} 4\n\n{header} 5\n")
    expected = [line for line in entries.split("\n") if line and not line.startswith(header)]
    assert _hidden(read, "contents") == expected
    assert "Foreword" in texts(read)
    assert "Court disposals" in texts(read)


@pytest.mark.parametrize(
    "entries", ["- Foreword 4\n- Work with children 9\n- Victims 14", "* Staff\n* Plans\n* Victims"]
)
def test_contents_of_markdown_are_hidden(entries: str) -> None:
    body = "".join(f"## {head}\n\n{_prose(n)}\n" for n, head in enumerate(("Staff", "Plans", "Victims")))
    read = document(f"## Contents\n\n{entries}\n\n{body}", markdown=True)
    assert _hidden(read, "contents") == entries.split("\n")


def test_the_word_contents_above_prose_hides_nothing() -> None:
    assert document(f"Contents\n\n{PROSE}").hidden == ()
    assert document(f"Contents\n\n{PROSE}").hidden == ()


def test_what_heads_a_part_of_each_chapter_is_no_page_header_however_high_it_stands() -> None:
    pages = "".join(f"Theme {n + 1}: The moor\n\nWhat we expect to see\n\n{_prose(n)}\f" for n in range(6))
    assert "What we expect to see" not in _hidden(document(pages), "page_header")


def test_two_footers_that_name_a_screening_are_page_furniture() -> None:
    read = document(_pages("Short Quality Screening: Exbourne      #", 2))
    assert len(_hidden(read, "page_header")) == 2
