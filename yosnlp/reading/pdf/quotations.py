"""Paragraphs that are set in from both margins, as quotations are: their lines end where one word more had room."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from yosnlp.reading.blocks import ends_sentence
from yosnlp.reading.pdf.lines import Line
from yosnlp.reading.pdf.tables import Row

_SET_IN = 10.0  # points, on either side
_SAME_EDGE = 1.5  # points
_FEWEST_LINES = 3
_ROOMY = 0.5  # share of the line ends at which the column had room for a word more
_USUAL_GAP = 1.6  # of the size: from line to line within a paragraph


def narrow(items: Sequence[Line | Row], right: float) -> None:
    """Tell the lines of a column that are ``set_in``, and how far they may run; ``right`` is where the column ends."""
    left = min((item.x0 for item in items if isinstance(item, Line) and item.box is None), default=0.0)
    run: list[Line] = []
    for item in items:
        if isinstance(item, Line) and run and _goes_on(run, item):
            run.append(item)
            continue
        _mark(run, right, left)
        run = [item] if isinstance(item, Line) and item.box is None else []
    _mark(run, right, left)


def _goes_on(run: Sequence[Line], line: Line) -> bool:
    first, above = run[0], run[-1]
    item = line.sign and (first.sign or ends_sentence(above.text))  # "... at⏎14. He": a figure that ends a sentence
    alike = abs(line.x0 - first.inner) <= _SAME_EDGE and line.size == above.size and not item
    return alike and 0 < line.y - above.y <= _USUAL_GAP * line.size


def _mark(run: Sequence[Line], right: float, left: float) -> None:
    if len(run) < _FEWEST_LINES or run[0].sign or run[0].x0 < left + _SET_IN:
        return
    end = max(line.x1 for line in run)
    if end > right - _SET_IN:
        return
    needed = [above.x1 + 0.3 * above.size + _first_width(line) for above, line in pairwise(run)]
    slack = 0.3 * run[0].size
    roomy = sum(x < right - slack for x in needed)  # one word more had room in the column
    if min(needed) < end - slack or roomy < _ROOMY * len(needed):
        return
    for line in run:
        line.set_in, line.right = True, end


def _first_width(line: Line) -> float:
    """How wide its first word is, also where that is a figure that looks like the sign of an item."""
    return line.inner - line.x0 - 0.3 * line.size if line.sign else line.first_width
