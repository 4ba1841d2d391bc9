from tests.reading.pdf.made import LEFT, PROSE, Page, document, hidden, texts


def test_a_smaller_line_at_the_foot_that_is_called_in_the_text_is_a_footnote():
    def page(p: Page) -> None:
        p.raised("Staff came from health, education and other agencies", "1", ", and were settled.")
        p.y -= 8
        p.paragraph(PROSE)
        p.at(LEFT, 100, "1 The duty is placed on the local authority", 8)
        p.at(LEFT, 90, "and its partners.", 8)

    found = document(page)
    assert hidden(found, "footnote") == ["1 The duty is placed on the local authority", "and its partners."]
    assert hidden(found, "footnote_mark") == ["1"]
    assert texts(found)[0] == "Staff came from health, education and other agencies, and were settled."
    assert texts(found)[-1] == PROSE


def test_a_mark_that_is_not_raised_is_hidden_where_its_footnote_stands():
    def page(p: Page) -> None:
        p.paragraph("Staff came from other agencies1 and were settled in the team.")
        p.paragraph(PROSE)
        p.at(LEFT, 90, "1 The duty is placed on the local authority.", 8)

    assert texts(document(page))[0] == "Staff came from other agencies and were settled in the team."


def test_a_footnote_goes_on_at_the_foot_of_the_next_page():
    def first(p: Page) -> None:
        p.raised("Staff came from health, education and other agencies", "1", ", and were settled.")
        p.y -= 8
        p.paragraph(PROSE)
        p.at(LEFT, 90, "1 The duty is placed on the local authority and on the partners that the", 8)

    def second(p: Page) -> None:
        p.paragraph(PROSE)
        p.at(LEFT, 90, "law names in the same section.", 8)

    assert hidden(document(first, second), "footnote")[-1] == "law names in the same section."


def test_a_footnote_that_is_said_on_many_pages_is_no_running_footer():
    def numbered(number: int):
        def page(p: Page) -> None:
            p.y -= 120 + 30 * number
            p.paragraph(PROSE)
            p.raised("Our rating", str(number), " for the standard was high.")
            p.at(LEFT, 100, f"{number} The rating follows from the lowest score.", 8)

        return page

    found = document(*map(numbered, range(1, 6)))
    assert hidden(found, "page_header") == []
    assert hidden(found, "footnote") == [f"{n} The rating follows from the lowest score." for n in range(1, 6)]


def test_a_footnote_may_stand_at_the_foot_of_the_page_after_its_mark():
    def first(p: Page) -> None:
        p.paragraph(PROSE)
        p.raised("Staff came from health, education and other agencies", "1", ", and were settled.")

    def second(p: Page) -> None:
        p.paragraph(PROSE)
        p.canvas.line(LEFT, 104, LEFT + 110, 104)
        p.at(LEFT, 90, "1 The duty is placed on the local authority.")

    assert hidden(document(first, second), "footnote") == ["1 The duty is placed on the local authority."]


def test_a_raised_ordinal_or_unit_is_no_mark():
    def page(p: Page) -> None:
        p.raised("It was the 12", "th", " visit of the year to the office by the quay.")
        p.raised("The hall has 90 m", "2", " of floor.")

    found = document(page)
    assert hidden(found, "footnote_mark") == []


def test_a_note_with_an_asterisk_below_a_table_is_kept():
    def page(p: Page) -> None:
        p.table([["3.1 Assessment", "Good"], ["3.2 Planning", "Good*"]], [250, 150])
        p.at(LEFT, 120, "* Professional discretion was used for 3.2.", 9)

    assert texts(document(page))[-1] == "* Professional discretion was used for 3.2."


def test_small_lines_that_nothing_calls_are_prose():
    def page(p: Page) -> None:
        p.paragraph(PROSE)
        p.at(LEFT, 90, "Aldermoor is an invented place.", 9)

    assert texts(document(page))[-1] == "Aldermoor is an invented place."
