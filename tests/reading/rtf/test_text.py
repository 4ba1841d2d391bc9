"""RTF files. All text is invented."""

from __future__ import annotations

import pytest

from tests.reading.specified import texts
from tests.reading.structured.seen import hidden, shape
from yosnlp.errors import UnreadableInput
from yosnlp.reading import rtf
from yosnlp.records import Document

HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\froman Times;}{\f3\fnil\fcharset2 Symbol;}}"
    r"{\stylesheet{\s0 Normal;}{\s1\b heading 1;}{\s2 heading 2;}{\s7 Quote;}{\s8 Title;}{\s9 toc 1;}}"
)


def read(body: str) -> Document:
    return rtf.read((HEAD + body + "}").encode("cp1252"), "elmstow.rtf")


def test_styles_and_outline_levels_tell_headings_and_quotations() -> None:
    document = read(
        r"\pard\s8 Report on Elmstow\par\pard\s1 Foreword\par\pard We visited in May.\par"
        r"\pard\outlinelevel2 Strengths\par\pard\s7 She rang me.\par"
    )
    assert shape(document) == [
        ("heading", None, 1, "Report on Elmstow"),
        ("heading", None, 1, "Foreword"),
        ("paragraph", None, None, "We visited in May."),
        ("heading", None, 3, "Strengths"),
        ("quotation", None, None, "She rang me."),
    ]


def test_short_bold_paragraphs_are_headings_where_nothing_else_says_so() -> None:
    assert shape(read(r"\pard{\b Strengths}\par\pard Plans were {\b kept}.\par"))[0][0] == "heading"


def test_items_bear_the_sign_that_is_printed() -> None:
    document = read(
        r"\pard\ls1{\listtext\pard\plain\f3 \'b7\tab}Staff listened.\par"
        r"\pard{\pntext 2.\tab}review each plan\par\pard\ls2 Plans were kept.\par"
    )
    assert [(b.kind, b.marker) for b in document.blocks] == [("item", "•"), ("item", "2."), ("item", "•")]


def test_the_number_of_a_heading_is_part_of_it() -> None:
    assert shape(read(r"\pard\s2{\listtext 2.1\tab}Planning\par")) == [("heading", None, 2, "2.1 Planning")]


def test_rows_and_nested_tables() -> None:
    document = read(
        r"\trowd\cellx1\cellx2\pard\intbl 2.1 Planning\cell Good\cell\row"
        r"\trowd\cellx1\cellx2\pard\intbl\itap1 Before\par"
        r"\pard\intbl\itap2 inner a\nestcell inner b\nestcell{\*\nesttableprops\trowd\nestrow}"
        r"{\nonesttables\par}\pard\intbl\itap1\cell After\cell\row\pard An end.\par"
    )
    assert shape(document) == [
        ("table", None, None, "2.1 Planning Good"),
        ("paragraph", None, None, "Before"),
        ("table", None, None, "inner a inner b"),
        ("paragraph", None, None, "After"),
        ("paragraph", None, None, "An end."),
    ]


def test_lists_beside_each_other_are_read_column_by_column() -> None:
    sign = r"{\listtext\f3 \'b7\tab}"
    document = read(
        r"\trowd\cellx1\cellx2\pard\intbl Strengths\cell Areas for improvement\cell\row"
        rf"\pard\intbl\ls1{sign}One\par{sign}Two\cell{sign}Three\par{sign}Four\cell\row\pard End.\par"
    )
    assert texts(document) == ["Strengths", "One", "Two", "Areas for improvement", "Three", "Four", "End."]


@pytest.mark.parametrize("star", ["", r"\*"], ids=["word", "libreoffice"])
def test_notes_are_hidden_at_the_end(star: str) -> None:
    document = read(
        rf"\pard It met{{\super\chftn}}{{{star}\footnote\pard{{\super\chftn}} In May.}} often.\par An end.\par"
    )
    assert texts(document) == ["It met often.", "An end."]
    assert hidden(document) == [("footnote_mark", "1"), ("footnote", "1 In May.")]


def test_headers_and_the_contents_are_hidden() -> None:
    document = read(
        r"{\header\pard Inspection: Elmstow\par}{\footerr\pard Inspection: Elmstow\par}"
        r"\pard\s9 Foreword 3\par{\field{\*\fldinst TOC \\o}{\fldrslt\pard Strengths 4\par}}\pard We visited.\par"
    )
    assert texts(document) == ["We visited."]
    assert hidden(document) == [
        ("page_header", "Inspection: Elmstow"),
        ("contents", "Foreword 3"),
        ("contents", "Strengths 4"),
    ]


@pytest.mark.parametrize(
    ("body", "seen"),
    [
        (r"caf\'e9 \'93so\'94", "café “so”"),
        (r"caf\u233? \u8220\'93so\u8221\'94", "café “so”"),
        (r"{\uc0\u233}t\u233 ", "été"),
        (r"\u-10179?\u-8704?", "\U0001f600"),
        (r"well\_led\~plan", "well\u2011led plan"),
        (r"\lquote so\rquote\endash x", "‘so’–x"),
        (r"kept{\deleted  not} plans", "kept plans"),
        (r"kept{\v  unseen} plans", "kept plans"),
        (r"18{\super th} of May{\super 3}", "18th of May"),
        (r"{\field{\*\fldinst HYPERLINK x}{\fldrslt our site}}", "our site"),
        (r"a{\pict\pngblip 89504e47}{\*\unknown b}{\object{\*\objdata 01}{\result c}}", "ac"),
        ("a{\\pict\\bin5 }}}}}}b", "ab"),
        (r"a{\annotation no}\line b", "a b"),
        (r"{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt\pard boxed\par}}}seen", "seen"),
    ],
    ids=[
        "bytes", "unicode", "no fallback", "pair", "hyphen", "quotes", "deleted", "hidden", "raised", "link",
        "pictures", "binary", "line", "text box",
    ],
)  # fmt: skip
def test_what_is_read_is_what_is_seen(body: str, seen: str) -> None:
    assert texts(read(rf"\pard {body}\par"))[0] == seen


def test_text_boxes_are_read_after_their_paragraph() -> None:
    assert texts(read(r"\pard{\shp{\*\shpinst{\shptxt\pard boxed\par}}}seen\par")) == ["seen", "boxed"]


def test_a_file_that_is_cut_off_says_so() -> None:
    document = rtf.read((HEAD + r"\pard We visited in M").encode(), "elmstow.rtf")
    assert texts(document) == ["We visited in M"]
    assert [defect.kind for defect in document.defects] == ["cut_off"]
    assert not read(r"\pard We visited.\par").defects


def test_the_encoding_is_the_code_page() -> None:
    assert read(r"\pard We visited.\par").encoding == "cp1252"
    document = rtf.read(rb"{\rtf1\ansi\ansicpg1250 \'8a}", "elmstow.rtf")
    assert (document.text, document.encoding) == ("\u0160", "cp1250")


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"", "no RTF"), (b"<html>", "no RTF"), (b"{\\rtf1}", "no text"), (b"{\\rtf1{\\pict 00}}", "no text")],
    ids=["empty", "web page", "nothing", "picture"],
)
def test_what_holds_no_text_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableInput, match=words):
        rtf.read(data, "elmstow.rtf")


@pytest.mark.parametrize(
    "body",
    [
        "{" * 100_000 + "deep",
        "}" * 100 + "deep",
        r"\intbl\itap99999 deep\cell\row\row\cell",
        r"\cell\row\nestcell\nestrow" * 1_000 + "deep",
        r"{\footnote" * 5_000 + " deep",
        r"\bin99999999 deep",
        r"\u99999999 \ansicpg77 \'zz \f-5 \uc-3 deep",
        "\\",
    ],
    ids=["groups", "ends", "deep tables", "cells", "notes in notes", "binary", "numbers", "sign"],
)
def test_no_malformed_file_does_harm(body: str) -> None:
    assert "before" in read(rf"\pard before\par {body}").text
