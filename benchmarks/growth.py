"""How the time to read a text grows with its length, on texts made to be slow: 4 for linear work, 16 for quadratic.

    python -m benchmarks.growth

Prints the units that grow fastest; what takes no noticeable time is left out.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

from yosnlp.frameworks import frameworks
from yosnlp.reading.plain import read_markdown, read_plain
from yosnlp.records import Document
from yosnlp.reports import metadata
from yosnlp.reports.sections import sections

_SHORT, _LONG = 5_000, 20_000  # characters
_NOTICEABLE = 0.02  # seconds of the processor; the growth of what takes less is noise
_SHOWN = 10

#: Texts are made by repeating each of these.
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


def _text(unit: str, length: int) -> str:
    return "Foreword\n" + (unit * (length // len(unit) + 1))[:length] + " x\nand so on.\n"


def main() -> None:
    """Print the growth of the units that grow fastest, and how many were tried."""
    grown = []
    for name, reader in (("text", read_plain), ("markdown", read_markdown)):
        for unit in UNITS:
            long = _work(reader, _text(unit, _LONG))
            if long > _NOTICEABLE:
                grown.append((long / _work(reader, _text(unit, _SHORT)), name, unit))
    print(f"{2 * len(UNITS)} kinds of text, {len(grown)} of them take a noticeable time; the fastest growing:")
    for growth, name, unit in sorted(grown, reverse=True)[:_SHOWN]:
        print(f"  {growth:5.1f}  {name:8}  {unit!r}")


if __name__ == "__main__":
    main()
