"""Running headers, footers and page numbers: what stands at the same place of page after page."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from yosnlp.reading.pdf import notes
from yosnlp.reading.pdf.arrange import Arranged, Item
from yosnlp.reading.pdf.tables import Row
from yosnlp.records import HiddenReason

_ZONE = 0.16  # share of the height of a page, at its head and its foot, in which they stand
_LINES = 3  # of a running header or footer
_SAME_PLACE = 5.0  # points
_ENOUGH = 3  # pages with the same words at the same place
_DENSE = 0.4  # share of the pages between the first and the last of them: every other page is enough
_LONGEST = 200  # characters
_REPEATED = 0.7  # share of the pages with a line at some height on which that line is a repeated one
_NUMBER = re.compile(
    r"^(?:page\s+)?(?:[-–—|\[]\s*)?(?P<number>\d{1,4}|[ivxl]{1,7})(?:\s*[-–—|\]])?"
    r"(?:\s*(?:of|/)\s*\d{1,4})?(?:\s*(?:\|\s*)?page)?$",
    re.I,
)
_LEAST_GAP = 10.0  # points between running headers or footers and the text
_FIGURES = re.compile(r"\d+")


class _Seen(NamedTuple):
    page: int  # index
    y: float
    item: Item
    apart: bool


def take_out(pages: Sequence[Arranged], body: float) -> None:
    """Move running headers, footers and page numbers out of the flows of ``pages``.

    ``body`` is the size of the letters of the prose. A line is one of them if its words stand at the same place of
    several pages, where a number in it may grow with the pages; if the file says so; or if it is a page number at
    the edge of the page.
    """
    groups: dict[tuple[bool, str], list[_Seen]] = defaultdict(list)
    for index, page in enumerate(pages):
        for at_head, item, apart in _at_edges(page):
            groups[at_head, _FIGURES.sub("#", item.text.lower())].append(_Seen(index, item.top, item, apart))
    found: dict[int, dict[int, HiddenReason]] = defaultdict(dict)
    placed = [(at_head, words, group) for (at_head, words), all_ in groups.items() for group in _places(all_)]
    often = _levels([(at_head, group) for at_head, _, group in placed])
    for at_head, words, group in placed:
        grows = bool(_growing(group))
        for seen in _running(group, words, pages, body):
            if (
                seen.item.running
                or _NUMBER.match(seen.item.text)
                or grows
                or (seen.apart and often(at_head, round(seen.y)))
            ):
                number = _NUMBER.match(seen.item.text)
                found[seen.page][id(seen.item)] = "page_number" if number else "page_header"
    for index, reasons in found.items():
        page = pages[index]
        for item in page.take(reasons):
            edge = page.heads if item.top < page.height / 2 else page.feet
            edge.append((item, reasons[id(item)]))


def _levels(groups: Sequence[tuple[bool, Sequence[_Seen]]]) -> Callable[[bool, float], bool]:
    """Whether most of what stands at a height, over all pages, stands there again and again: not so for prose."""

    @cache
    def often(at_head: bool, y: float) -> bool:
        here = [g for head, g in groups if head == at_head and any(abs(s.y - y) <= _SAME_PLACE for s in g)]
        pages = {s.page for g in here for s in g}
        repeated = {s.page for g in here if len(g) >= _ENOUGH or len(g) == len(pages) for s in g}
        return len(repeated) >= _REPEATED * len(pages)

    return often


def _at_edges(page: Arranged) -> list[tuple[bool, Item, bool]]:
    """The outermost lines at the head (True) and at the foot of a page, and whether a gap parts them from the text.

    Footnotes are none of them, though one that is said again and again comes with a number that grows.
    """
    called = notes.marks_called(page)
    items = sorted((i for flow in page.flows for i in flow.items), key=lambda i: i.top)
    head = [i for i in items if i.bottom <= _ZONE * page.height]
    foot = [i for i in items if i.top >= (1 - _ZONE) * page.height and not notes.begins_with(i, called)]
    edges = [(True, i, _apart(i, items)) for i in _outermost(head)]
    return edges + [(False, i, _apart(i, items[::-1])) for i in _outermost(foot[::-1])]


def _apart(item: Item, inwards: Sequence[Item]) -> bool:
    """Whether a gap parts ``item``, with the few lines up to the edge of the page, from the text behind it."""
    at = next(i for i, other in enumerate(inwards) if other is item)
    for i in range(at, min(_LINES, len(inwards) - 1)):
        a, b = inwards[i], inwards[i + 1]
        if max(b.top - a.bottom, a.top - b.bottom) > _LEAST_GAP:
            return True
    return len(inwards) <= _LINES


def _outermost(items: Sequence[Item]) -> list[Item]:
    kept: list[Item] = []
    levels: list[float] = []
    for item in items:
        if not levels or abs(item.top - levels[-1]) > _SAME_PLACE:
            levels.append(item.top)
        if len(levels) > _LINES:
            break
        if len(item.text) <= _LONGEST:
            kept.append(item)
    return kept


def _places(members: Sequence[_Seen]) -> list[list[_Seen]]:
    """``members`` by the height at which they stand."""
    groups: list[list[_Seen]] = []
    for seen in sorted(members, key=lambda s: s.y):
        if groups and seen.y - groups[-1][-1].y <= _SAME_PLACE:
            groups[-1].append(seen)
        else:
            groups.append([seen])
    return [sorted(group, key=lambda s: s.page) for group in groups]


def _running(group: Sequence[_Seen], words: str, pages: Sequence[Arranged], body: float) -> list[_Seen]:
    """Those of lines with the same words at the same place that are running headers or footers."""
    said = [s for s in group if s.item.running]
    held = {s.page for s in group}
    growing = _growing(group)
    if _NUMBER.match(group[0].item.text):
        alone = [s for s in group if _is_number_of_its_page(s, pages)]
        return growing if len(growing) > 1 else said or alone
    if not any(c.isalpha() for c in words):
        return said  # the figures of a table, which may grow by chance
    if len(growing) > 1:
        return growing
    repeated = len(held) >= _ENOUGH and len(held) >= _DENSE * (max(held) - min(held) + 1)
    small = len(held) > 1 and all(not isinstance(s.item, Row) and s.item.size < 0.93 * body for s in group)
    if isinstance(group[0].item, Row):
        return said
    return list(group) if repeated or (small and len(held) >= _DENSE * len(pages)) else said


def _growing(group: Sequence[_Seen]) -> list[_Seen]:
    """Those of ``group`` in which a number grows as the pages do: by one a page."""
    offsets: dict[tuple[int, int], set[int]] = defaultdict(set)
    for seen in group:
        for place, number in enumerate(_numbers(seen.item.text)):
            offsets[place, number - seen.page].add(seen.page)
    votes = Counter({key: len(held) for key, held in offsets.items()})
    if not votes:
        return []
    (place, offset), count = votes.most_common(1)[0]
    if count < 2:
        return []
    chosen = [
        s for s in group if len(n := _numbers(s.item.text)) > place and abs(n[place] - s.page - offset) <= len(group)
    ]
    return chosen if 2 * count >= len(chosen) else [s for s in chosen if s.page in offsets[place, offset]]


def _numbers(text: str) -> list[int]:
    return [int(f) for f in _FIGURES.findall(text)[:4] if len(f) < 5]


def _is_number_of_its_page(seen: _Seen, pages: Sequence[Arranged]) -> bool:
    """Whether a number alone, with a gap to the text, is the number of its page counted from 0 to 3 pages on."""
    match = _NUMBER.match(seen.item.text)
    page = pages[seen.page]
    others = [i for flow in page.flows for i in flow.items if i is not seen.item]
    gap = min((abs(i.bottom - seen.y) for i in others), default=99.0)
    if match is None or not match["number"].isdigit():
        return False
    return abs(int(match["number"]) - page.number) <= 3 and gap > _LEAST_GAP
