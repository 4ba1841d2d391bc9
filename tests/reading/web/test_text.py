"""What is read of a saved page, in which order and with which signs. All text is invented."""

from __future__ import annotations

import pytest

from tests.reading.specified import texts
from tests.reading.web.made import PAGE, body, read, shape


def test_a_page_is_read_as_its_report_alone() -> None:
    assert shape(read(PAGE)) == [
        ("heading", None, "An inspection of youth justice services in Ashcombe"),
        ("paragraph", None, "Published: 3 July 2025"),
        ("heading", None, "Foreword"),
        (
            "paragraph",
            None,
            "Ashcombe is a settled service. Its board met eight times in the year to 31st March.",
        ),
        ("heading", None, "Ratings"),
        ("paragraph", None, "Work with children"),
        ("table", None, "Standard Rating"),
        ("table", None, "2.1 Assessing Good"),
        ("table", None, "2.2 Planning Requires improvement"),
        ("heading", None, "2.1 Assessing"),
        ("heading", None, "Strengths"),
        ("item", "•", "Staff listened to children."),
        ("item", "•", "Plans were kept. They were short."),
        ("paragraph", None, "How we rate"),
        ("paragraph", None, "Panels check each rating."),
        ("quotation", None, "She rang me every Friday."),
        ("heading", None, "Footnotes"),
    ]


def test_nothing_of_a_page_is_lost_but_scripts_and_styles() -> None:
    text = read(PAGE).text
    for words in ("Are you OK with cookies?", "Skip to content", "Our reports", "Open Government Licence", "Crown"):
        assert words in text
    assert "var cookies" not in text
    assert "display: none" not in text


def test_anchors_are_those_of_headings_or_of_what_is_in_or_around_them() -> None:
    document = read(PAGE)
    names = [(a.name, document.text[a.start : a.end].split("\n")[0]) for a in document.anchors]
    assert names == [
        ("post-7", "An inspection of youth justice services in Ashcombe"),
        ("foreword", "Foreword (Back to top)"),
        ("ratings", "Ratings"),
        ("head-1", "2.1 Assessing , show this section"),
        ("sec-1", "Strengths"),
        ("notes", "Footnotes"),
    ]
    assert document.anchor_at(document.text.index("Its board")) == "foreword"
    assert document.page_at(document.text.index("Its board")) is None


def test_a_table_of_columns_with_lists_is_read_column_by_column() -> None:
    document = body(
        "<table><tr><th>Strengths</th><th>Areas for improvement</th></tr>"
        "<tr><td><ul><li>One</li><li>Two</li></ul></td><td><ul><li>Three</li><li>Four</li></ul></td></tr></table>"
    )
    assert texts(document) == ["Strengths", "One", "Two", "Areas for improvement", "Three", "Four"]


def test_a_table_that_lays_out_the_page_is_read_as_text() -> None:
    document = body(
        "<table><tr><td width=150><a href='/'>Home</a></td><td><table><tr><td><h1>Report on Elmstow</h1>"
        "<p>First.</p><p>Second.</p><p>Third.</p></td></tr></table></td></tr></table>"
    )
    assert shape(document)[1:] == [
        ("heading", None, "Report on Elmstow"),
        ("paragraph", None, "First."),
        ("paragraph", None, "Second."),
        ("paragraph", None, "Third."),
    ]


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("<ol start=3><li>a<li value=7>b<li>c</ol>", ["3.", "7.", "8."]),
        ("<ol type=a><li>a<li>b</ol>", ["a.", "b."]),
        ("<ol type=i reversed><li>a<li>b</ol>", ["ii.", "i."]),
        ("<p>• first<br>• second</p>", ["•", "•"]),
        ("<p>1. first<br>2. second</p>", ["1.", "2."]),
        ("<ul><li>(1) first</li><li>(2) second</li></ul>", ["(1)", "(2)"]),
        ("<p class=MsoListParagraph><span>\u00b7<span>&nbsp; &nbsp;</span></span>first</p>", ["\u00b7"]),
    ],
    ids=[
        "numbers",
        "letters",
        "roman, backwards",
        "typed bullets",
        "typed numbers",
        "numbers after bullets",
        "from Word",
    ],
)
def test_items_bear_the_signs_that_a_reader_sees(inner: str, expected: list[str]) -> None:
    assert [block.marker for block in body(inner).blocks] == expected


def test_a_line_break_ends_a_line_of_an_address_but_not_a_sentence() -> None:
    assert texts(body("<p>Fieldwork started March 2025<br>Overall rating Good</p>")) == [
        "Fieldwork started March 2025",
        "Overall rating Good",
    ]
    assert texts(body("<p>The board had met<br>twice in the year.</p>")) == ["The board had met twice in the year."]
