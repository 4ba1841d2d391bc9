"""Lines to headings, paragraphs, items and rows, page by page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from yosnlp.reading.pdf import quotations
from yosnlp.reading.pdf.arrange import Arranged, Flow, Item
from yosnlp.reading.pdf.lines import Line
from yosnlp.reading.pdf.tables import Row
from yosnlp.records import BlockKind

_LARGER = 1.08  # of the size of the prose: letters of headings
_SAME_SIZE = 0.08  # share by which sizes within a paragraph differ at most
_GAP = 1.32  # of the usual distance between lines: a paragraph ends
_RAISED_GAP = 1.75  # the same where the sentence goes on: a raised mark may push the line down
_INDENT = 4.0  # points
_WORDS_OF_A_QUOTATION = 6  # at least
# "1.3 Partnerships and services Outstanding", "2.2.3. Does planning ... safe? 59%": standards and key questions.
_OF_A_STANDARD = re.compile(r"[1-9]\.[1-9]\d?(?:\.\d{1,2})?\.?\s+[A-Z]")
_LONGEST_HEADING = 220  # characters
_ENDS = re.compile(r"[.!?:;][\"'’”)\]]*\s*\d{0,3}$")
_STOPS = re.compile(r"[.!?;,][\"'’”)\]]*\s*\d{0,3}$")
_DANGLING = re.compile(
    r"(?:,|-|–|\b(?:an?|the|and|or|but|of|to|in|on|at|by|for|from|with|that|which|who|as|is|are|was|were|be|been|has"
    r"|have|had|not|their|its|this|these|those|than|into|between|both|all|any|some|where|when|while|whether))$"
)
_ORDERED = re.compile(r"\(?(?:(\d{1,2})|([a-z])|([ivx]{2,4}))[.)]")


@dataclass(slots=True)
class Draft:
    """A block in the making. ``row`` is set for rows of tables, ``lines`` for all else.

    ``goes_on``: it is the rest of the block before. ``repeats``: a head row that stood on a page before.
    """

    kind: BlockKind
    lines: list[Line] = field(default_factory=list)
    row: Row | None = None
    level: int | None = None
    goes_on: bool = False
    repeats: bool = False

    @property
    def text(self) -> str:
        """What is to be read of it, the marks of footnotes apart."""
        return " ".join(_shown(line) for line in self.lines) if self.row is None else self.row.text

    @property
    def finished(self) -> bool:
        """Whether its sentence has come to an end."""
        return bool(_ENDS.search(_shown(self.lines[-1]))) if self.lines else True


@dataclass(frozen=True, slots=True)
class Type:
    """How the prose is set: the size of its letters, and the distance of its lines as a multiple of the size.

    ``right`` is how far its lines run on pages of one column.
    """

    size: float
    leading: float
    right: float = 0.0


def _shown(line: Line) -> str:
    text = line.text
    for start, end in reversed(line.marks):
        text = text[:start] + text[end:]
    return text.rstrip()


def body_size(pages: Sequence[Arranged]) -> float:
    """The size that most of the characters have."""
    counted = Counter[float]()
    for page in pages:
        for flow in page.flows:
            for item in flow.items:
                for line in item.lines if isinstance(item, Row) else (item,):
                    counted[round(2 * line.size) / 2] += len(line.text)
    return max(counted, key=lambda s: counted[s], default=10.0)


def measured(pages: Sequence[Arranged]) -> Type:
    """How the prose of ``pages`` is set."""
    size = body_size(pages)
    distances = Counter[float]()
    for page in pages:
        for flow in page.flows:
            for above, item in zip(flow.items, flow.items[1:], strict=False):
                if isinstance(above, Line) and isinstance(item, Line) and abs(item.size - size) < 0.5:
                    distance = (item.y - above.y) / item.size
                    if 0.9 <= distance <= 2.2:
                        distances[round(distance * 20) / 20] += 1
    most = distances.most_common(1)
    if not most:
        return Type(size, 1.2, _right(pages))
    likely = [d for d, n in distances.items() if n >= 0.5 * most[0][1]]
    return Type(size, min(likely), _right(pages))


def _right(pages: Sequence[Arranged]) -> float:
    """How far the lines of a page of one column run to the right, as a rule."""
    ends = sorted(_furthest(p.flows[0].items) for p in pages if len(p.flows) == 1 and len(p.flows[0].items) > 4)
    return ends[len(ends) // 2] if ends else 0.0


def _furthest(items: Sequence[Item], box: int | None = None) -> float:
    return max((x.x1 for x in items if isinstance(x, Line) and x.box == box), default=0.0)


def of_flow(flow: Flow, setting: Type, *, alone: bool) -> list[Draft]:
    """The blocks of a column, in order. ``alone``: it is the only one of its page."""
    found: list[Draft] = []
    rights = {box: _furthest(flow.items, box) for box in {x.box for x in flow.items}}
    if alone and None in rights:
        rights[None] = max(rights[None], setting.right)
    for item in flow.items:
        if isinstance(item, Line):
            item.right = rights[item.box]
    quotations.narrow(flow.items, rights.get(None, 0.0))
    for item in flow.items:
        if isinstance(item, Row):
            found.append(Draft("table", row=item))
        elif found and found[-1].row is None and not _begins(found[-1], item, setting):
            found[-1].lines.append(item)
        else:
            found.append(Draft("paragraph", [item]))
    left = min((x.x0 for x in flow.items if isinstance(x, Line)), default=0.0)
    for draft in found:
        if draft.row is None:
            draft.kind = _kind(draft, setting)
            if draft.kind == "paragraph" and _is_quoted(draft, left):
                draft.kind = "quotation"
    return found


def _begins(current: Draft, line: Line, setting: Type) -> bool:
    """Whether ``line`` begins a block, rather than go on with ``current``."""
    above = current.lines[-1]
    lower = line.text[0].islower()
    running_on = lower and not current.finished
    if line.box != above.box or abs(line.size - above.size) > _SAME_SIZE * above.size:
        return True
    if line.sign and _is_item(current, line):
        return True
    if names_a_standard(line) and names_a_standard(current.lines[0]):
        return True
    distance = (line.y - above.y) / (setting.leading * line.size)
    if distance > (_RAISED_GAP if running_on else _GAP) or distance < 0:
        return True
    if running_on:
        return False
    if line.bold != above.bold:
        return True
    if _is_larger(line, setting) or line.bold:
        return not lower and not _DANGLING.search(_shown(above)) and ended_on_purpose(above, line)
    if _moved(current, line):
        return True
    return ended_on_purpose(above, line)


def _is_item(current: Draft, line: Line) -> bool:
    """Whether a line with a sign is an item: a number within an unfinished sentence is not."""
    match = _ORDERED.fullmatch(line.text[: line.sign])
    if not match:
        return True
    first = current.lines[0]
    if first.sign and abs(line.x0 - first.inner) < abs(line.x0 - first.x0):
        return current.finished
    return current.finished or bool(first.sign) or abs(line.x0 - current.lines[-1].x0) > _INDENT


def _moved(current: Draft, line: Line) -> bool:
    """Whether ``line`` begins further left or right than the lines of ``current``, as those of a new paragraph do."""
    first, above = current.lines[0], current.lines[-1]
    edge = first.inner if first.sign and len(current.lines) == 1 else above.x0
    if first.sign and len(current.lines) == 1 and abs(line.x0 - first.x0) <= _INDENT:
        return current.finished  # items without a hanging indent
    if line.x0 < edge - _INDENT:
        return len(current.lines) > 1 or bool(first.sign)
    return line.x0 > edge + _INDENT and current.finished


def names_a_standard(line: Line) -> bool:
    """Whether ``line`` begins with the number of a standard or key question and a capital, as its heading does."""
    return bool(_OF_A_STANDARD.match(line.text))


def ended_on_purpose(above: Line, line: Line) -> bool:
    """Whether there was room in the line ``above`` for the first word of ``line``."""
    return above.x1 + 0.3 * above.size + line.first_width < above.right - 0.3 * above.size


def _is_larger(line: Line, setting: Type) -> bool:
    return line.size >= _LARGER * setting.size


def _kind(draft: Draft, setting: Type) -> BlockKind:
    first, text = draft.lines[0], draft.text
    larger, bold = all(_is_larger(x, setting) for x in draft.lines), all(x.bold for x in draft.lines)
    short = len(text) <= _LONGEST_HEADING and any(c.isalpha() for c in text)
    ordered = bool(first.sign) and bool(_ORDERED.fullmatch(first.text[: first.sign]))
    if first.sign and not (ordered and larger and short):
        return "item"
    if short and (larger or bold) and not _STOPS.search(text):
        return "heading"
    return "paragraph"


def _is_quoted(draft: Draft, left: float) -> bool:
    """Whether a paragraph is set in from both margins, or from the left in slanting letters, as quotations are."""
    set_in = all(line.x0 > left + 2 * _INDENT and line.italic for line in draft.lines)
    set_in = set_in or all(line.set_in for line in draft.lines)
    return set_in and len(draft.text.split()) >= _WORDS_OF_A_QUOTATION


def levels(drafts: Sequence[Draft]) -> None:
    """Give each heading its level: the larger its letters, the higher; bold ones of a size above plain ones."""
    styles = {_style(d) for d in drafts if d.kind == "heading"}
    order = {style: i for i, style in enumerate(sorted(styles, reverse=True), start=1)}
    for draft in drafts:
        if draft.kind == "heading":
            draft.level = min(order[_style(draft)], 6)


def _style(draft: Draft) -> tuple[float, bool]:
    line = draft.lines[0]
    return round(2 * line.size) / 2, line.bold


def dangles(draft: Draft) -> bool:
    """Whether its last word calls for another."""
    return bool(_DANGLING.search(_shown(draft.lines[-1])))
