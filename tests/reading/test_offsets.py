"""What always holds of a document, whatever its text."""

from __future__ import annotations

import contextlib
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading.texts import ANY, LIKE_REPORTS
from yosnlp.errors import YosnlpError
from yosnlp.reading.decode import decode
from yosnlp.reading.plain import read_markdown, read_plain
from yosnlp.records import Document
from yosnlp.text import PARTS_WORDS, View, fold, view

READERS = st.sampled_from([read_plain, read_markdown])


@st.composite
def documents(draw: st.DrawFn) -> Document:
    text = draw(LIKE_REPORTS.filter(lambda t: fold(t).strip("\ufeff\u200b")))
    return draw(READERS)(text.encode(), "exbourne.txt")


def _without_hidden(document: Document, start: int, end: int) -> str:
    """The text of ``start:end`` less what is hidden, a space in the place of what parts words."""
    kept, at = [], start
    for h in document.hidden:
        first, last = max(h.start, at), min(h.end, end)
        if first < last:
            kept += [document.text[at:first], " " if PARTS_WORDS.search(document.text, first, last) else ""]
            at = last
    return "".join([*kept, document.text[at:end]])


def _unbroken(text: str) -> str:
    """``text`` without white space after hyphens: what is broken over lines there may be joined."""
    return re.sub(r"(?<=[-‐‑])\s+", "", fold(text))


@given(documents())
@settings(max_examples=300)
def test_blocks_lie_in_the_text_in_order_and_none_is_empty(document: Document) -> None:
    at = 0
    for block in document.blocks:
        assert at <= block.start < block.end <= len(document.text)
        assert view(document, block.start, block.end).text
        at = block.end


@given(documents())
@settings(max_examples=300)
def test_hidden_stretches_lie_in_the_text_sorted_and_apart(document: Document) -> None:
    at = 0
    for h in document.hidden:
        assert at <= h.start < h.end <= len(document.text)
        at = h.end


_SIGNS = re.compile(r"(?:[\s#>o•*–\uf0b7-]|\(?(?:\d{1,2}|[a-z]{1,4})[.)])*")


@given(documents())
@settings(max_examples=300)
def test_only_the_signs_of_items_and_headings_stand_outside_of_blocks(document: Document) -> None:
    ends = [0, *(block.end for block in document.blocks)]
    starts = [*(block.start for block in document.blocks), len(document.text)]
    for start, end in zip(ends, starts, strict=True):
        assert _SIGNS.fullmatch(_without_hidden(document, start, end))


@given(documents(), st.data())
@settings(max_examples=300)
def test_a_view_is_the_folded_text_without_what_is_hidden(document: Document, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(document.text)))
    end = data.draw(st.integers(start, len(document.text)))
    seen = view(document, start, end)
    assert _unbroken(seen.text) == _unbroken(_without_hidden(document, start, end))
    assert seen.text == fold(seen.text)


def _points_at_its_characters(seen: View, text: str) -> bool:
    return all(text[i] == char or char == " " for i, char in zip(seen.offsets, seen.text, strict=True))


@given(documents())
@settings(max_examples=300)
def test_the_offsets_of_a_view_grow_and_point_at_its_characters(document: Document) -> None:
    seen = view(document, 0, len(document.text))
    assert list(seen.offsets) == sorted(set(seen.offsets))
    assert _points_at_its_characters(seen, document.text)


@given(documents())
@settings(max_examples=200)
def test_pages_follow_one_another_over_the_whole_text(document: Document) -> None:
    at = 0
    for page in document.pages:
        assert page.start == at < page.end <= len(document.text)
        at = page.end
    assert not document.pages or not document.text[at:].strip()


@given(ANY, READERS, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le"]))
@settings(max_examples=500)
def test_any_text_is_read_or_refused_in_words(text: str, reader: object, encoding: str) -> None:
    with contextlib.suppress(YosnlpError):
        document = reader(text.encode(encoding), "exbourne.txt")  # type: ignore[operator]
        for block in document.blocks:
            assert document.text[block.start : block.end].strip()


@given(st.binary(max_size=200))
@settings(max_examples=500)
def test_any_bytes_are_text_or_refused_in_words(data: bytes) -> None:
    with contextlib.suppress(YosnlpError):
        text, encoding = decode(data, "exbourne.txt")
        assert data.decode(encoding) == text
