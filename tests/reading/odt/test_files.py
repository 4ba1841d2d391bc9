"""OpenDocument texts that are damaged, harmful or none."""

from __future__ import annotations

import pytest

from tests.reading.odt.made import NAMES, content, p, packed
from yosnlp.errors import UnreadableInput
from yosnlp.reading import limits, odt

ENTRY = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
ENCRYPTED = f"<manifest:manifest{NAMES}>{ENTRY}</manifest:manifest>"


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"content.xml": "garbled", "META-INF/manifest.xml": ENCRYPTED}, "protected with a password"),
        ({"content.xml": '<!DOCTYPE x [<!ENTITY a "aa">]><x>&a;</x>'}, "defines entities"),
        ({"content.xml": "<x>" + " " * (limits.PART + 1)}, "unpacks to more"),
        ({"content.xml": "<x><y>"}, "damaged"),
        ({"other.xml": "<x/>"}, "not a text document"),
        ({"content.xml": content("").replace("office:text", "office:spreadsheet")}, "a workbook"),
        ({"content.xml": content(p(""))}, "no text"),
    ],
    ids=["password", "entities", "bomb", "cut", "other archive", "workbook", "empty"],
)
def test_harmful_and_damaged_files_are_refused(parts: dict[str, str], words: str) -> None:
    with pytest.raises(UnreadableInput, match=words):
        odt.read(packed(parts), "elmstow.odt")
    with pytest.raises(UnreadableInput, match="damaged"):
        odt.read(packed(parts)[:-30], "elmstow.odt")
