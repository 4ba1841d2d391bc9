"""Word files. All text is invented."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest
from docx import Document as Word
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.reading.specified import texts
from yosnlp.errors import UnreadableInput
from yosnlp.reading import limits, word
from yosnlp.records import Document
from yosnlp.text import view

W = nsdecls("w")
FOOTNOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"


def saved(word: WordDocument) -> bytes:
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def read(data: bytes) -> Document:
    return word.read(data, "elmstow.docx")


def with_body(*xml: str) -> Document:
    """A document whose body holds ``xml``, elements of WordprocessingML."""
    word = Word()
    for element in xml:
        word.element.body.insert_element_before(parse_xml(element), "w:sectPr")
    return read(saved(word))


def p(inner: str, properties: str = "") -> str:
    return f"<w:p {W}><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def shape(document: Document) -> list[tuple[str, str | None, int | None, str]]:
    return [(b.kind, b.marker, b.level, view(document, b.start, b.end).text) for b in document.blocks]


def changed(data: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    """The archive ``data`` with its parts changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


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


def numbering(*levels: str) -> Callable[[dict[str, bytes]], None]:
    """Lists 91 and 92 after one pattern with ``levels`` (format, sign), 93 of its own, 94 counted anew."""
    made = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{level.split()[0]}"/>'
        f'<w:lvlText w:val="{level.split()[1]}"/></w:lvl>'
        for at, level in enumerate(levels)
    )
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    lists = "".join(
        f'<w:num w:numId="9{n}"><w:abstractNumId w:val="90"/>{anew if n == 4 else ""}</w:num>' for n in (1, 2, 4)
    )

    def change(parts: dict[str, bytes]) -> None:
        parts["word/numbering.xml"] = (
            f'<w:numbering {W}><w:abstractNum w:abstractNumId="90">{made}</w:abstractNum>{lists}</w:numbering>'.encode()
        )

    return change


def listed(number: int, depth: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'


@pytest.mark.parametrize(
    ("levels", "items", "signs"),
    [
        (["decimal %1."], [(91, 0), (91, 0), (92, 0)], ["1.", "2.", "3."]),
        (
            ["decimal %1.", "decimal %1.%2"],
            [(91, 0), (91, 1), (91, 1), (91, 0), (91, 1)],
            ["1.", "1.1", "1.2", "2.", "2.1"],
        ),
        (["lowerLetter (%1)", "lowerRoman %2)"], [(91, 0), (91, 1), (91, 1), (91, 0)], ["(a)", "i)", "ii)", "(b)"]),
        (["bullet o"], [(91, 0)], ["•"]),
        (["decimal %1."], [(91, 0), (94, 0), (94, 0)], ["1.", "5.", "6."]),
        (["none x"], [(91, 0)], [None]),
        (["decimal %1."], [(0, 0)], [None]),
    ],
    ids=["counted on", "levels", "letters", "bullets", "counted anew", "no sign", "taken off"],
)
def test_items_bear_the_signs_that_word_counts(
    levels: list[str], items: list[tuple[int, int]], signs: list[str | None]
) -> None:
    word = Word()
    for number, depth in items:
        word.element.body.insert_element_before(parse_xml(p(r("An item."), listed(number, depth))), "w:sectPr")
    document = read(changed(saved(word), numbering(*levels)))
    assert [block.marker for block in document.blocks] == signs


def test_the_number_of_a_heading_is_part_of_it() -> None:
    word = Word()
    word.element.body.insert_element_before(
        parse_xml(p(r("Leadership"), '<w:pStyle w:val="Heading1"/>' + listed(91, 1))), "w:sectPr"
    )
    document = read(changed(saved(word), numbering("decimal %1.", "decimal %1.%2.")))
    assert shape(document) == [("heading", None, 1, "1.1. Leadership")]


def bomb(parts: dict[str, bytes]) -> None:
    parts["word/document.xml"] = b"<w:p>" + b" " * (limits.PART + 10)


def entities(parts: dict[str, bytes]) -> None:
    parts["word/document.xml"] = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'


def cut(parts: dict[str, bytes]) -> None:
    parts["word/document.xml"] = parts["word/document.xml"][:-20]


def workbook(parts: dict[str, bytes]) -> None:
    parts["xl/workbook.xml"] = parts.pop("word/document.xml")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (bomb, "unpacks to more"),
        (entities, "defines entities"),
        (cut, "damaged in its part"),
        (workbook, "a workbook"),
    ],
)
def test_harmful_and_damaged_parts_are_refused(change: Callable[[dict[str, bytes]], None], words: str) -> None:
    word = Word()
    word.add_paragraph("We visited in May.")
    with pytest.raises(UnreadableInput, match=words):
        read(changed(saved(word), change))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "save it as .docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "take the password off"),
        (b"PK\x03\x04 broken", "damaged"),
        (b"<html>", "no Word file"),
    ],
    ids=["before 2007", "password", "archive", "web page"],
)
def test_other_files_are_refused_with_what_mends_it(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableInput, match=words):
        read(data)


def test_deep_tables_are_read_or_refused() -> None:
    def nested(depth: int) -> str:
        return f"<w:tbl {W}><w:tr><w:tc>" * depth + p(r("deep")) + f"{p('')}</w:tc></w:tr></w:tbl>" * depth

    assert texts(with_body(nested(30))) == ["deep"]

    def change(parts: dict[str, bytes]) -> None:
        parts["word/document.xml"] = f"<w:document {W}><w:body>{nested(5_000)}</w:body></w:document>".encode()

    with pytest.raises(UnreadableInput, match="damaged"):
        read(changed(saved(Word()), change))
