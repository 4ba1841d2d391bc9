from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.marked import marked
from yosnlp.records import Document, Hidden
from yosnlp.text import View, fold, letters, plain, view

SEEN = [
    pytest.param("Plans  were\n\tlate. <hidden>x</hidden>", "Plans were late.", id="white space"),
    pytest.param("Plans were <hidden>Exbourne 3\n</hidden>late.", "Plans were late.", id="furniture"),
    pytest.param("services<hidden>1</hidden> and", "services and", id="mark of a note"),
    pytest.param("Plans<hidden><br></hidden>were late", "Plans were late", id="a tag that parts words"),
    pytest.param("out<hidden><b></hidden>come", "outcome", id="a tag that does not"),
    pytest.param("Staff<hidden>|</hidden>Good", "Staff Good", id="bar of a table"),
    pytest.param("£40<hidden>&nbsp;</hidden>a week", "£40 a week", id="hard space"),
    pytest.param("out-of-\ncourt work<hidden> </hidden>", "out-of-court work", id="line end after a hyphen"),
    pytest.param("out-of-\r<hidden>Exbourne 3</hidden>\rcourt", "out-of-court", id="page end after a hyphen"),
    pytest.param("pre-\nand post-court<hidden> </hidden>", "pre- and post-court", id="suspended hyphen"),
    pytest.param("short-\nor long-term<hidden> </hidden>", "short- or long-term", id="suspended hyphen before or"),
    pytest.param("Stoke -\ncity of pots<hidden> </hidden>", "Stoke - city of pots", id="dash"),
    pytest.param("in 2018-\nmany plans<hidden> </hidden>", "in 2018- many plans", id="figure before the hyphen"),
    pytest.param("Police-\nCrown work<hidden> </hidden>", "Police- Crown work", id="capital after the hyphen"),
    pytest.param("well- led<hidden> </hidden>", "well- led", id="no line end after the hyphen"),
]


def _document(example: str) -> Document:
    read = marked(example, only=["hidden"])
    hidden = tuple(Hidden(start=m.start, end=m.end, reason="mark_up") for m in read.marks)
    return Document(text=read.text, source="exbourne.txt", format="text", encoding="utf-8", sha256="", hidden=hidden)


@pytest.mark.parametrize(("example", "expected"), SEEN)
def test_what_is_seen_of_a_text(example: str, expected: str) -> None:
    document = _document(example)
    assert view(document, 0, len(document.text)).text == expected


def test_a_view_begins_and_ends_within_what_is_hidden() -> None:
    document = _document("Plans <hidden>Exbourne 3</hidden> were late.")
    seen = view(document, 8, document.text.index(" late"))
    assert seen.text.strip() == "were"


def test_a_stretch_of_a_view_is_found_in_the_document() -> None:
    document = _document("Plans\nwere <hidden>Exbourne 3</hidden>\nlate.")
    seen = view(document, 0, len(document.text))
    start = seen.text.index("were")
    span = seen.span(start, start + len("were late"))
    assert document.text[span.start : span.end] == "were Exbourne 3\nlate"


def test_an_empty_stretch_has_no_span() -> None:
    with pytest.raises(IndexError, match="out of range"):
        View("", ()).span(0, 0)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        pytest.param(0, 5, "were", id="before"),
        pytest.param(1, 6, "were", id="after"),
        pytest.param(5, 6, "", id="only space"),
    ],
)
def test_a_stretch_is_trimmed(start: int, end: int, expected: str) -> None:
    seen = View(" were late", tuple(range(10)))
    first, last = seen.trimmed(start, end)
    assert seen.text[first:last] == expected


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_a_plain_text_is_as_long_as_the_text(text: str) -> None:
    assert len(plain(text)) == len(text)


def test_quotes_dashes_and_misread_letters_are_made_plain() -> None:
    assert plain("“МАРРА’s” – well‑led") == '"MAPPA\'s" - well-led'


def test_letters_of_the_same_words_are_the_same() -> None:
    assert letters("Reo ffending:  ‘54%’") == letters("“Reoffending – 54 %”") == "reoffending54"
