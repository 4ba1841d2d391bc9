"""Lines made against a regular expression: what its repetitions take, over and over, and then what they do not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from random import Random
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_MANY = 8  # repetitions from which on a part may be pumped
_ENDS = ("\x00", "")
_CHARS = "a1 .-A,\n|<(_\t*:;'\"/&[]=%#>)?\u2022\u00e9\u00ad\x0c"
_CATEGORIES = {
    sre.CATEGORY_DIGIT: "1",
    sre.CATEGORY_NOT_DIGIT: "a .-",
    sre.CATEGORY_SPACE: " \n\t",
    sre.CATEGORY_NOT_SPACE: "a1.-",
    sre.CATEGORY_WORD: "a1_",
    sre.CATEGORY_NOT_WORD: " .-",
}


def attacks(pattern: re.Pattern[Any], chance: Random, tries: int = 2) -> Iterator[tuple[str, str, str]]:
    """Beginnings, pumps and ends of lines: the pump may stand there any number of times."""
    tree = parser.parse(pattern.pattern, pattern.flags)
    pumped = {pump for _ in range(tries) for pump in _pumps(tree, "", chance)}
    found = {(before, pump, end) for before, pump in pumped if pump for end in _ENDS}
    yield from sorted(found)


def _pumps(tree: Sequence[Any], before: str, chance: Random) -> Iterator[tuple[str, str]]:
    """What stands before a repetition, and what it takes; a few of them one after another are one pump, too."""
    row: list[str] = []
    for op, value in tree:
        if op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            _, most, inner = value
            if most is sre.MAXREPEAT or most >= _MANY:
                pump = _sample(inner, chance)
                yield before, pump
                yield "", before + pump
                row.append(pump)
            yield from _pumps(inner, before, chance)
        elif op is sre.SUBPATTERN:
            yield from _pumps(value[-1], before, chance)
        elif op is sre.ATOMIC_GROUP:
            yield from _pumps(value, before, chance)
        elif op is sre.BRANCH:
            for branch in value[1]:
                yield from _pumps(branch, before, chance)
        elif op in (sre.ASSERT, sre.ASSERT_NOT):
            yield from _pumps(value[1], before, chance)
        before += _sample([(op, value)], chance)
    if before:
        yield "", before
    if len(row) > 1:
        yield "", "".join(row)


def _sample(tree: Sequence[Any], chance: Random) -> str:
    return "".join(_of(op, value, chance) for op, value in tree)


def _of(op: Any, value: Any, chance: Random) -> str:
    """Something that a part of an expression takes."""
    if op is sre.LITERAL:
        return chr(value)
    if op in (sre.NOT_LITERAL, sre.ANY):
        return chance.choice([c for c in _CHARS if op is sre.ANY or ord(c) != value])
    if op is sre.IN:
        return _one_of(value, chance)
    if op is sre.BRANCH:
        return _sample(chance.choice(value[1]), chance)
    if op is sre.SUBPATTERN:
        return _sample(value[-1], chance)
    if op is sre.ATOMIC_GROUP:
        return _sample(value, chance)
    if op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
        least, most, inner = value
        times = max(least, 1 if most and chance.random() < 0.5 else 0)
        return "".join(_sample(inner, chance) for _ in range(min(times, 50)))
    return ""  # places, assertions, back references


def _one_of(members: Sequence[Any], chance: Random) -> str:
    negated = members[0][0] is sre.NEGATE
    taken: list[str] = []
    for op, value in members:
        if op is sre.LITERAL:
            taken.append(chr(value))
        elif op is sre.RANGE:
            taken += [chr(value[0]), chr(value[1])]
        elif op is sre.CATEGORY:
            taken += _CATEGORIES[value]
    if negated:
        excluded = [c for c in _CHARS if not _takes(members[1:], c)]
        return chance.choice(excluded or ["\u4e00"])
    return chance.choice(taken or ["a"])


def _takes(members: Sequence[Any], char: str) -> bool:
    """Whether one of ``members`` of a set takes ``char``."""
    for op, value in members:
        if op is sre.LITERAL and ord(char) == value:
            return True
        if op is sre.RANGE and value[0] <= ord(char) <= value[1]:
            return True
        if op is sre.CATEGORY:
            name = {"DIGIT": char.isdigit(), "SPACE": char.isspace(), "WORD": char.isalnum() or char == "_"}
            kind = str(value).removeprefix("CATEGORY_").removeprefix("UNI_")
            if name[kind.removeprefix("NOT_")] != kind.startswith("NOT_"):
                return True
    return False
