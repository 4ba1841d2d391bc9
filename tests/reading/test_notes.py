from __future__ import annotations

import pytest

from tests.reading.specified import check, document

PROSE = "The board of the service met in the town hall each month, and its members had read what was sent."

NOTES = [
    pytest.param(
        "<paragraph>Staff used AIM<hidden reason=footnote_mark>1</hidden> often.</paragraph>\n\n"
        "<hidden reason=footnote>1 A way of working with children who have\nharmed others.</hidden>\n\n"
        "<paragraph>Plans were late.</paragraph>",
        id="number stuck to a word, note over two lines",
    ),
    pytest.param(
        "<paragraph>The rate was 33.1%<hidden reason=footnote_mark>1</hidden>, which was high.</paragraph>\n\n"
        "<hidden reason=footnote>1 In the year to March.</hidden>\n\n"
        "<paragraph>Plans were late.</paragraph>",
        id="number stuck to a per cent",
    ),
    pytest.param(
        "<paragraph>Plans were late.<hidden reason=footnote_mark>1</hidden> So they said (twice)<hidden "
        "reason=footnote_mark>2</hidden>."
        "</paragraph>\n\n<hidden reason=footnote>1 In the year to March.</hidden>\n"
        "<hidden reason=footnote>2 Once to us.</hidden>",
        id="after a stop and a bracket",
    ),
    pytest.param(
        "<paragraph>Plans were late.<hidden reason=footnote_mark>²</hidden></paragraph>\n\n"
        "<hidden reason=footnote>² In the year to March.</hidden>",
        id="superscript",
    ),
    pytest.param(
        "<paragraph>Plans were late.<hidden reason=footnote_mark>[3]</hidden></paragraph>\n\n"
        "<hidden reason=footnote>[3] In the year to March.</hidden>",
        id="in square brackets",
    ),
    pytest.param(
        "<paragraph>Plans were late.<hidden reason=footnote_mark>[^3]</hidden></paragraph>\n\n"
        "<hidden reason=footnote>[^3]: In the year to March.</hidden>",
        id="as Markdown has them",
    ),
    pytest.param(
        "<paragraph>Plans were late.<hidden reason=footnote_mark><sup>1</sup></hidden></paragraph>\n\n"
        "<hidden reason=footnote><sup>1</sup> In the year to March.</hidden>",
        id="as HTML has them",
    ),
]


@pytest.mark.parametrize("example", NOTES)
def test_footnotes_and_their_marks_are_hidden(example: str) -> None:
    check(example)


NO_NOTES = [
    pytest.param("The form C32 was used, and Y2A and T2A, but not AIM3.", id="codes"),
    pytest.param("In 48% of 25 cases, or 12 of them, plans were late.", id="figures"),
    pytest.param("Plans were late in 1.5 cases of 10.3 on 1.4.2019.", id="decimals and dates"),
    pytest.param(
        "Of the 12 cases:\n\n12 Plans of children were late\n5 Plans of others were late",
        id="rows that begin with a figure",
    ),
    pytest.param("Covid19 came.\n\n4 Staff fell ill\n19 Children stayed at home", id="rows out of the order of notes"),
    pytest.param("Plans were late [sic] in [2019] and [the year after].", id="words in square brackets"),
]


@pytest.mark.parametrize("text", NO_NOTES)
def test_what_only_looks_like_a_note_is_kept(text: str) -> None:
    assert document(text).hidden == ()


def test_the_text_of_the_next_page_does_not_belong_to_the_note_at_the_foot() -> None:
    check(
        f"<paragraph>{PROSE}<hidden reason=footnote_mark>1</hidden></paragraph>\n\n"
        "<hidden reason=footnote>1 In the year to March.</hidden>\x0c<paragraph>Plans were late.</paragraph>"
    )


def test_a_raised_figure_at_the_start_of_a_wrapped_line_is_a_mark() -> None:
    check(f"<paragraph>{PROSE[:-1]}\n<hidden reason=footnote_mark>²</hidden> and heard.</paragraph>")
