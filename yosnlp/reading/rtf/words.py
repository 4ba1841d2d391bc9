"""The control words of RTF that matter to what is read (RTF 1.9.1 of Microsoft)."""

from __future__ import annotations

import re

#: A control word with its number, a byte, a control sign, a brace, or plain text.
TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,9})? ?|\\'(?P<byte>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z])"
    r"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+|\\"
)
#: Groups of which nothing is read. Groups that begin with ``\*`` and are not known are left out as well.
LEFT_OUT = frozenset(
    {"pict", "info", "colortbl", "objdata", "objclass", "annotation", "atnid", "atnauthor", "xe"}
    | {"tc", "rxe", "txe", "listtable", "listoverridetable", "revtbl", "rsidtbl", "generator"}
    | {"themedata", "datastore", "filetbl", "template", "nonesttables", "ftnsep", "ftnsepc", "aftnsep"}
    | {"aftnsepc", "ftncn", "aftncn", "xmlnstbl", "latentstyles", "pgptbl", "fldtype", "datafield"}
    | {"formfield", "bkmkstart", "bkmkend", "shprslt", "sp", "pn", "docvar", "userprops", "falt"}
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
