"""What is read of an OpenDocument text. All text is invented."""

from __future__ import annotations

import pytest

from tests.reading.odt.made import items, p, read
from tests.reading.specified import texts
from tests.reading.structured.seen import hidden, shape


def test_headings_titles_quotations_and_lists() -> None:
    document = read(
        p("Report on Elmstow", "P1")
        + '<text:h text:outline-level="2">Foreword</text:h>'
        + p("We visited in May.")
        + items(p("Staff listened.") + p("They did so often."), p("Plans were kept."))
        + items(p("review each plan") + items(p("of children"), style="N"), p("train the board"), style="N")
        + p("She rang me.", "Quotations")
    )
    assert shape(document) == [
        ("heading", None, 1, "Report on Elmstow"),
        ("heading", None, 2, "Foreword"),
        ("paragraph", None, None, "We visited in May."),
        ("item", "•", None, "Staff listened. They did so often."),
        ("item", "•", None, "Plans were kept."),
        ("item", "1.", None, "review each plan"),
        ("item", "(a)", None, "of children"),
        ("item", "2.", None, "train the board"),
        ("quotation", None, None, "She rang me."),
    ]


def test_a_list_is_counted_on_where_it_says_so() -> None:
    document = read(
        items(p("a"), style="N")
        + p("Between.")
        + items(p("b"), style="N", more=' text:continue-numbering="true"')
        + items(p("c"), style="N")
    )
    assert [block.marker for block in document.blocks] == ["1.", None, "2.", "1."]


def test_headings_bear_their_numbers() -> None:
    outline = (
        '<text:outline-style><text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/>'
        '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>'
    )
    body = "".join(
        f'<text:h text:outline-level="{n}">{t}</text:h>' for n, t in ((1, "Leading"), (2, "Staff"), (2, "Board"))
    )
    assert texts(read(body, outline)) == ["1. Leading", "1.1 Staff", "1.2 Board"]


def test_short_bold_paragraphs_are_headings_where_nothing_else_says_so() -> None:
    bold = '<text:span text:style-name="Bold">Strengths</text:span>'
    assert [b.kind for b in read(p(bold) + p(f"Plans {bold} were.")).blocks] == ["heading", "paragraph"]


@pytest.mark.parametrize(
    ("inner", "seen"),
    [
        ('well<text:s text:c="3"/>led', "well led"),
        ("at<text:line-break/>home", "at home"),
        ("in May<text:span text:style-name='Up'>7</text:span>.", "in May."),
        ("18<text:span text:style-name='Up'>th</text:span>", "18th"),
        ("kept<office:annotation><text:p>no</text:p></office:annotation> plans", "kept plans"),
        ("<text:a>our <text:span>site</text:span></text:a> here", "our site here"),
        ("it<text:soft-page-break/> met", "it met"),
    ],
    ids=["spaces", "break", "raised number", "raised letters", "comment", "link", "page break"],
)
def test_what_is_read_is_what_is_seen(inner: str, seen: str) -> None:
    assert texts(read(p(inner))) == [seen]


def test_deleted_text_is_not_read() -> None:
    deletion = f"<text:changed-region><text:deletion>{p('gone')}</text:deletion></text:changed-region>"
    gone = f"<text:tracked-changes>{deletion}</text:tracked-changes>"
    assert texts(read(gone + p("kept<text:change/>"))) == ["kept"]


def test_notes_are_hidden_at_the_end() -> None:
    said = f"<text:note-body>{p('In May.')}</text:note-body>"
    note = f"<text:note><text:note-citation>1</text:note-citation>{said}</text:note>"
    document = read(p(f"It met{note} often.") + p("An end."))
    assert texts(document) == ["It met often.", "An end."]
    assert hidden(document) == [("footnote_mark", "1"), ("footnote", "1 In May.")]


def test_contents_headers_and_footers_are_hidden() -> None:
    master = (
        '<office:master-styles><style:master-page style:name="Standard"><style:header>'
        f"{p('Inspection: Elmstow')}</style:header><style:footer>{p('Inspection: Elmstow')}</style:footer>"
        "</style:master-page></office:master-styles>"
    )
    contents = f"<text:table-of-content><text:index-body>{p('Foreword 3')}</text:index-body></text:table-of-content>"
    document = read(contents + p("We visited."), master)
    assert texts(document) == ["We visited."]
    assert hidden(document) == [("page_header", "Inspection: Elmstow"), ("contents", "Foreword 3")]


def test_tables_and_what_lies_in_them() -> None:
    def cell(inner: str) -> str:
        return f"<table:table-cell>{inner}</table:table-cell>"

    def row(*cells: str) -> str:
        return f"<table:table-row>{''.join(cells)}</table:table-row>"

    head = row(cell(p("Standard")), cell(p("Rating")))
    document = read(
        f"<table:table><table:table-header-rows>{head}</table:table-header-rows>"
        f"{row(cell(p('2.1 Planning')), cell(p('Good')))}"
        f"{row(cell(p('Work')), '<table:covered-table-cell/>')}</table:table>"
        f"<table:table>{row(cell(p('Strengths')), cell(p('Areas for improvement')))}"
        f"{row(cell(items(p('a'), p('b'))), cell(items(p('c'), p('d'))))}</table:table>"
    )
    assert [(kind, text) for kind, _, _, text in shape(document)] == [
        ("table", "Standard Rating"),
        ("table", "2.1 Planning Good"),
        ("table", "Work"),
        ("paragraph", "Strengths"),
        ("item", "a"),
        ("item", "b"),
        ("paragraph", "Areas for improvement"),
        ("item", "c"),
        ("item", "d"),
    ]


def test_a_text_box_is_read_after_its_paragraph() -> None:
    box = f"<draw:frame><draw:text-box>{p('In the box.')}</draw:text-box></draw:frame>"
    assert texts(read(p(f"Before. {box}After."))) == ["Before. After.", "In the box."]
