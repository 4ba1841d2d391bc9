"""Page furniture: running headers and footers, page numbers, and the contents page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from yosnlp.reading.lines import Line, hide
from yosnlp.records import Hidden

_EDGE_NUMBER = re.compile(r"^(?:(?P<front>\d{1,3})\s+)?(?P<words>\D.*?)(?:\s+\|?\s*(?P<back>\d{1,3}))?$")
_PAGE_NUMBER = re.compile(r"^(?:page\s+)?[-–—]?\s*\d{1,3}\s*[-–—]?(?:\s*(?:of|/)\s*\d{1,3})?$", re.I)
_PAGE_N_OF_M = re.compile(r"^page\s+\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?$", re.I)
_OF_A_REPORT = re.compile(r"inspection|inspectorate|probation|youth (?:justice|offending)|report", re.I)
_LONGEST_HEADER = 120  # characters
_ENOUGH_REPEATS = 4  # pages on which any line that keeps its words while its number grows is a header
_LEADER = re.compile(r"(?:\.\s?){4,}\s*\d{1,3}\s*$|[….]{4,}\s*\d{1,3}\s*$")
_CONTENTS_HEADING = re.compile(r"^(?:table of )?contents:?$", re.I)
_CONTENTS_LINE = re.compile(r"\S.*?\s\d{1,3}$|^page$", re.I)
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
        numbers = [n for n, _ in members]
        needed = 2 if _OF_A_REPORT.search(words) and len(words.split()) > 2 else _ENOUGH_REPEATS
        if len(members) >= needed and all(a < b for a, b in zip(numbers, numbers[1:], strict=False)):
            found += [hide(line, "page_header") for _, line in members]
    return found + _at_page_edges(lines)


def _at_page_edges(lines: Sequence[Line]) -> list[Hidden]:
    """Lines at the first or last place of a page that are page numbers, or repeat from page to page."""
    edges: dict[str, list[Line]] = defaultdict(list)
    found = [hide(line, "page_number") for line in lines if _PAGE_N_OF_M.match(line.visible)]
    for page in _pages(lines):
        seen = [line for line in page if not line.blank]
        for line in {id(x): x for x in (*seen[:2], *seen[-2:])}.values():
            if _PAGE_NUMBER.match(line.visible):
                found.append(hide(line, "page_number"))
            elif len(line.visible) <= _LONGEST_HEADER:
                edges[re.sub(r"\d+", "#", line.visible.lower())].append(line)
    for members in edges.values():
        if len(members) >= _ENOUGH_REPEATS:
            found += [hide(line, "page_header") for line in members]
    return found


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
    """The contents page: lines with dotted leaders, and what follows a heading "Contents" up to prose."""
    found = {line.start: line for line in lines if _LEADER.search(line.visible)}
    for i, line in enumerate(lines):
        if not _CONTENTS_HEADING.match(line.visible):
            continue
        run: list[Line] = []
        for following in lines[i + 1 :]:
            if following.blank:
                continue
            if not (_CONTENTS_LINE.search(following.visible) and len(following.visible) <= _LONGEST_HEADER):
                if following.start in found:
                    continue
                break
            run.append(following)
        if len(run) >= _FEWEST_CONTENTS_LINES:
            found |= {entry.start: entry for entry in run}
    return [hide(line, "contents") for line in found.values()]
