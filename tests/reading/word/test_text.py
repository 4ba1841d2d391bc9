"""What is read of a Word file. All text is invented."""

from __future__ import annotations

import pytest
from docx import Document as Word
from docx.oxml import parse_xml

from tests.reading.specified import texts
from tests.reading.structured.seen import shape
from tests.reading.word.made import W, changed, p, r, read, saved, with_body

FOOTNOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"


def test_styles_tell_headings_lists_and_quotations() -> None:
    word = Word()
    word.add_paragraph("Report on Elmstow", style="Title")
    word.add_heading("2.1 Planning", level=2)
    word.add_paragraph("We visited in May.")
    word.add_paragraph("Staff listened.", style="List Bullet")
    word.add_paragraph("review each plan", style="List Number")
    word.add_paragraph("train the board", style="List Number")
    word.add_paragraph("She rang me.", style="Quote")
    assert shape(read(saved(word))) == [
        ("heading", None, 1, "Report on Elmstow"),
        ("heading", None, 2, "2.1 Planning"),
        ("paragraph", None, None, "We visited in May."),
        ("item", "•", None, "Staff listened."),
        ("item", "1.", None, "review each plan"),
        ("item", "2.", None, "train the board"),
        ("quotation", None, None, "She rang me."),
    ]


def test_short_bold_paragraphs_are_headings_where_no_style_says_so() -> None:
    word = Word()
    for text in ("Foreword", "It is well led.", "Strengths"):
        word.add_paragraph().add_run(text).bold = text != "It is well led."
    assert [kind for kind, *_ in shape(read(saved(word)))] == ["heading", "paragraph", "heading"]
    word.add_heading("A heading")
    assert [kind for kind, *_ in shape(read(saved(word)))] == ["paragraph", "paragraph", "paragraph", "heading"]


def test_an_outline_level_makes_a_heading() -> None:
    assert shape(with_body(p(r("Foreword"), '<w:outlineLvl w:val="1"/>'))) == [("heading", None, 2, "Foreword")]


@pytest.mark.parametrize(
    ("inner", "seen"),
    [
        (r("Plans ") + f"<w:ins {W}>{r('were')}</w:ins>" + r(" kept."), "Plans were kept."),
        (r("It was ") + f"<w:del {W}><w:r><w:delText>not </w:delText></w:r></w:del>" + r("kept."), "It was kept."),
        (f"<w:moveFrom {W}>{r('gone')}</w:moveFrom><w:moveTo {W}>{r('here')}</w:moveTo>", "here"),
        (f"<w:hyperlink {W}>{r('our site')}</w:hyperlink>", "our site"),
        (f"<w:sdt {W}><w:sdtContent>{r('controlled')}</w:sdtContent></w:sdt>", "controlled"),
        (f"<w:smartTag {W}>{r('tagged')}</w:smartTag>", "tagged"),
        (r("well") + "<w:r><w:noBreakHyphen/></w:r>" + r("led"), "well\u2011led"),
        (r("in May") + r("7", '<w:vertAlign w:val="superscript"/>') + r("."), "in May."),
        (r("18") + r("th", '<w:vertAlign w:val="superscript"/>'), "18th"),
        (r("seen") + r(" unseen", "<w:vanish/>"), "seen"),
        ("<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>"
         "<w:r><w:fldChar w:fldCharType='separate'/></w:r>" + r("3 May"),
         "3 May"),
    ],
    ids=[
        "inserted", "deleted", "moved", "link", "control", "smart tag", "hyphen", "raised number", "raised letters",
        "hidden", "field",
    ],
)  # fmt: skip
def test_what_runs_hold_is_read_as_it_is_seen(inner: str, seen: str) -> None:
    assert texts(with_body(p(inner))) == [seen]


def test_paragraphs_whose_break_was_deleted_are_one() -> None:
    assert texts(with_body(p(r("The board "), "<w:rPr><w:del/></w:rPr>"), p(r("met.")))) == ["The board met."]


def test_a_control_around_paragraphs_and_rows_is_passed_through() -> None:
    row = f"<w:tr><w:tc>{p(r('2.1 Planning'))}</w:tc><w:tc>{p(r('Good'))}</w:tc></w:tr>"
    document = with_body(
        f"<w:sdt {W}><w:sdtContent>{p(r('Inside.'))}</w:sdtContent></w:sdt>",
        f"<w:tbl {W}><w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt></w:tbl>",
    )
    assert shape(document) == [("paragraph", None, None, "Inside."), ("table", None, None, "2.1 Planning Good")]


def test_the_contents_are_hidden() -> None:
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    document = with_body(
        f"<w:sdt {W}>{gallery}<w:sdtContent>{p(r('Contents'))}{p(r('Foreword 3'))}</w:sdtContent></w:sdt>",
        p(r("Foreword")),
    )
    assert texts(document) == ["Foreword"]
    assert {h.reason for h in document.hidden} == {"contents"}


def test_cells_are_read_once_and_in_their_row() -> None:
    word = Word()
    table = word.add_table(rows=3, cols=2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Work with children"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "2.1 Planning"
    table.cell(1, 1).text = "Good"
    table.cell(2, 1).text = "Outstanding"
    assert shape(read(saved(word))) == [
        ("table", None, None, "Work with children"),
        ("table", None, None, "2.1 Planning Good"),
        ("table", None, None, "Outstanding"),
    ]


def test_tables_in_tables_and_lists_in_cells_are_read_as_text() -> None:
    word = Word()
    table = word.add_table(rows=2, cols=2)
    for at, (head, items) in enumerate({"Strengths": "ab", "Areas for improvement": "cd"}.items()):
        table.cell(0, at).text = head
        for item in items:
            table.cell(1, at).add_paragraph(f"Item {item}", style="List Bullet")
    outer = word.add_table(rows=1, cols=1)
    inner = outer.cell(0, 0).add_table(rows=1, cols=2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "1.1 Leadership", "Good"
    assert texts(read(saved(word))) == [
        "Strengths", "Item a", "Item b", "Areas for improvement", "Item c", "Item d", "1.1 Leadership Good",
    ]  # fmt: skip


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    box = f"<w:txbxContent>{p(r('In the box.'))}</w:txbxContent>"
    run = (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    assert texts(with_body(p(r("Before. ") + run + r("After.")))) == ["Before. After.", "In the box."]


def test_notes_are_hidden_at_the_end_and_their_marks_where_they_stand() -> None:
    word = Word()
    word.element.body.insert_element_before(
        parse_xml(p(r("It met") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + r(" often."))), "w:sectPr"
    )
    word.add_paragraph("An end.")
    words = p("<w:r><w:footnoteRef/></w:r>" + r(" In May."))
    note = f'<w:footnotes {W}><w:footnote w:id="2">{words}</w:footnote></w:footnotes>'

    def change(parts: dict[str, bytes]) -> None:
        parts["word/footnotes.xml"] = note.encode()
        link = f'<Relationship Id="rIdF" Type="{FOOTNOTES}" Target="footnotes.xml"/></Relationships>'
        parts["word/_rels/document.xml.rels"] = parts["word/_rels/document.xml.rels"].replace(
            b"</Relationships>", link.encode()
        )

    document = read(changed(saved(word), change))
    assert texts(document) == ["It met often.", "An end."]
    assert [(h.reason, document.text[h.start : h.end]) for h in document.hidden] == [
        ("footnote_mark", "1"),
        ("footnote", "1 In May."),
    ]


def test_headers_and_footers_stand_hidden_once() -> None:
    word = Word()
    word.sections[0].header.paragraphs[0].text = "Inspection of youth offending services: Elmstow"
    word.add_section()
    word.sections[1].header.is_linked_to_previous = False
    word.sections[1].header.paragraphs[0].text = "Inspection of youth offending services: Elmstow"
    word.add_paragraph("We visited in May.")
    document = read(saved(word))
    assert [document.text[h.start : h.end] for h in document.hidden if h.reason == "page_header"] == [
        "Inspection of youth offending services: Elmstow"
    ]
    assert texts(document) == ["We visited in May."]
