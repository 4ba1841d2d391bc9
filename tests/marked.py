"""Texts marked up with what should be found in them: ``It was <good polarity=strength>done well</good>.``"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field

_TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-z_]+)(?P<attributes>(?: [a-z_]+=(?:\"[^\"]*\"|[^\s>\"]+))*)>")
_ATTRIBUTE = re.compile(r"([a-z_]+)=(?:\"([^\"]*)\"|(\S+))")


@dataclass(frozen=True)
class Mark:
    """A marked stretch of a text, with the attributes of its tag."""

    name: str
    start: int
    end: int
    text: str
    attributes: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Marked:
    """A text without its tags, and its marks in the order in which they begin."""

    text: str
    marks: tuple[Mark, ...]

    def texts(self, name: str) -> list[str]:
        """The marked words, white space folded."""
        return [" ".join(mark.text.split()) for mark in self.marks if mark.name == name]


def marked(example: str, *, none: bool = False, only: Collection[str] = ()) -> Marked:
    """Read ``example``. Raises ValueError for one without a tag, unless ``none`` says that it should have none.

    Where ``only`` names tags, all others stay in the text: for examples of texts that hold HTML themselves.
    """
    text, open_tags, marks, at = "", [], [], 0
    for match in _TAG.finditer(example):
        if only and match["name"] not in only:
            continue
        text += example[at : match.start()]
        at = match.end()
        if not match["close"]:
            attributes = {name: quoted or plain for name, quoted, plain in _ATTRIBUTE.findall(match["attributes"])}
            open_tags.append((match["name"], len(text), attributes))
            continue
        if not open_tags or open_tags[-1][0] != match["name"]:
            raise ValueError(f"</{match['name']}> closes nothing in: {example!r}")
        name, start, attributes = open_tags.pop()
        marks.append(Mark(name, start, len(text), text[start:], attributes))
    if open_tags:
        raise ValueError(f"<{open_tags[-1][0]}> is never closed in: {example!r}")
    if bool(marks) is none:
        raise ValueError(f"{'tags where none should be' if none else 'no tag'} in: {example!r}")
    return Marked(text + example[at:], tuple(sorted(marks, key=lambda m: (m.start, -m.end))))
