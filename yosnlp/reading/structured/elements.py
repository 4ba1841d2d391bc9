"""Elements of XML by their names alone: what a program writes in one namespace, another writes in its successor."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_DIGITS = 6


@lru_cache(maxsize=4096)
def local(tag: object) -> str:
    """The name of an element without its namespace; empty for what is no element."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: _Element | None, name: str) -> str | None:
    """The attribute ``name`` of ``element``, in any namespace; None without one."""
    for key, value in element.items() if element is not None else ():
        if local(key) == name:
            return str(value)
    return None


def children(element: _Element | None) -> dict[str, _Element]:
    """The children of ``element`` by their names, the first of each."""
    found: dict[str, _Element] = {}
    for inner in element if element is not None else ():
        found.setdefault(local(inner.tag), inner)
    return found


def child(element: _Element | None, *path: str) -> _Element | None:
    """The first child so called, and of it the first so called, and so on; None where there is none."""
    for name in path:
        if element is None:
            return None
        element = next((inner for inner in element if local(inner.tag) == name), None)
    return element


def number(text: str | None) -> int | None:
    """The whole number that an attribute gives; None if it gives none, or one larger than any list needs."""
    digits = (text or "").removeprefix("-")
    return int(text or "") if digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS else None
