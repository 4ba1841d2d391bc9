"""Text of a report as a spreadsheet's cell: never a formula, never a control code.

A spreadsheet runs a cell that begins with one of ``= + - @`` as a formula, also after white space (OWASP,
"CSV Injection"). Such text gets an apostrophe in front. Text that already has one there gets another, so
that taking one away always gives the text back.
"""

from __future__ import annotations

import re
import unicodedata

_FORMULA = re.compile(r"'*[=+\-@＝＋－＠]")
_DROPPED = ("Cc", "Cs")  # control codes, and halves of characters that no encoding can hold
_INVISIBLE = ("Cf", "Zs", "Zl", "Zp")


def cell(text: str) -> str:
    """``text`` for a cell: formulas disarmed; control codes removed, those that are white space for a space."""
    kept = "".join(_printable(char) for char in text)
    visible = "".join(char for char in kept if unicodedata.category(char) not in _INVISIBLE)
    return f"'{kept}" if text[:1] in ("\t", "\r") or _FORMULA.match(visible) else kept


def text_of(shown: str) -> str:
    """The text that `cell` made ``shown`` of, but for control codes."""
    return shown[1:] if shown[:1] == "'" and cell(shown[1:]) == shown else shown


def _printable(char: str) -> str:
    if unicodedata.category(char) not in _DROPPED:
        return char
    return " " if char.isspace() else ""
