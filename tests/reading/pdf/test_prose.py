import pytest

from tests.reading.pdf.made import LEFT, PROSE, RIGHT, Page, document, seen, texts


def test_a_paragraph_is_one_block_and_the_next_begins_where_the_gap_is_wider():
    def page(p: Page) -> None:
        p.paragraph(PROSE)
        p.paragraph("Victims were heard.")

    assert texts(document(page)) == [PROSE, "Victims were heard."]


def test_paragraphs_without_a_gap_are_told_apart_by_lines_that_end_early():
    def page(p: Page) -> None:
        p.paragraph(PROSE)
        p.lines("Inspected February 2019")
        p.lines("Published April 2019")

    assert texts(document(page))[1:] == ["Inspected February 2019", "Published April 2019"]


def test_lines_that_each_name_a_standard_or_a_key_question_are_each_a_block():
    rated = [
        "1.4 Information and facilities Good",
        "2.2 Planning Good",
        "2.2.1. Is the child safe? 70%",
        "2.3. Delivery",
    ]

    def page(p: Page) -> None:
        for number, line in enumerate(rated):
            p.at(LEFT, 700 - 14 * number, line)

    assert texts(document(page)) == rated


def test_headings_have_levels_by_their_size():
    def page(p: Page) -> None:
        p.heading("Court disposals", 18)
        p.heading("Planning", 14)
        p.paragraph(PROSE)
        p.heading("Reviewing", 14)
        p.paragraph(PROSE)

    found = document(page)
    assert [(b.level, seen(found, b)) for b in found.blocks if b.kind == "heading"] == [
        (1, "Court disposals"),
        (2, "Planning"),
        (2, "Reviewing"),
    ]


def test_a_bold_line_of_the_same_size_is_a_heading_and_bold_prose_is_not():
    def page(p: Page) -> None:
        p.lines("Strengths:", font="Helvetica-Bold")
        p.y -= 8
        p.lines(PROSE, font="Helvetica-Bold")

    assert [b.kind for b in document(page).blocks] == ["heading", "paragraph"]


def test_a_heading_of_two_lines_is_one_block_where_its_first_line_calls_for_more():
    def page(p: Page) -> None:
        p.at(LEFT, 700, "An inspection of youth offending services in", 20, "Helvetica-Bold")
        p.at(LEFT, 676, "Aldermoor", 20, "Helvetica-Bold")
        p.y = 500
        p.paragraph(PROSE)

    assert texts(document(page))[0] == "An inspection of youth offending services in Aldermoor"


SIGNS = {
    "a bullet": ("•", "Helvetica", 18),
    "a dash": ("–", "Helvetica", 18),
    "a hyphen": ("-", "Helvetica", 14),
    "the letter o": ("o", "Courier", 18),
    "a dingbat": ("n", "ZapfDingbats", 18),
    "of the Symbol font": ("\u00b7", "Symbol", 18),
    "a number": ("1.", "Helvetica", 18),
    "a number in brackets": ("(1)", "Helvetica", 22),
}


@pytest.mark.parametrize(("sign", "font", "inner"), SIGNS.values(), ids=SIGNS)
def test_an_item_is_known_by_its_sign_set_as_a_run_of_its_own(sign: str, font: str, inner: float):
    first = "managers signed off too many plans that did not say how children or other people would be kept safe"
    second = "Victims were seldom asked what they wanted"

    def page(p: Page) -> None:
        p.paragraph("Our key findings were as follows:")
        p.item(sign, first, font, inner=inner)
        p.item(sign.replace("1", "2"), second, font, inner=inner)
        p.paragraph(PROSE)

    found = document(page)
    assert texts(found, "item") == [first, second]
    assert all(b.marker for b in found.blocks if b.kind == "item")
    assert texts(found, "paragraph")[-1] == PROSE


def test_a_number_at_the_start_of_a_line_within_a_sentence_begins_no_item():
    def page(p: Page) -> None:
        for line in (
            "Plans were sufficient in most of the cases that we read, and in March of that year all",
            "12. A plan",
        ):
            p.lines(line)

    assert [b.kind for b in document(page).blocks] == ["paragraph"]


def test_a_hyphen_at_a_line_end_stays_in_the_text_and_parts_no_word():
    def page(p: Page) -> None:
        p.lines("The police decided on most of the disposals that were given out-of-")
        p.lines("court before the service had finished its assessment of the child.")

    found = document(page)
    assert "out-of-\ncourt" in found.text
    assert "given out-of-court before" in texts(found)[0]


def test_words_hyphenated_by_the_setting_are_whole():
    def page(p: Page) -> None:
        p.lines("Some of the children of the villages were over-")
        p.lines("represented in the caseload of the service.")

    assert "were over-represented in" in texts(document(page))[0]


def test_text_in_two_columns_is_read_column_by_column_below_a_heading_over_both():
    left = " ".join(f"Left sentence number {n} tells what we saw there." for n in range(1, 9))
    right = " ".join(f"Right sentence number {n} tells more of the same." for n in range(1, 9))

    def page(p: Page) -> None:
        p.heading("A heading that runs over the whole width of the page", 16)
        top = p.y
        p.lines(left, right=285)
        p.y = top
        p.lines(right, x=310)
        p.y -= 40
        p.heading("Another heading over both of the columns of text", 16)
        p.paragraph(PROSE)

    assert texts(document(page)) == [
        "A heading that runs over the whole width of the page",
        left,
        right,
        "Another heading over both of the columns of text",
        PROSE,
    ]


def test_a_sentence_goes_on_from_one_column_into_the_next():
    text = " ".join(f"and sentence {n} goes on to say what practitioners told us" for n in range(1, 13))

    def page(p: Page) -> None:
        lines = list(p.wrapped(text, 215))
        for i, line in enumerate(lines):
            x, row = (LEFT, i) if i < len(lines) // 2 else (310, i - len(lines) // 2)
            p.at(x, 700 - 14 * row, line)

    assert texts(document(page)) == [text]


def test_an_item_at_the_side_of_a_box_keeps_both_whole():
    example = "Reece was drawn in at 14. His worker read what was written and checked it with him."

    def page(p: Page) -> None:
        p.canvas.setFillGray(0.85)
        p.canvas.rect(330, 560, 195, 140, fill=1, stroke=0)
        p.canvas.setFillGray(0)
        p.lines(PROSE, right=310)
        p.y = 680
        p.lines("Case example", x=340, right=515, font="Helvetica-Bold")
        p.y -= 6
        p.lines(example, x=340, right=515)

    found = texts(document(page))
    assert sorted(found) == sorted([PROSE, "Case example", example])


def test_ligatures_are_plain_letters():
    def page(p: Page) -> None:
        from reportlab.pdfbase import pdfmetrics
        from reportlab.pdfbase.ttfonts import TTFont

        pdfmetrics.registerFont(TTFont("DejaVu", "DejaVuSans.ttf"))
        p.lines("The o\ufb03ce was e\ufb00ective, \ufb01nding help and o\ufb04oading none.", font="DejaVu")

    assert texts(document(page)) == ["The office was effective, finding help and offloading none."]


@pytest.mark.parametrize("quarters", [0, 90, 180, 270])
def test_a_rotated_page_is_read_as_it_is_shown(quarters: int):
    def page(p: Page) -> None:
        p.canvas.setPageRotation(quarters)
        p.paragraph(PROSE)

    assert texts(document(page)) == [PROSE]


def test_text_set_sideways_on_an_upright_page_is_read_along_its_lines():
    def page(p: Page) -> None:
        p.canvas.translate(WIDTH_OF_A4, 0)
        p.canvas.rotate(90)
        p.y = 500
        p.paragraph(PROSE, right=700)

    assert texts(document(page)) == [PROSE]


WIDTH_OF_A4 = 595


def test_a_few_words_set_sideways_are_kept_apart_from_the_text():
    def page(p: Page) -> None:
        p.paragraph(PROSE)
        p.canvas.rotate(90)
        p.at(300, -580, "Not for release")

    assert texts(document(page)) == [PROSE, "Not for release"]


def test_the_margin_is_told_from_all_pages():
    def short(p: Page) -> None:
        p.lines("Ruth Castellan")
        p.lines("Lead inspector")

    def full(p: Page) -> None:
        for _ in range(4):
            p.paragraph(PROSE, right=RIGHT)

    found = texts(document(full, full, short, full))
    assert "Ruth Castellan" in found
    assert "Lead inspector" in found


def test_a_paragraph_set_in_from_both_margins_is_a_quotation():
    quoted = " ".join([PROSE] * 2)

    def page(p: Page) -> None:
        for name in ("Ann", "Leon", "Shanice", "Tobias", "Marian", "Imogen Farrow"):
            p.paragraph(f"{name} said so: {PROSE}")
        p.paragraph(quoted, x=LEFT + 30, right=RIGHT - 40)
        p.paragraph(PROSE)

    found = document(page)
    assert texts(found, "quotation") == [quoted]


def test_a_figure_that_begins_a_line_of_a_quotation_begins_no_item():
    told = (
        "Leon, a quiet boy, lives with an aunt in the old port and first carried a knife, a l{}ng one, at 14. " + PROSE
    )
    chosen: list[str] = []

    def page(p: Page) -> None:
        for name in ("Ann", "Leon", "Shanice", "Tobias", "Marian", "Imogen Farrow"):
            p.paragraph(f"{name} said so: {PROSE}")
        width = RIGHT - LEFT - 70
        tried = (told.format("o" * n) for n in range(1, 90))
        chosen.append(next(t for t in tried if any(line.startswith("14.") for line in p.wrapped(t, width))))
        p.paragraph(chosen[0], x=LEFT + 30, right=RIGHT - 40)
        p.paragraph(PROSE)

    assert texts(document(page), "quotation") == chosen


def test_a_paragraph_in_slanting_letters_that_is_set_in_is_a_quotation():
    def page(p: Page) -> None:
        p.paragraph(PROSE)
        p.lines("I had made my mind up that nobody was bothered.", x=LEFT + 20, font="Helvetica-Oblique")
        p.y -= 8
        p.paragraph(PROSE)

    assert [b.kind for b in document(page).blocks] == ["paragraph", "quotation", "paragraph"]


def test_a_paragraph_set_in_at_the_left_alone_is_prose():
    def page(p: Page) -> None:
        p.paragraph(PROSE)
        p.paragraph(PROSE, x=LEFT + 30)

    assert [b.kind for b in document(page).blocks] == ["paragraph", "paragraph"]
