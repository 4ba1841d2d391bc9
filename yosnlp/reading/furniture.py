"""Page furniture: running headers and footers, page numbers, and the contents page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from yosnlp.frameworks import frameworks, sections
from yosnlp.reading.lines import Line, hide
from yosnlp.records import Hidden
from yosnlp.text import letters

_EDGE_NUMBER = re.compile(r"^(?:(?P<front>\d{1,3})\s+)?(?P<words>\D.*?)(?:\s+(?:\|\s*)?(?P<back>\d{1,3}))?$")
_PAGE_NUMBER = re.compile(r"^(?:page\s+)?[-–—]?\s*\d{1,3}\s*[-–—]?(?:\s*(?:of|/)\s*\d{1,3})?$", re.I)
_PAGE_N_OF_M = re.compile(r"^page\s+\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?$", re.I)
_OF_A_REPORT = re.compile(r"inspection|inspectorate|probation|youth (?:justice|offending)|report|screening", re.I)
_WORDS = re.compile(r"[^\W\d_]{2,}\W+(?:\w+\W+)*?[^\W\d_]{2,}")  # a header has words; rows of figures recur too
_LONGEST_HEADER = 120  # characters
_LONGEST_PAGE_NUMBER = 20  # characters
_ENOUGH_REPEATS = 4  # pages on which any line that keeps its words while its number grows is a header
_FEWEST_LINES_OF_A_PAGE = 8  # on average, between page numbers that stand alone
_MOST_PAGES_LOST = 3  # numbers on from a page number within which the next one must be
_FEWEST_DOTS = 4  # of a leader
_CONTENTS_HEADING = re.compile(r"^(?:table of )?contents:?$", re.I)
_SIGN = re.compile(r"^(?:#{1,6}|[-*•])\s+")  # of a heading or an item, before its words
_CONTENTS_LINE = re.compile(r"\s\d{1,3}$|^page$", re.I)
_FEWEST_CONTENTS_LINES = 3


def headers(lines: Sequence[Line]) -> list[Hidden]:
    """Running headers and footers: the same words again and again beside a growing page number.

    Two occurrences are enough for a line that speaks of the report itself ("Inspection of youth
    offending services: X 13"); any other line needs four. Lines without a number count when they
    stand at the edge of a page again and again.
    """
    groups: dict[str, list[tuple[int, Line]]] = defaultdict(list)
    for line in lines:
        match = _EDGE_NUMBER.match(line.visible) if 8 <= len(line.visible) <= _LONGEST_HEADER else None
        if match and bool(match["front"]) != bool(match["back"]):
            groups[" ".join(match["words"].lower().split())].append((int(match["front"] or match["back"]), line))
    found = []
    for words, members in groups.items():
        if words.endswith("?"):
            continue  # a question with its figure
        numbers = [n for n, _ in members]
        needed = 2 if _OF_A_REPORT.search(words) and len(words.split()) > 2 else _ENOUGH_REPEATS
        if len(members) >= needed and all(a < b for a, b in pairwise(numbers)):
            found += [hide(line, "page_header") for _, line in members]
    return found + _at_page_edges(lines) + _numbers_alone(lines)


def _numbers_alone(lines: Sequence[Line]) -> list[Hidden]:
    """Page numbers on lines of their own, where no form feeds mark the pages: a long row of growing numbers."""
    rows: dict[int, _Row] = {}  # by the number last reached: the longest row up to it
    for at, line in enumerate(lines):
        if not _is_page_number(line) or not (figures := re.search(r"\d+", line.visible)):
            continue
        number = int(figures[0])
        before = [rows[n] for n in range(number - _MOST_PAGES_LOST, number) if n in rows]
        longest_before = max(before, key=lambda r: r.length, default=None)
        row = _Row(at, longest_before, longest_before.length + 1 if longest_before else 1)
        if number not in rows or row.length > rows[number].length:
            rows[number] = row
    longest = max(rows.values(), key=lambda r: r.length, default=None)
    if longest is None or longest.length < _ENOUGH_REPEATS:
        return []
    places = longest.places()
    if places[0] - places[-1] < _FEWEST_LINES_OF_A_PAGE * (len(places) - 1):
        return []
    return [hide(lines[at], "page_number") for at in places]


@dataclass(frozen=True, slots=True)
class _Row:
    """Page numbers that grow, from the last one back: the line that it stands on, and the row before it."""

    at: int
    before: _Row | None
    length: int

    def places(self) -> list[int]:
        """The lines that they stand on, last first."""
        found: list[int] = []
        row: _Row | None = self
        while row is not None:
            found.append(row.at)
            row = row.before
        return found


def _is_page_number(line: Line) -> bool:
    return len(line.visible) <= _LONGEST_PAGE_NUMBER and bool(_PAGE_NUMBER.match(line.visible))


def _at_page_edges(lines: Sequence[Line]) -> list[Hidden]:
    """Lines at the first or last place of a page that are page numbers, or repeat from page to page."""
    edges: dict[str, list[Line]] = defaultdict(list)
    found = [hide(line, "page_number") for line in lines if _is_page_number(line) and _PAGE_N_OF_M.match(line.visible)]
    for page in _pages(lines):
        seen = [line for line in page if not line.blank]
        for line in {id(x): x for x in (*seen[:2], *seen[-2:])}.values():
            if _is_page_number(line):
                found.append(hide(line, "page_number"))
            elif letters(line.visible) in _headings_inside():
                continue
            elif len(line.visible) <= _LONGEST_HEADER and _WORDS.search(line.visible):
                edges[re.sub(r"\d+", "#", line.visible.lower())].append(line)
    for members in edges.values():
        if len(members) >= _ENOUGH_REPEATS:
            found += [hide(line, "page_header") for line in members]
    return found


@cache
def _headings_inside() -> frozenset[str]:
    """What heads a part of a standard or of a chapter ("Key findings"): however often it stands high on a page."""
    entries = [*sections(), *(entry for framework in frameworks().values() for entry in framework.sections)]
    inside = (entry for entry in entries if entry.level != "part" or entry.kind == "overall_findings")
    return frozenset(letters(words) for entry in inside for words in entry.headings)


def _pages(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of each page; none where no form feed marks the pages."""
    if not any(line.page_ends for line in lines):
        return []
    pages: list[list[Line]] = [[]]
    for line in lines:
        pages[-1].append(line)
        if line.page_ends:
            pages.append([])
    return pages


def contents(lines: Sequence[Line]) -> list[Hidden]:
    """The contents page: lines with dotted leaders, and the entries that follow a heading "Contents".

    An entry ends with the number of its page, or is a heading that stands again further on; the first
    line of an entry broken in two has neither.
    """
    found = {line.start: line for line in lines if _has_leader(line.visible)}
    seen = [line for line in lines if not line.blank]
    words = [_SIGN.sub("", line.visible).lower() for line in seen]
    last_place = {said: at for at, said in enumerate(words)}
    for at, line in enumerate(seen):
        if line.start in found or not _CONTENTS_HEADING.match(words[at]):
            continue
        run: list[Line] = []
        for place in range(at + 1, len(seen)):
            following = range(place, min(place + 2, len(seen)))
            if not any(_is_entry(seen[p]) or last_place[words[p]] > place + 1 for p in following):
                break
            run.append(seen[place])
        if len(run) >= _FEWEST_CONTENTS_LINES:
            found |= {entry.start: entry for entry in run}
    return [hide(line, "contents") for line in found.values()]


def _is_entry(line: Line) -> bool:
    return len(line.visible) <= _LONGEST_HEADER and bool(_CONTENTS_LINE.search(line.visible))


def _has_leader(text: str) -> bool:
    """Whether ``text`` ends with a row of dots and the number of a page."""
    entry = text.rstrip("0123456789")
    dots = entry[len(entry.rstrip(".… \t")) :]
    return 1 <= len(text) - len(entry) <= 3 and dots.count(".") + 3 * dots.count("…") >= _FEWEST_DOTS
