"""Numbers in figures or in words, as inspectors write them."""

from __future__ import annotations

import re

_ONES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_UNITS = [*_ONES, *_TEENS]
_VALUES = {word: n for n, word in enumerate(_UNITS)} | {word: 10 * n for n, word in enumerate(_TENS, start=2)}

#: A whole number below a million in figures ("1,204") or below a hundred in words ("fifty-seven").
#: In ASCII: digits of other scripts, and letters that are only like ours but for their case, are no numbers.
PATTERN = (
    rf"(?a:\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}|(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_UNITS[1:10])}))?"
    rf"|{'|'.join(sorted(_UNITS[1:], key=len, reverse=True))})"
)


def parse(words: str) -> int:
    """The number that ``words``, a match of `PATTERN`, stand for. Raises ValueError for anything else."""
    if not re.fullmatch(PATTERN, words, re.I):
        raise ValueError(f"not a number: {words!r}")
    if words[0].isdigit():
        return int(words.replace(",", ""))
    return sum(_VALUES[word] for word in re.split("[- ]", words.lower()))
