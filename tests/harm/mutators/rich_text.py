"""RTF changed: groups opened and closed, control words with wrong numbers, bytes announced and missing."""

from __future__ import annotations

import re
from random import Random

from tests.harm.mutators.data import LONGEST, Mutator, times

_WORD = re.compile(rb"\\[a-z]+-?\d*")
_WITH_NUMBER = re.compile(rb"(\\[a-z]+)(-?\d+)")
_NUMBERS = (b"0", b"-1", b"", b"65536", b"2147483647", b"-2147483648", b"99999999999999999999", b"9" * 300)
_WORDS = (
    *(
        b"\\bin99999999 ",
        b"\\bin5 ",
        b"\\bin-1 ",
        b"\\uc99999 ",
        b"\\uc0 ",
        b"\\u-10179?",
        b"\\u56832?",
        b"\\u1114112?",
    ),
    *(
        b"\\ansicpg0 ",
        b"\\ansicpg65001 ",
        b"\\ansicpg99999 ",
        b"\\trowd",
        b"\\row",
        b"\\cell",
        b"\\nestcell",
        b"\\nestrow",
    ),
    *(
        b"\\itap99 ",
        b"\\intbl",
        b"\\pard",
        b"\\plain",
        b"\\'",
        b"\\'zz",
        b"\\'f",
        b"\\*",
        b"{\\*\\nosuch ",
        b"\\page",
        b"\\sect",
    ),
    *(
        b"{\\pict\\wmetafile8 ",
        b"{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt y}}",
        b"{\\object ",
        b"\\v ",
        b"\\deleted ",
    ),
    *(
        b"{\\footnote x}",
        b"{\\header x}",
        b"\\ls99999 ",
        b"\\ilvl-3 ",
        b"\\outlinelevel77 ",
        b"\\s99 ",
        b"\\f99 ",
        b"\\\n",
        b"\\",
    ),
)


def groups(chance: Random, data: bytes, _: bytes) -> bytes:
    """Braces lost, doubled, or opened by the thousand."""
    share = chance.choice((0.02, 0.3))
    made = re.sub(rb"[{}]", lambda m: m[0] * chance.choice((0, 2)) if chance.random() < share else m[0], data)
    at = chance.randrange(len(made) + 1)
    inner = chance.choice((b"{", b"}", b"{}", b"{\\b ", b"{\\*\\x ", b"{\\field{\\fldrslt "))
    return (made[:at] + inner * times(chance, len(inner)) + made[at:])[: 2 * LONGEST]


def numbers(chance: Random, data: bytes, _: bytes) -> bytes:
    """Numbers of control words replaced."""
    share = chance.choice((0.02, 0.2, 1.0))
    return _WITH_NUMBER.sub(lambda m: m[1] + chance.choice(_NUMBERS) if chance.random() < share else m[0], data)[
        :LONGEST
    ]


def words(chance: Random, data: bytes, _: bytes) -> bytes:
    """Control words put in, once or many times over."""
    for _n in range(chance.choice((1, 4, 30))):
        at = chance.randrange(len(data) + 1)
        data = data[:at] + chance.choice(_WORDS) * chance.choice((1, 1, times(chance, 8))) + data[at:]
    return data[:LONGEST]


def mixed(chance: Random, data: bytes, other: bytes) -> bytes:
    """Control words replaced by others of the files."""
    found = _WORD.findall(data + other) or [b"\\par"]
    share = chance.choice((0.05, 0.5))
    return _WORD.sub(lambda m: chance.choice(found) if chance.random() < share else m[0], data)


ALL: tuple[Mutator, ...] = (groups, numbers, words, mixed)
