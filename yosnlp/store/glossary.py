"""Names of the same thing, so that who asks for one finds the others: ``corpus/glossary.yaml``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from yosnlp import resources
from yosnlp.errors import InvalidData
from yosnlp.store.query import words


class Group(BaseModel):
    """Names of one thing. ``short``: abbreviations; ``capitals``: those that are words too, known in capitals only."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    names: tuple[str, ...]
    short: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    source: str

    @property
    def sought(self) -> tuple[tuple[str, ...], ...]:
        """The words of each name that a finding may use."""
        return tuple(dict.fromkeys(words(name.lower()) for name in (*self.names, *self.short)))


class _File(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")
    version: int
    sources: dict[str, str]
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """Words from place ``start`` up to ``end`` of a query, which name ``groups``. ``short``: by an abbreviation."""

    start: int
    end: int
    groups: tuple[Group, ...]
    short: bool

    @property
    def sought(self) -> tuple[tuple[str, ...], ...]:
        """The words of all names of it."""
        return tuple(dict.fromkeys(name for group in self.groups for name in group.sought))


class Glossary:
    """Groups of names, looked up by any of them."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self.groups = tuple(groups)
        self._by_name: dict[tuple[str, ...], list[Group]] = {}
        self._capitals: dict[tuple[str, ...], list[Group]] = {}
        self._short: set[tuple[str, ...]] = set()
        for group in self.groups:
            for name in (*group.names, *group.short):
                self._by_name.setdefault(_folded(words(name)), []).append(group)
            for name in group.capitals:
                self._capitals.setdefault(words(name), []).append(group)
            self._short |= {_folded(words(name)) for name in group.short}
        self._longest = max((len(key) for key in self._by_name), default=0)

    @classmethod
    def load(cls, path: Path | None = None) -> Glossary:
        """The glossary in ``path``, or that of ``corpus``. Raises InvalidData with all that is wrong with it."""
        return _loaded(path or resources.corpus("glossary.yaml"))

    def named(self, said: Sequence[str]) -> Iterator[Named]:
        """What the words ``said`` name, in order; of names that overlap, the longest from the left."""
        at = 0
        while at < len(said):
            found = next(filter(None, (self._at(said, at, n) for n in range(self._longest, 0, -1))), None)
            if found is not None:
                yield found
            at = found.end if found is not None else at + 1

    def _at(self, said: Sequence[str], start: int, n: int) -> Named | None:
        given = tuple(said[start : start + n])
        if len(given) < n:
            return None
        if given in self._capitals:
            return Named(start, start + n, tuple(self._capitals[given]), short=True)
        key = _folded(given)
        groups = self._by_name.get(key)
        return Named(start, start + n, tuple(groups), key in self._short) if groups else None


@cache
def _loaded(path: Path) -> Glossary:
    try:
        file = _File.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except (ValidationError, yaml.YAMLError) as e:
        raise InvalidData(f"{path}: not a valid glossary: {e}") from e
    unknown = sorted({group.source for group in file.groups} - file.sources.keys())
    if unknown:
        raise InvalidData(f"{path}: no such source: {', '.join(unknown)}; known are {', '.join(file.sources)}")
    return Glossary(file.groups)


def _folded(said: Sequence[str]) -> tuple[str, ...]:
    """Words whatever their case and number."""
    return tuple("child" if word == "children" else _singular(word) for word in map(str.lower, said))


def _singular(word: str) -> str:
    if len(word) > 3 and word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if len(word) > 2 and word.endswith("s") and not word.endswith("ss") else word
