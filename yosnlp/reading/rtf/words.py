"""The control words of RTF that matter to what is read (RTF 1.9.1 of Microsoft), and how its bytes are encoded."""

from __future__ import annotations

import codecs
import re

#: A control word with its number, a byte, a control sign, a brace, or plain text.
TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,9})? ?|\\'(?P<byte>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z])"
    r"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+|\\"
)
#: Groups of which nothing is read. Groups that begin with ``\*`` and are not known are left out as well.
LEFT_OUT = frozenset(
    {"pict", "info", "colortbl", "objdata", "objclass", "annotation", "atnid", "atnauthor", "xe", "tc", "rxe", "txe"}
    | {
        "listtable",
        "listoverridetable",
        "revtbl",
        "rsidtbl",
        "generator",
        "themedata",
        "datastore",
        "filetbl",
        "template",
    }
    | {
        "nonesttables",
        "ftnsep",
        "ftnsepc",
        "aftnsep",
        "aftnsepc",
        "ftncn",
        "aftncn",
        "xmlnstbl",
        "latentstyles",
        "pgptbl",
    }
    | {
        "fldtype",
        "datafield",
        "formfield",
        "bkmkstart",
        "bkmkend",
        "shprslt",
        "sp",
        "pn",
        "docvar",
        "userprops",
        "falt",
    }
)
SIGNS = {
    "tab": "\t",
    "line": "\n",
    "emdash": "\u2014",
    "endash": "\u2013",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
    "bullet": "\u2022",
    "lquote": "\u2018",
    "rquote": "\u2019",
    "ldblquote": "\u201c",
    "rdblquote": "\u201d",
    "~": "\u00a0",
    "-": "\u00ad",
    "_": "\u2011",
    "{": "{",
    "}": "}",
    "\\": "\\",
}
EDGES = frozenset({"header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"})
LIST_SIGNS = frozenset({"listtext", "pntext"})
ENDS = frozenset({"par", "sect", "page", "column", "\n", "\r"})

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


def code_page(number: int | None) -> str:
    """The encoding of the code page ``number``; Windows-1252 where it is not known."""
    if number == 65001:
        return "utf-8"
    try:
        return codecs.lookup(f"cp{number}").name
    except LookupError:
        return "cp1252"


def decoded(data: bytes, page: str, charset: int | None) -> str:
    """The signs that ``data`` stands for in a font of ``charset``, in a file of the code page ``page``."""
    if charset == _SYMBOLS:
        return "".join(chr(0xF000 + byte) for byte in data)
    return data.decode(_CHARSETS.get(charset or 0, page), "replace")
