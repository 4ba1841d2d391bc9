"""How the bytes of an RTF file are encoded: by its code page, and where a font says so by the font's own."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, field

_SYMBOLS = 2
_CHARSETS = {
    77: "mac_roman",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
} | {
    204: "cp1251",
    238: "cp1250",
    254: "cp437",
    255: "cp850",
    128: "cp932",
    129: "cp949",
    134: "gbk",
    136: "big5",
}


@dataclass(slots=True)
class Encoding:
    """``page`` is the code page of the file, ``charsets`` are the numbers of those of its fonts."""

    page: str = "cp1252"
    charsets: dict[int, int] = field(default_factory=dict)

    def set(self, word: str, number: int | None) -> None:
        """Take up what a control word says of the code page."""
        if word == "mac":
            self.page = "mac_roman"
        elif word == "ansicpg":
            self.page = _code_page(number)

    def decoded(self, data: bytes, font: int) -> str:
        """The signs that ``data`` stands for in a font."""
        charset = self.charsets.get(font)
        if charset == _SYMBOLS:
            return "".join(chr(0xF000 + byte) for byte in data)
        return data.decode(_CHARSETS.get(charset or 0, self.page), "replace")


def _code_page(number: int | None) -> str:
    if number == 65001:
        return "utf-8"
    try:
        return codecs.lookup(f"cp{number}").name
    except LookupError:
        return "cp1252"
