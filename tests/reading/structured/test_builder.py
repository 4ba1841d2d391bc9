"""Parts to documents."""

from __future__ import annotations

import pytest

from tests.reading.specified import texts
from yosnlp.errors import UnreadableInput
from yosnlp.reading import limits
from yosnlp.reading.structured.builder import Builder
from yosnlp.reading.structured.parts import Part, Piece, raised
from yosnlp.records import Document


def built(*parts: Part) -> Document:
    builder = Builder()
    builder.add(parts)
    return builder.document(b"", "made.html", format_="html", encoding="utf-8")


def paragraph(*pieces: str | Piece) -> Part:
    return Part("paragraph", [Piece(p) if isinstance(p, str) else p for p in pieces])


def test_parts_stand_in_the_text_in_their_order() -> None:
    document = built(
        Part("heading", [Piece("Strengths")], level=3, anchor="s"),
        Part("item", [Piece("Staff  listened.")], marker="•"),
        Part("item", [Piece("Plans were\nkept.")], marker="•"),
        Part("table", cells=[[Piece("2.1 Planning")], [], [Piece("Good")]]),
        paragraph("An end."),
    )
    assert document.text == "Strengths\n\n• Staff listened.\n• Plans were kept.\n\n2.1 Planning\t\tGood\n\nAn end."
    assert [(b.kind, b.marker, b.level, document.text[b.start : b.end]) for b in document.blocks] == [
        ("heading", None, 3, "Strengths"),
        ("item", "•", None, "Staff listened."),
        ("item", "•", None, "Plans were kept."),
        ("table", None, None, "2.1 Planning\t\tGood"),
        ("paragraph", None, None, "An end."),
    ]
    assert [(a.name, a.start, a.end) for a in document.anchors] == [("s", 0, len(document.text))]


def test_marks_of_notes_and_links_to_the_top_are_hidden() -> None:
    document = built(paragraph("It met often", raised("12"), " in May[3] and June¹. (Back to top)"))
    assert texts(document) == ["It met often in May and June."]
    assert [(h.reason, document.text[h.start : h.end]) for h in document.hidden] == [
        ("footnote_mark", "12"),
        ("footnote_mark", "[3]"),
        ("footnote_mark", "¹"),
        ("web_page", "(Back to top)"),
    ]


def test_raised_letters_are_part_of_the_word() -> None:
    assert texts(built(paragraph("the 18", raised("th"), " of May"))) == ["the 18th of May"]


def test_a_note_is_told_by_a_mark_called_before_it() -> None:
    document = built(paragraph("It met[1]."), paragraph("[1] In May."), paragraph("[2] was never called."))
    assert [document.text[h.start : h.end] for h in document.hidden if h.reason == "footnote"] == ["[1] In May."]
    assert texts(document) == ["It met.", "was never called."]


@pytest.mark.parametrize(
    ("text", "kind", "marker", "seen"),
    [
        ("• Staff listened.", "item", "•", "Staff listened."),
        ("•\tStaff listened.", "item", "•", "Staff listened."),
        ("1.\tStaff listened.", "item", "1.", "Staff listened."),
        ("(2) Staff listened.", "item", "(2)", "Staff listened."),
        ("2.1 Planning\tGood", "table", None, "2.1 Planning Good"),
        ("Staff listened.\t", "paragraph", None, "Staff listened."),
    ],
)
def test_typed_signs_and_tabs_are_told_as_in_plain_text(text: str, kind: str, marker: str | None, seen: str) -> None:
    document = built(paragraph(text))
    assert [(b.kind, b.marker) for b in document.blocks] == [(kind, marker)]
    assert texts(document) == [seen]


def test_hidden_parts_stand_in_the_text_without_a_block() -> None:
    document = built(paragraph("Seen."), Part("paragraph", [Piece("Menu")], hidden="web_page"))
    assert document.text == "Seen.\n\nMenu"
    assert texts(document) == ["Seen."]
    assert [(h.reason, h.start, h.end) for h in document.hidden] == [("web_page", 7, 11)]


def test_a_contents_page_is_told_by_its_words() -> None:
    document = built(
        paragraph("Contents"),
        paragraph("Foreword\t3"),
        paragraph("Ratings ........ 4"),
        paragraph("Annexe\t9"),
        paragraph("Foreword"),
        paragraph("We visited in May."),
    )
    assert texts(document) == ["Contents", "Foreword", "We visited in May."]


def test_no_text_and_too_much_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UnreadableInput, match="no text"):
        built(paragraph("\u00a0\u200b"))
    monkeypatch.setattr(limits, "TEXT", 10)
    with pytest.raises(UnreadableInput, match="11 characters"):
        built(paragraph("hello world"))


def test_a_sentence_broken_by_a_page_end_is_one_paragraph() -> None:
    document = built(
        paragraph("Plans were kept. Some of the"),
        Part("paragraph", [Piece("Inspection of youth offending services: Elmstow")], hidden="page_header"),
        paragraph("children had not seen theirs."),
        paragraph("We met with:"),
        paragraph("the head of service"),
        paragraph("the chair of the board"),
    )
    assert texts(document) == [
        "Plans were kept. Some of the children had not seen theirs.",
        "We met with:",
        "the head of service",
        "the chair of the board",
    ]
