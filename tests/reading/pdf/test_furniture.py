from collections.abc import Callable

from tests.reading.pdf.made import HEIGHT, LEFT, PROSE, RIGHT, Page, document, hidden, texts
from yosnlp.records import Document

WORDS = ("nought", "one", "two", "three", "four", "five", "six")
NAMES = ("Governance", "Staff", "Partnerships", "Facilities", "Assessment", "Planning")


def report(
    *pages: Callable[[Page], object], head: str = "Inspection of youth offending services: Aldermoor"
) -> Document:
    """A document with ``head`` and the number of the page above each of ``pages``."""

    def with_head(number: int, draw: Callable[[Page], object]) -> Callable[[Page], object]:
        def page(p: Page) -> None:
            p.at(LEFT, HEIGHT - 40, head, 9)
            p.at(RIGHT - 20, HEIGHT - 40, str(number), 9)
            draw(p)

        return page

    return document(*(with_head(n, draw) for n, draw in enumerate(pages, start=1)))


def prose(p: Page) -> None:
    for name in NAMES:
        p.paragraph(f"{name} of page {WORDS[p.canvas.getPageNumber()]}. {PROSE}")


def test_a_running_header_with_the_number_of_the_page_is_hidden():
    found = report(prose, prose)
    assert [" ".join(h.split()) for h in hidden(found, "page_header")] == [
        "Inspection of youth offending services: Aldermoor 1",
        "Inspection of youth offending services: Aldermoor 2",
    ]
    assert not any("Inspection of" in text for text in texts(found))


def test_a_running_header_is_known_by_its_place_even_if_headings_say_the_same():
    def heading(p: Page) -> None:
        p.heading("Court disposals")
        prose(p)

    def page(p: Page) -> None:
        p.at(LEFT, HEIGHT - 40, "Court disposals", 9)
        heading(p)

    def other(p: Page) -> None:
        p.at(LEFT, HEIGHT - 40, "Court disposals", 9)
        prose(p)

    found = document(other, page, other, other)
    assert hidden(found, "page_header") == ["Court disposals"] * 4
    assert texts(found, "heading") == ["Court disposals"]


def test_headings_at_the_head_of_a_few_pages_are_no_running_headers():
    def page(name: str) -> Callable[[Page], object]:
        def draw(p: Page) -> None:
            p.lines(name, font="Helvetica-Bold")
            p.y -= 8
            p.paragraph(f"{name} {PROSE}")

        return draw

    found = document(*(page(n) for n in ("Strengths:", "Other", "Strengths:", "More", "Strengths:", "Rest")))
    assert texts(found, "heading").count("Strengths:") == 3


def test_page_numbers_at_the_foot_are_hidden():
    def page(number: str) -> Callable[[Page], object]:
        def draw(p: Page) -> None:
            prose(p)
            p.at(290, 40, number)

        return draw

    found = document(page("i"), page("- 1 -"), page("- 2 -"), page("- 3 -"))
    assert hidden(found, "page_number") == ["- 1 -", "- 2 -", "- 3 -"]
    assert [page.label for page in found.pages][1:] == ["1", "2", "3"]


def test_headers_of_left_and_right_pages_may_differ():
    def page(number: int) -> Callable[[Page], object]:
        def draw(p: Page) -> None:
            p.at(LEFT if number % 2 else 400, HEIGHT - 40, "HMI Probation" if number % 2 else "Aldermoor", 9)
            prose(p)

        return draw

    found = document(*(page(n) for n in range(1, 7)))
    assert sorted(hidden(found, "page_header")) == ["Aldermoor"] * 3 + ["HMI Probation"] * 3


def test_pages_have_the_labels_of_the_file():
    def page(p: Page) -> None:
        prose(p)
        if p.canvas.getPageNumber() == 1:
            p.canvas.addPageLabel(0, "ROMAN_LOWER", 1)
            p.canvas.addPageLabel(2, "ARABIC", 1)

    assert [(p.number, p.label) for p in document(page, page, page, page).pages] == [
        (1, "i"),
        (2, "ii"),
        (3, "1"),
        (4, "2"),
    ]


def test_each_page_ends_with_a_form_feed_and_holds_its_text():
    found = report(prose, prose)
    assert found.text.count("\f") == 2
    assert [found.text[p.start : p.end].count("Governance of") for p in found.pages] == [1, 1]


def test_a_paragraph_goes_on_over_a_page_end_with_header_and_footnote_between():
    def first(p: Page) -> None:
        prose(p)
        p.raised("Practitioners worked with other agencies", "1", " and shared what they knew of each of the")
        p.canvas.line(LEFT, 100, LEFT + 140, 100)
        p.at(LEFT, 90, "1 The duty is placed on the local authority and its partners.", 8)

    def second(p: Page) -> None:
        p.lines("children without delay.")
        p.y -= 8
        prose(p)

    found = report(first, second)
    whole = "Practitioners worked with other agencies and shared what they knew of each of the children without delay."
    assert whole in texts(found)


def test_an_item_goes_on_over_a_page_end():
    def first(p: Page) -> None:
        prose(p)
        p.item("•", "managers signed off too many plans that did not say how children would be kept safe by the")

    def second(p: Page) -> None:
        p.lines("Probation Service and by the police.", x=LEFT + 18)
        p.y -= 8
        prose(p)

    found = report(first, second)
    assert texts(found, "item") == [
        "managers signed off too many plans that did not say how children would be kept safe by the Probation Service "
        "and by the police."
    ]


def test_a_finished_paragraph_ends_with_its_page():
    def first(p: Page) -> None:
        p.paragraph(PROSE)

    def second(p: Page) -> None:
        p.paragraph("Victims were heard. " + PROSE)

    assert len(texts(report(first, second))) == 2


def test_a_contents_page_with_leaders_is_hidden():
    def contents(p: Page) -> None:
        p.heading("Contents")
        for n, name in enumerate(NAMES, start=3):
            p.lines(f"{name} of page three {'.' * 60} {n}")

    found = report(contents, lambda p: p.paragraph(PROSE))
    assert len(hidden(found, "contents")) == len(NAMES)
    assert not any("....." in text for text in texts(found))


def test_a_contents_page_with_its_numbers_set_apart_is_hidden():
    def contents(p: Page) -> None:
        p.heading("Contents")
        for n, name in enumerate(NAMES, start=3):
            p.at(LEFT, p.y, f"{name} of the service")
            p.at(RIGHT - 20, p.y, str(n))
            p.y -= 20

    found = report(contents, lambda p: p.paragraph(PROSE))
    assert len(hidden(found, "contents")) == len(NAMES)
    assert not any("of the service" in text for text in texts(found))


def test_what_a_printed_web_page_leaves_is_hidden():
    def page(p: Page) -> None:
        p.heading("Key findings (Back to top)")
        p.paragraph("Staff came from health and other agencies[1] and were settled.")
        p.paragraph("Back to top")
        p.paragraph("[1] The duty is placed on the local authority.")

    found = document(page)
    assert texts(found) == ["Key findings", "Staff came from health and other agencies and were settled."]
    assert hidden(found, "footnote") == ["[1] The duty is placed on the local authority."]


def test_dots_drawn_before_lines_are_signs_of_items():
    def page(p: Page) -> None:
        p.paragraph("Inspectors found that:")
        for text in ("managers knew the cases well", "Victims were heard"):
            p.canvas.circle(LEFT + 6, p.y + 4, 2, fill=1)
            p.lines(text, x=LEFT + 18)
        p.paragraph(PROSE)

    found = document(page)
    assert texts(found, "item") == ["managers knew the cases well", "Victims were heard"]


def test_figures_at_the_foot_that_grow_by_chance_are_those_of_a_table():
    def counted(number: int) -> Callable[[Page], object]:
        def page(p: Page) -> None:
            p.y -= 40 * number
            p.paragraph(PROSE)
            p.at(LEFT, 90, f"{number + 2} {number}")

        return page

    assert hidden(document(counted(1), counted(2), counted(3)), "page_header") == []


def test_a_key_question_at_the_head_of_a_page_is_no_rest_of_the_line_before():
    def first(p: Page) -> None:
        p.y = 110
        p.lines("Planning is holistic, personalised and involves the child and the parents or carers. Good")

    def second(p: Page) -> None:
        p.lines("2.2.1. Does planning focus on the child? 70%")

    assert texts(report(first, second))[-1] == "2.2.1. Does planning focus on the child? 70%"
