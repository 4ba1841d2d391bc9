"""Bytes changed without regard to what they mean."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

#: Makes a bad file of a good one and another good one.
Mutator = Callable[[Random, bytes, bytes], bytes]

LONGEST = 300_000  # bytes of what is made; the large files that do harm are tested by name
_USUAL = 6_000
_LONG = 0.03  # share of repetitions that go up to the longest
_TELLING = (b"\x00", b"\xff", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\r", b"\n", b"\x0c", b"\x1a", b"\xef\xbb\xbf")


def times(chance: Random, size: int) -> int:
    """How often a piece of so many bytes is put in: some times, and now and then as often as there is room."""
    long = chance.random() < _LONG
    most = (LONGEST if long else _USUAL) // max(1, size)
    return max(1, min(most, chance.choice((1_000, 20_000, LONGEST) if long else (2, 3, 10, 100, 1_000))))


def flipped(chance: Random, data: bytes, _: bytes) -> bytes:
    """Some bits turned over."""
    made = bytearray(data)
    for _n in range(min(len(made), chance.choice((1, 2, 8, 64)))):
        made[chance.randrange(len(made))] ^= 1 << chance.randrange(8)
    return bytes(made)


def replaced(chance: Random, data: bytes, _: bytes) -> bytes:
    """Some bytes replaced by any, or by telling ones."""
    made = bytearray(data)
    for _n in range(chance.choice((1, 4, 16))):
        at = chance.randrange(len(made) + 1)
        new = chance.choice(_TELLING) if chance.random() < 0.5 else chance.randbytes(chance.choice((1, 4, 40)))
        made[at : at + chance.choice((0, len(new)))] = new
    return bytes(made)


def cut(chance: Random, data: bytes, _: bytes) -> bytes:
    """The end missing, or the beginning, or a stretch within."""
    a, b = sorted((chance.randrange(len(data) + 1), chance.randrange(len(data) + 1)))
    return chance.choice((data[:a], data[b:], data[:a] + data[b:]))


def spliced(chance: Random, data: bytes, other: bytes) -> bytes:
    """The beginning of one file and the end of another."""
    return data[: chance.randrange(len(data) + 1)] + other[chance.randrange(len(other) + 1) :]


def doubled(chance: Random, data: bytes, _: bytes) -> bytes:
    """A stretch many times over."""
    a = chance.randrange(len(data) + 1)
    stretch = data[a : a + chance.choice((1, 2, 5, 30, 400))]
    return data[:a] + stretch * times(chance, len(stretch)) + data[a:]


def moved(chance: Random, data: bytes, _: bytes) -> bytes:
    """A stretch moved elsewhere."""
    a, b = sorted((chance.randrange(len(data) + 1), chance.randrange(len(data) + 1)))
    left = data[:a] + data[b:]
    at = chance.randrange(len(left) + 1)
    return left[:at] + data[a:b] + left[at:]


ALL: tuple[Mutator, ...] = (flipped, replaced, cut, spliced, doubled, moved)
