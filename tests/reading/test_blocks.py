from __future__ import annotations

import pytest

from tests.reading.specified import check
from yosnlp.reading.plain import read_plain

FULL = "The board of the service met in the town hall each month, and its members had read what was sent to them."

PARAGRAPHS = [
    pytest.param(
        f" <paragraph>{FULL[:60]}\nwhen they could.</paragraph>\n <paragraph>{FULL}</paragraph>\n"
        f" <paragraph>{FULL}\nNobody else had.</paragraph>",
        id="items whose bullets were lost, each set in",
    ),
    pytest.param("<paragraph>Staff were kind\nand they were well led.</paragraph>", id="goes on in lower case"),
    pytest.param(
        f"<paragraph>{FULL}\nExbourne gave it a room to meet in.</paragraph>\n"
        f"<paragraph>The room was warm.</paragraph>",
        id="a full line goes on, a short one does not",
    ),
    pytest.param(
        f"<paragraph>1.2. Staff</paragraph>\n<paragraph>{FULL}</paragraph>",
        id="a heading above its paragraph",
    ),
    pytest.param(
        f"<paragraph>{FULL}</paragraph>\n<paragraph>1.2. Staff Outstanding</paragraph>\n<paragraph>{FULL}</paragraph>",
        id="a heading below a full line",
    ),
    pytest.param(
        f"<paragraph>{FULL}</paragraph>\n\n<paragraph>Planning</paragraph>\n\n<paragraph>{FULL}</paragraph>",
        id="a heading between blank lines",
    ),
    pytest.param(
        f"<paragraph>{FULL[:-18]}\n\nand to nobody else in the town.</paragraph>",
        id="a sentence over a blank line",
    ),
    pytest.param(
        f"<paragraph>{FULL[:-18]}\n\x0cChildren of the town were told of it.</paragraph>",
        id="a sentence over the end of a page",
    ),
    pytest.param(
        f"<paragraph>{FULL[:-1]};\n\x0chowever, nobody in the town was told of it.</paragraph>",
        id="half a sentence on the next page",
    ),
    pytest.param(
        f"<paragraph>{FULL}</paragraph>\n\x0c<paragraph>Children of the town were told of it.</paragraph>",
        id="a new sentence on a new page",
    ),
    pytest.param(
        "<paragraph>An inspection of youth justice services in Exbourne, Tavy and North West Lydford</paragraph>\n\n"
        "<paragraph>Fieldwork started: September 2020</paragraph>",
        id="lines of a title page",
    ),
    pytest.param(
        "<paragraph>We read all of it at https://example.org/a/long/path</paragraph>\n\n"
        "<paragraph>Plans were late.</paragraph>",
        id="an address ends a paragraph",
    ),
    pytest.param(
        f"<paragraph>{FULL} It met in\n12. Its rooms were warm.</paragraph>",
        id="a figure that begins a line of a sentence",
    ),
    pytest.param(
        f"<paragraph>{FULL[:-18]}\n– as they should –\nto nobody else.</paragraph>",
        id="a dash that begins a line of a sentence",
    ),
    pytest.param(
        "<paragraph>The plans that children and their families had been given were good in 45 of the 50 cases we read"
        "\n(90%).</paragraph>",
        id="a figure alone on the last line of a sentence",
    ),
]


@pytest.mark.parametrize("example", PARAGRAPHS)
def test_paragraphs(example: str) -> None:
    check(f"{example}\n\n<paragraph>{FULL}</paragraph>\n")


@pytest.mark.parametrize("sign", [*list("•●○◦▪■►▶‣⁃✓➢❖-*–—+·"), "o", "\uf0b7", "\uf0a7", "\uf0d8"], ids=repr)
def test_bullets_of_every_kind_begin_items(sign: str) -> None:
    check(
        f"<paragraph>Strengths:</paragraph>\n\n"
        f"{sign} <item marker={sign}>Staff knew the children well and had\n  done so for years</item>\n"
        f"{sign} <item marker={sign}>Plans were short.</item>\n\n<paragraph>{FULL}</paragraph>"
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param("(1)", "(2)", id="(1)"),
        pytest.param("1.", "2.", id="1."),
        pytest.param("1)", "2)", id="1)"),
        pytest.param("a)", "b)", id="a)"),
        pytest.param("(b)", "(c)", id="(b)"),
        pytest.param("i)", "ii)", id="i)"),
        pytest.param("(iv)", "(v)", id="(iv)"),
        pytest.param("9.", "10.", id="9."),
    ],
)
def test_numbers_begin_items(first: str, second: str) -> None:
    check(
        f"<paragraph>{FULL}</paragraph>\n\n"
        f"{first} <item marker={first}>Staff knew the children well and had\n  done so for years</item>\n"
        f"{second} <item marker={second}>Plans were short</item>\n"
    )


def test_a_bullet_may_stand_before_its_text_without_a_space_or_above_it() -> None:
    check(
        "•<item marker=•>Staff knew the children.</item>\n•\n<item marker=•>Plans were short\nand few.</item>\n"
        "(1)\n<item marker=(1)>Victims were asked.</item>\n"
    )


def test_a_bullet_before_a_number_belongs_to_the_item() -> None:
    check("- 1. <item marker=1.>Staff knew the children.</item>\n- 2. <item marker=2.>Plans were short.</item>\n")


def _on_pages(*texts: str) -> str:
    """Texts parted by the foot of a page: a footnote and a running footer."""
    parts = [texts[0]]
    for page, text in enumerate(texts[1:], start=11):
        foot = f"<hidden reason=page_header>Inspection of youth offending services: Exbourne {page}</hidden>\n"
        parts.append(f"\n\n{foot}\x0c{text}")
    return (
        "".join(parts) + "\n\n<hidden reason=page_header>Inspection of youth offending services: Exbourne 40</hidden>\n"
    )


def test_an_item_goes_on_over_the_end_of_a_page() -> None:
    check(
        _on_pages(
            "• <item marker=•>The staff of the service knew the\nchildren and",
            "their families well</item>\n• <item marker=•>Plans were short.</item>",
        )
    )


def test_an_item_goes_on_over_a_footnote_and_a_footer() -> None:
    check(
        _on_pages(
            "• <item marker=•>The staff had been trained in the use of AIM<hidden "
            "reason=footnote_mark>1</hidden> and\n\n"
            "<hidden reason=footnote>1 Assessment, Intervention and Moving On, a way to work with children who\n"
            "have harmed others.</hidden>",
            "they used it well</item>\n• <item marker=•>Plans were short.</item>",
        )
    )


MARKDOWN = [
    pytest.param("## <heading level=2>1.2 Staff</heading>\n<paragraph>Staff were kind.</paragraph>", id="heading"),
    pytest.param(
        "### <heading level=3>Staff</heading> ###\n\n<paragraph>Staff were kind.</paragraph>", id="closed heading"
    ),
    pytest.param(
        "## <heading level=2><hidden reason=mark_up>**</hidden>1.2 Staff<hidden reason=mark_up>**</hidden></heading>",
        id="heading in bold",
    ),
    pytest.param(
        "<paragraph>Plans</paragraph>\n<hidden reason=mark_up>=====</hidden>\n\n<paragraph>They were late.</paragraph>",
        id="underlined heading",
    ),
    pytest.param(
        "<paragraph>Plans were <hidden reason=mark_up>*</hidden>not<hidden reason=mark_up>*</hidden> late, "
        "<hidden reason=mark_up>__</hidden>ever<hidden reason=mark_up>__</hidden>.</paragraph>",
        id="emphasis",
    ),
    pytest.param(
        "<paragraph>3.2 Planning Good*</paragraph>\n\n<paragraph>Planning was good.</paragraph>",
        id="a star for discretion",
    ),
    pytest.param(
        "<paragraph>See <hidden reason=mark_up>[</hidden>the annex<hidden reason=mark_up>](#annex)</hidden> and\n"
        "<hidden reason=mark_up>![Logo](a/logo.png)</hidden> here.</paragraph>",
        id="link and image",
    ),
    pytest.param(
        "<table><hidden reason=mark_up>|</hidden> Staff <hidden reason=mark_up>|</hidden> Good "
        "<hidden reason=mark_up>|</hidden></table>\n<hidden reason=mark_up>|:--|--:|</hidden>\n"
        "<table><hidden reason=mark_up>|</hidden>Plans<hidden reason=mark_up>|</hidden>Poor<hidden "
        "reason=mark_up>|</hidden></table>",
        id="table",
    ),
    pytest.param(
        "<hidden reason=mark_up>></hidden> <quotation>K was 15. She had\n"
        "<hidden reason=mark_up>></hidden> a worker.</quotation>\n\n"
        "<paragraph>Plans were late.</paragraph>",
        id="block quote",
    ),
    pytest.param(
        "<paragraph>Plans<hidden reason=mark_up><br/></hidden>were <hidden reason=mark_up><b></hidden>late"
        "<hidden reason=mark_up></b></hidden> &<hidden reason=mark_up>amp;</hidden> few.</paragraph>",
        id="tags and entities",
    ),
    pytest.param(
        "## <heading level=2>Staff <hidden reason=web_page>(Back to top)</hidden></heading>\n\n"
        "<paragraph>They were kind.<hidden reason=footnote_mark>[1]</hidden></paragraph>",
        id="a link back to the top and a note's number",
    ),
    pytest.param("1. <item marker=1.>Train staff.</item>\n2. <item marker=2.>Ask victims.</item>", id="numbered list"),
    pytest.param(
        "- <item marker=->Train staff.</item>\n  - <item marker=->All of them.</item>\n\n"
        "<hidden reason=mark_up>***</hidden>\n\n<paragraph>So it was.</paragraph>",
        id="list within a list, and a rule",
    ),
]


@pytest.mark.parametrize("example", MARKDOWN)
def test_markdown(example: str) -> None:
    check(example, markdown=True)


def test_a_paragraph_of_text_that_is_set_in_is_a_quotation() -> None:
    prose = f"<paragraph>{FULL}</paragraph>\n\n" * 8
    said = "B (f) had been robbed on the quay, and did not go\n    there again until a worker went with her."
    quoted = f"<quotation>{said}</quotation>"
    check(f"{prose}    {quoted}\n\n{prose}    <paragraph>Set in, and a heading.</paragraph>")


def test_where_all_lines_are_set_in_none_is_a_quotation() -> None:
    check("".join(f"    <paragraph>{FULL[:60]}\n    {FULL[60:]}</paragraph>\n\n" for _ in range(4)))


def test_cells_parted_by_tabs_are_a_row_of_a_table() -> None:
    check("<table>2.1 Assessment\tGood</table>\n<table>2.2 Planning\tPoor</table>\n<paragraph>So it was.</paragraph>")


def test_a_row_with_one_cell_is_a_row_too() -> None:
    check("<table>2.1 Assessment\tGood</table>\n<table>2. Court</table>\t\n<table>3. Other work</table>\t\t")


def test_rows_with_cells_set_apart_by_spaces_stay_apart() -> None:
    text = "1.2 Staff                     Outstanding\n1.3 Partnerships and services     Good\n"
    rows = [text[b.start : b.end].split() for b in read_plain(text.encode(), "marrowdale.txt").blocks]
    assert [row[0] for row in rows] == ["1.2", "1.3"]


def test_a_heading_after_a_page_end_is_not_joined_to_an_unfinished_item() -> None:
    page = "\n".join(["The service worked with many partners across the county and met them every month."] * 6)
    item = "• Performance data is not broken down by ethnicity, gender, disability or offence type"
    text = f"{page}\n\n{item}\n\n\fDomain two: Court disposals\n\nWe looked at thirty cases.\n"
    shown = [text[b.start : b.end] for b in read_plain(text.encode(), "marrowdale.txt").blocks]
    assert item.removeprefix("• ") in shown
    assert "Domain two: Court disposals" in shown


def test_the_heading_of_a_list_right_below_a_full_item_stands_alone() -> None:
    page = "\n".join(["The service worked with many partners across the county and met them every month."] * 6)
    items = "• All case managers had been trained in how to write a plan that a child can follow.\n"
    text = f"{page}\n\nStrengths:\n{items}Areas for improvement:\n• The kettle was broken.\n"
    shown = [text[b.start : b.end] for b in read_plain(text.encode(), "marrowdale.txt").blocks]
    assert "Areas for improvement:" in shown
