"""Text and Markdown changed: signs doubled, lines joined, broken, moved and made long, odd characters put in."""

from __future__ import annotations

from random import Random

from benchmarks.growth import UNITS
from tests.harm.mutators.data import LONGEST, Mutator, times

_ODD = (
    *("\x00", "\x0c", "\r", "\u2028", "\u00ad", "\u200b", "\u202e", "\ufeff", "\ufffd", "\U0010ffff", "\u0301" * 40),
    *(
        "=HYPERLINK(1)",
        "@SUM(1)",
        "\x1b[31m",
        "<script>alert(1)</script>",
        "&#0;",
        "\uf0b7",
        "ﬁ",
        "٣",
        "²",
        "½",
        "1e999",
        "\u017f",
        "\u212a",
        "\u0130",
        "\u1e9e",
    ),
)
_SIGNS = ("*", "_", "`", "#", "|", "[", "]", "(", ")", "<", ">", "-", ".", "•", "\t", " ", "\n", "0", "9", "%", ":")


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _line(chance: Random, lines: list[str]) -> int:
    return chance.randrange(len(lines))


def signs(chance: Random, data: bytes, _: bytes) -> bytes:
    """A sign many times over, at one place or at each of its places."""
    text, sign = _text(data), chance.choice(_SIGNS)
    if chance.random() < 0.5:
        return text.replace(sign, sign * chance.choice((2, 3, 12))).encode()[:LONGEST]
    at = chance.randrange(len(text) + 1)
    return (text[:at] + sign * times(chance, 1) + text[at:]).encode()


def units(chance: Random, data: bytes, _: bytes) -> bytes:
    """A unit that made reading slow once, many times over, at the end of a line."""
    lines = _text(data).split("\n")
    unit = chance.choice(UNITS)
    lines[_line(chance, lines)] += unit * times(chance, len(unit))
    return "\n".join(lines).encode()


def joined(chance: Random, data: bytes, _: bytes) -> bytes:
    """Lines joined into long ones, or broken into short ones."""
    text = _text(data)
    if chance.random() < 0.5:
        return text.replace("\n", chance.choice(("", " ", "\t", "|", "\x0c")), chance.randrange(1, 200)).encode()
    return text.replace(" ", chance.choice(("\n", "\n\n", "-\n", "\r\n")), chance.randrange(1, 400)).encode()


def shuffled(chance: Random, data: bytes, other: bytes) -> bytes:
    """Lines in another order, some doubled, some lost, some of another file."""
    lines = _text(data).split("\n") + _text(other).split("\n")[: chance.choice((0, 5, 200))]
    picked = chance.choices(lines, k=len(lines)) if chance.random() < 0.5 else chance.sample(lines, len(lines))
    return "\n".join(picked).encode()


def repeated(chance: Random, data: bytes, _: bytes) -> bytes:
    """A line or some, many times over."""
    lines = _text(data).split("\n")
    a = _line(chance, lines)
    some = lines[a : a + chance.choice((1, 2, 6))]
    many = some * times(chance, sum(map(len, some)) + len(some))
    return "\n".join([*lines[:a], *many, *lines[a:]]).encode()


def odd(chance: Random, data: bytes, _: bytes) -> bytes:
    """Odd characters at some places."""
    text = _text(data)
    for _n in range(chance.choice((1, 5, 50))):
        at = chance.randrange(len(text) + 1)
        text = text[:at] + chance.choice(_ODD) + text[at:]
    return text.encode("utf-8", "replace")


def encoded(chance: Random, data: bytes, _: bytes) -> bytes:
    """In another encoding, or in two."""
    text, name = _text(data), chance.choice(("utf-16", "utf-16-le", "utf-32", "cp1252", "utf-7", "cp037", "gb18030"))
    at = chance.choice((0, 0, len(text) // 2))
    return text[:at].encode() + text[at:].encode(name, "replace")


def numbers(chance: Random, data: bytes, _: bytes) -> bytes:
    """Numbers replaced by such as no report has."""
    text = _text(data)
    digits = [i for i, char in enumerate(text) if char.isdigit()]
    for at in sorted(chance.sample(digits, min(len(digits), chance.choice((1, 5, 20)))), reverse=True):
        new = chance.choice(("", "0", "-1", "00", "99999999999999999999", "9" * 600, "1.1.1.1.1", "٣", "²", "½", "1/0"))
        text = text[:at] + new + text[at + 1 :]
    return text.encode()


ALL: tuple[Mutator, ...] = (signs, units, joined, shuffled, repeated, odd, encoded, numbers)
