from collections.abc import Callable

import pytest

from tests.reading.pdf.made import LEFT, PROSE, Page, document, hidden, rows, texts

RATINGS = [
    ["Standard", "Rating"],
    ["1.1 Governance and leadership", "Good"],
    ["1.2 Staff", "Outstanding"],
    ["1.3 Partnerships and services", "Requires improvement"],
]
QUESTIONS = [
    ["Key question", "% yes"],
    ["Does assessment sufficiently analyse what would support the desistance of the child or young person?", "90%"],
    ["Does assessment sufficiently analyse what would keep the child safe?", "83%"],
    ["Does assessment sufficiently analyse what would keep other people safe, and say who they are?", "7%"],
]


@pytest.mark.parametrize("ruled", [True, False], ids=["ruled", "without lines"])
@pytest.mark.parametrize("middle", [True, False], ids=["figures in the middle", "figures at the top"])
@pytest.mark.parametrize("table", [RATINGS, QUESTIONS], ids=["ratings", "questions"])
def test_a_row_is_a_block_and_a_cell_of_several_lines_is_one(table: list[list[str]], middle: bool, ruled: bool):
    def page(p: Page) -> None:
        p.paragraph(PROSE)
        p.table(table, [260, 140], ruled=ruled, middle=middle)
        p.paragraph(PROSE)

    found = document(page)
    assert rows(found) == table
    assert texts(found, "paragraph") == [PROSE, PROSE]


def test_cells_that_wrap_beside_one_another():
    table = [["Work with the police is a true partnership", "Requires improvement"], ["Victims", "Good"]]

    def page(p: Page) -> None:
        p.table(table, [160, 80])

    assert rows(document(page)) == table


def test_cells_are_told_by_their_shade_where_there_are_no_lines():
    table = [["1.1 Governance and leadership of the service", "Good"], ["1.2 Staff", "Outstanding"]]

    def page(p: Page) -> None:
        for i in range(2):
            p.canvas.setFillColorRGB(0.6, 0.9, 0.6)
            p.canvas.rect(LEFT, 700 - 40 * i, 130, 38, fill=1, stroke=0)
            p.canvas.rect(LEFT + 132, 700 - 40 * i, 100, 38, fill=1, stroke=0)
        p.canvas.setFillGray(0)
        p.at(LEFT + 6, 724, "1.1 Governance and")
        p.at(LEFT + 6, 710, "leadership of the service")
        p.at(LEFT + 138, 717, "Good")
        p.at(LEFT + 6, 677, "1.2 Staff")
        p.at(LEFT + 138, 677, "Outstanding")

    assert rows(document(page)) == table


def test_a_cell_that_runs_over_columns_stands_in_the_first():
    def page(p: Page) -> None:
        p.canvas.rect(LEFT, 700, 300, 24)
        p.at(LEFT + 6, 708, "Organisational delivery")
        p.canvas.rect(LEFT, 676, 200, 24)
        p.canvas.rect(LEFT + 200, 676, 100, 24)
        p.at(LEFT + 6, 684, "1.1 Governance")
        p.at(LEFT + 206, 684, "Good")

    assert rows(document(page)) == [["Organisational delivery"], ["1.1 Governance", "Good"]]


def test_rows_between_level_lines_alone():
    def page(p: Page) -> None:
        for i, (question, figure) in enumerate(QUESTIONS[1:]):
            y = 700 - 50 * i
            p.canvas.line(LEFT, y + 20, LEFT + 400, y + 20)
            for j, line in enumerate(p.wrapped(question, 250)):
                p.at(LEFT, y - 14 * j, line)
            p.at(LEFT + 320, y, figure)

    assert rows(document(page)) == QUESTIONS[1:]


def test_five_columns():
    table = [
        ["", "Lowest", "Highest", "Average", "Aldermoor"],
        ["Safeguarding work", "41%", "90%", "69%", "66%"],
        ["Work on the likelihood of reoffending", "45%", "88%", "71%", "72%"],
    ]

    def page(p: Page) -> None:
        p.table(table, [130, 70, 70, 70, 80], ruled=False)

    assert rows(document(page)) == table


def over_pages(*pages: list[list[str]]) -> list[Callable[[Page], object]]:
    def draw(table: list[list[str]]) -> Callable[[Page], object]:
        return lambda page: page.table(table, [260, 140])

    return [draw(table) for table in pages]


def test_head_rows_repeated_on_the_next_page_are_hidden():
    found = document(*over_pages(QUESTIONS[:3], [QUESTIONS[0], QUESTIONS[3]]))
    assert rows(found) == QUESTIONS
    assert hidden(found, "page_header") == ["Key question\t% yes"]


def test_a_row_that_goes_over_a_page_end_is_one_block():
    torn = [["Does planning set out how the child would be kept safe,", "68%"]]
    rest = [["and who would do what if it grew worse?", ""], ["Is planning shared with the family?", "71%"]]
    assert rows(document(*over_pages(torn, rest))) == [
        ["Does planning set out how the child would be kept safe, and who would do what if it grew worse?", "68%"],
        ["Is planning shared with the family?", "71%"],
    ]


def test_a_box_around_prose_is_no_table():
    def page(p: Page) -> None:
        p.canvas.rect(LEFT - 6, 600, 460, 170)
        p.paragraph(PROSE)

    found = document(page)
    assert rows(found) == []
    assert texts(found) == [PROSE]


def test_a_practice_example_in_a_box_is_a_quotation():
    def page(p: Page) -> None:
        p.canvas.rect(LEFT - 6, 600, 460, 170)
        p.lines("Case example", font="Helvetica-Bold")
        p.y -= 6
        p.paragraph(PROSE)
        p.paragraph("His father told us that the house was calmer.")

    found = document(page)
    assert [b.kind for b in found.blocks] == ["heading", "quotation", "quotation"]


def test_words_that_run_over_the_lines_of_a_table_are_told():
    def page(p: Page) -> None:
        p.table([["1.1 Governance", "Good"], ["1.2 Staff", "Good"]], [100, 100])
        p.at(LEFT + 60, HEIGHT_OF_FIRST_ROW, "Misplacedwordsthatrunover")

    assert [d.kind for d in document(page).defects] == ["broken_table"]


HEIGHT_OF_FIRST_ROW = 736


def test_a_practice_example_with_a_bar_at_its_side_is_a_quotation():
    def page(p: Page) -> None:
        p.paragraph(PROSE)
        p.canvas.line(LEFT, p.y + 12, LEFT, p.y - 100)
        p.lines("Case example", x=LEFT + 14, font="Helvetica-Bold")
        p.y -= 6
        p.paragraph(PROSE, x=LEFT + 14)
        p.paragraph("His father told us that the house was calmer.", x=LEFT + 14)
        p.y -= 20
        p.paragraph(PROSE)

    found = document(page)
    assert [b.kind for b in found.blocks] == ["paragraph", "heading", "quotation", "quotation", "paragraph"]
