"""The numbers of list items as they are printed: figures, letters, Roman numerals."""

from __future__ import annotations

#: The sign of items that are not numbered, whatever a program draws.
BULLET = "•"
_ROMAN = {1000: "m", 900: "cm", 500: "d", 400: "cd", 100: "c", 90: "xc", 50: "l", 40: "xl"}
_ROMAN |= {10: "x", 9: "ix", 5: "v", 4: "iv", 1: "i"}
_LARGEST_ROMAN = 4_000


def numbered(number: int, style: str) -> str:
    """``number`` as printed in ``style``: ``a``, ``A``, ``i``, ``I``, or figures for any other."""
    if number < 1:
        return str(number)
    if style in ("a", "A"):
        return _letters(number) if style == "a" else _letters(number).upper()
    if style in ("i", "I") and number < _LARGEST_ROMAN:
        return _roman(number) if style == "i" else _roman(number).upper()
    return str(number)


def _letters(number: int) -> str:
    found = ""
    while number:
        number, place = divmod(number - 1, 26)
        found = chr(ord("a") + place) + found
    return found


def _roman(number: int) -> str:
    found = ""
    for value, sign in _ROMAN.items():
        times, number = divmod(number, value)
        found += sign * times
    return found
