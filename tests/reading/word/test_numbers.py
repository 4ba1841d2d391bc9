"""Items and headings bear the signs that Word counts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from docx import Document as Word
from docx.oxml import parse_xml

from tests.reading.structured.seen import shape
from tests.reading.word.made import W, changed, p, r, read, saved


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
