"""No text takes work that grows with its square: four times the text takes about four times as long."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

import pytest

from yosnlp.frameworks import frameworks
from yosnlp.reading.read import read_markdown, read_plain
from yosnlp.records import Document
from yosnlp.reports import metadata
from yosnlp.reports.sections import sections

SHORT, LONG = 5_000, 20_000  # characters
MOST = 9  # times as long for four times the text: linear work takes 4, quadratic 16
TRIES = 3  # since the machine may have other things to do
NOTICEABLE = 0.3  # seconds; what takes less need not be compared

UNITS = [
    *".\u2026-*`#><[]()|?&\\\u00ad1aA\u00b2\n\r\t ",
    *(
        "a ",
        ". ",
        "- ",
        "* ",
        " _a",
        " *a",
        "`a ",
        "<a ",
        "<!--",
        "<sup>",
        "&#160",
        "![",
        "[a](",
        "![a](",
        "[1]",
        "|   ",
        "--\t",
    ),
    *(
        "http://a",
        "www.",
        "a.b/",
        "A-",
        "A. ",
        "A of of ",
        "A and ",
        "1. a\n",
        "a.\n",
        "12\n\n",
        "1\x0c",
        "1 A\n",
        "abc1 ",
        "page 1 ",
    ),
    *(
        "ab-\ncd",
        ". . 1",
        " \n",
        "?1",
        "1  ",
        "Contents\n",
        "a 1\nContents\n",
        "Annex 1\n",
        "Strengths\n",
        "Strengths\nStaff\n",
    ),
    *(
        "Court disposals\n",
        "2. Court disposals\n",
        "1. Organisational delivery\n1.2 Staff\nStrengths\n• a\n",
        "1.2 Staff Good\n",
    ),
    *(
        "OVERALL SCORE\n",
        "Overall findings\nCourt disposals\n",
        "back to",
        "fieldwork on ",
        "examined ",
        "ISBN 9",
        "Youth Justice ",
    ),
    *("Young People's ", "inspection of youth offending services in ", "Inspection of youth offending services: A 1\n"),
]


def _work(reader: Callable[[bytes, str], Document], text: str) -> float:
    """Seconds of the processor to read ``text``, to cut it into sections and to look for what it says of itself."""
    gc.collect()
    gc.disable()  # what others have left on the heap is not counted
    started = time.process_time()
    document = reader(text.encode(), "exbourne.txt")
    for framework in (frameworks()["2018"], frameworks()["core_case_inspection"]):
        parts = sections(document, framework)
        metadata.published(document, parts)
        metadata.samples(document, framework)
    for look in (metadata.service, metadata.fieldwork, metadata.isbn):
        look(document)
    taken = time.process_time() - started
    gc.enable()
    return taken


@pytest.mark.parametrize("reader", [read_plain, read_markdown], ids=["text", "markdown"])
@pytest.mark.parametrize("unit", UNITS, ids=repr)
def test_work_grows_with_the_text_not_with_its_square(unit: str, reader: Callable[[bytes, str], Document]) -> None:
    def text(length: int) -> str:
        return "Foreword\n" + (unit * (length // len(unit) + 1))[:length] + " x\nand so on.\n"

    def grows() -> bool:
        long = _work(reader, text(LONG))
        return long > NOTICEABLE and long > MOST * _work(reader, text(SHORT))

    assert not all(grows() for _ in range(TRIES))
