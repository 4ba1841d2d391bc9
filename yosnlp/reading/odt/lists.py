"""How the lists of an OpenDocument text are numbered, counted as its programs count them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yosnlp.reading.structured.elements import attribute, local, number
from yosnlp.reading.structured.list_numbers import BULLET, numbered

if TYPE_CHECKING:
    from lxml.etree import _Element

OUTLINE = " outline"  # the numbers of headings; no style bears a name with a space
_DEEPEST = 10


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list is numbered; None for ``style`` where it has bullets, empty where it has no sign."""

    style: str | None
    before: str = ""
    after: str = ""
    levels: int = 1
    start: int = 1


class Lists:
    """The lists of a document. Asking for the sign of an item counts it."""

    def __init__(self) -> None:
        self._styles: dict[str, dict[int, _Level]] = {}
        self._counts: dict[str, list[int]] = {}

    def learn(self, name: str, element: _Element) -> None:
        """Take up the list style ``name``."""
        levels: dict[int, _Level] = {}
        for level in element:
            depth = number(attribute(level, "level")) or 0
            kind = local(level.tag)
            if not 1 <= depth <= _DEEPEST:
                continue
            if kind in ("list-level-style-bullet", "list-level-style-image"):
                levels[depth] = _Level(None)
            else:
                levels[depth] = _Level(
                    attribute(level, "num-format") or "",
                    attribute(level, "num-prefix") or "",
                    attribute(level, "num-suffix") or "",
                    _given(attribute(level, "display-levels"), 1),
                    _given(attribute(level, "start-value"), 1),
                )
        self._styles[name] = levels

    def begin(self, name: str | None) -> None:
        """Count the items of the list style ``name`` anew."""
        self._counts.pop(name or "", None)

    def heading(self, depth: int) -> str | None:
        """The number of the next heading of that level; None where headings are not numbered."""
        level = self._styles.get(OUTLINE, {}).get(depth)
        return self.sign(OUTLINE, depth) if level and level.style else None

    def sign(self, name: str | None, depth: int, start: str | None = None) -> str | None:
        """The sign of the next item ``depth`` lists deep; None if its items bear none. ``start``: its own number."""
        levels = self._styles.get(name or "", {})
        depth = min(max(depth, 1), _DEEPEST)
        level = levels.get(depth, _Level(None))
        if level.style is None:
            return BULLET
        counts = self._counts.setdefault(name or "", [])
        while len(counts) < depth:
            counts.append(levels.get(len(counts) + 1, level).start - (1 if len(counts) + 1 == depth else 0))
        del counts[depth:]
        counts[-1] = _given(start, counts[-1] + 1)
        if not level.style:
            return (level.before + level.after).strip() or None
        shown = [
            numbered(counts[at - 1], levels.get(at, level).style or "1")
            for at in range(max(1, depth - level.levels + 1), depth + 1)
            if levels.get(at, level).style
        ]
        return f"{level.before}{'.'.join(shown)}{level.after}".strip() or None


def _given(text: str | None, otherwise: int) -> int:
    found = number(text)
    return otherwise if found is None else found
