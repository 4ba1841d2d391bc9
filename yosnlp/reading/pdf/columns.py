"""Reading order: columns of text told from lines that run over the whole width."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from yosnlp.reading.pdf.grids import Grid
from yosnlp.reading.pdf.sheet import Word

_BIN = 3.0  # points: left edges as near are those of one column
_MIDDLE = (0.22, 0.8)  # shares of the width between which the second column begins
_FEWEST_LINES = 4  # of a column
_FILLED = 0.45  # share of the width of a column that its lines fill, on average: cells of tables are shorter
_LONG = 14  # characters of a line of prose, on average
_TRIED = 4  # places where a column may begin
_DEEPEST = 3  # columns within columns
_LEAST_GAP = 0.5  # of the size: between the lines of columns


@dataclass(slots=True)
class Piece:
    """A stretch of a line, or a table or box, in its place."""

    x0: float
    x1: float
    y0: float
    y1: float
    words: list[Word] = field(default_factory=list)
    grid: Grid | None = None
    box: int | None = None


def of_words(words: list[Word]) -> Piece:
    """The piece that ``words``, of one baseline, make."""
    size = max(w.size for w in words)
    y = words[0].y
    return Piece(words[0].x0, max(w.x1 for w in words), y - 0.75 * size, y + 0.2 * size, words)


def flows(pieces: Sequence[Piece], depth: int = 0) -> list[list[Piece]]:
    """``pieces`` in reading order: a list for each stretch of a column, or of text over the whole width."""
    ordered = sorted(pieces, key=lambda p: (p.y0, p.x0))
    if len(ordered) < 2 * _FEWEST_LINES or depth >= _DEEPEST:
        return [ordered]
    bands = _best(ordered)
    if not any(right for _, right in bands):
        return [ordered]
    found: list[list[Piece]] = []
    for left, right in bands:
        if right:
            found += flows(left, depth + 1) + flows(right, depth + 1)
        else:
            found.append(left)
    return found


_Bands = list[tuple[list[Piece], list[Piece]]]


def _best(ordered: list[Piece]) -> _Bands:
    """The bands of the page, each with what stands left and right; nothing right where there is one column."""
    start, end = min(p.x0 for p in ordered), max(p.x1 for p in ordered)
    low, high = (start + share * (end - start) for share in _MIDDLE)
    edges = Counter(round(p.x0 / _BIN) for p in ordered if low <= p.x0 <= high and p.words)
    edges.update(round(x / _BIN) for x in _inner_edges(ordered, low, high))
    best: _Bands = [(ordered, [])]
    most = 0
    for edge, count in edges.most_common(_TRIED):
        if count < _FEWEST_LINES:
            break
        bands = _bands(_cut(ordered, edge * _BIN), edge * _BIN - _BIN)
        held = sum(len(left) + len(right) for left, right in bands if right)
        if held > most:
            best, most = bands, held
    return best


def _inner_edges(ordered: Sequence[Piece], low: float, high: float) -> list[float]:
    """Where words begin behind a gap that may part columns, within pieces."""
    return [
        word.x0
        for piece in ordered
        for before, word in zip(piece.words, piece.words[1:], strict=False)
        if low <= word.x0 <= high and word.x0 - before.x1 >= 1.5 * _LEAST_GAP * word.size
    ]


def _cut(ordered: Sequence[Piece], edge: float) -> list[Piece]:
    """``ordered`` with pieces cut in two where they run from one column into the next with a gap between."""
    found: list[Piece] = []
    for piece in ordered:
        at = next(
            (
                i
                for i in range(1, len(piece.words))
                if abs(piece.words[i].x0 - edge) <= _BIN
                and piece.words[i].x0 - piece.words[i - 1].x1 >= _LEAST_GAP * piece.words[i].size
            ),
            None,
        )
        if at is None:
            found.append(piece)
        else:
            found += [of_words(piece.words[:at]), of_words(piece.words[at:])]
    return found


def _bands(ordered: Sequence[Piece], edge: float) -> _Bands:
    bands: _Bands = []
    left: list[Piece] = []
    right: list[Piece] = []

    def close() -> None:
        if _are_columns(left, right):
            bands.append((list(left), list(right)))
        elif left or right:
            whole(sorted([*left, *right], key=lambda p: (p.y0, p.x0)))
        left.clear()
        right.clear()

    def whole(pieces: list[Piece]) -> None:
        if bands and not bands[-1][1]:
            bands[-1][0].extend(pieces)
        else:
            bands.append((pieces, []))

    for piece in ordered:
        if piece.x1 <= edge + 1:
            left.append(piece)
        elif piece.x0 >= edge - 1:
            right.append(piece)
        else:
            close()
            whole([piece])
    close()
    return bands


def _are_columns(left: Sequence[Piece], right: Sequence[Piece]) -> bool:
    """Whether two stacks of lines are columns of prose beside one another, rather than cells of a table."""
    if len(left) < _FEWEST_LINES or len(right) < _FEWEST_LINES:
        return False
    top = max(min(p.y0 for p in left), min(p.y0 for p in right))
    foot = min(max(p.y1 for p in left), max(p.y1 for p in right))
    lower = min(max(p.y1 for p in side) - min(p.y0 for p in side) for side in (left, right))
    if foot - top < 0.4 * lower:
        return False
    return all(_is_prose(side) for side in (left, right))


def _is_prose(side: Sequence[Piece]) -> bool:
    lines = [p for p in side if p.words]
    if not lines:
        return bool(side)
    start, end = min(p.x0 for p in side), max(p.x1 for p in side)
    filled = sum(p.x1 - p.x0 for p in lines) / len(lines)
    letters = sum(len(w.text) for p in lines for w in p.words) / len(lines)
    return filled >= _FILLED * (end - start) and letters >= _LONG
