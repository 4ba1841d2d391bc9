"""PDFs changed: objects, references, lengths, the table of references, boxes, sizes, and what pages draw."""

from __future__ import annotations

import re
import zlib
from random import Random

from tests.harm.mutators.data import Mutator, times

_NUMBER = re.compile(rb"(?<![\w.])-?\d+(?:\.\d+)?(?![\w.])")
_REFERENCE = re.compile(rb"\b(\d{1,5}) 0 R\b")
_OBJECT = re.compile(rb"\b(\d{1,5}) 0 obj\b.*?\bendobj\b", re.S)
_LENGTH = re.compile(rb"/Length \d+")
_NAME = re.compile(rb"/[A-Za-z]\w{1,20}")
_STREAM = re.compile(rb"<<([^<>]*?)/Length \d+([^<>]*?)>>\s*stream\r?\n(.*?)\r?\nendstream", re.S)
_NUMBERS = (b"0", b"-1", b"1", b"65536", b"2147483647", b"-2147483648", b"4294967296", b"1e30", b"0.00001", b"9" * 40)
_NAMES = (
    b"/Kids",
    b"/Parent",
    b"/Pages",
    b"/Page",
    b"/Type",
    b"/Contents",
    b"/Count",
    b"/Filter",
    b"/Rotate",
    b"/XObject",
)
_FILTERS = (b"/FlateDecode", b"/LZWDecode", b"/ASCIIHexDecode", b"/ASCII85Decode", b"/RunLengthDecode", b"/DCTDecode")
_OPERATORS = (
    *(
        b"q",
        b"Q",
        b"BT",
        b"ET",
        b"0 0 0 0 0 0 Tm",
        b"1e9 0 0 1e9 0 0 cm",
        b"0 Tr",
        b"3 Tr",
        b"99999 Tf",
        b"0 Tz",
        b"(x) Tj",
    ),
    *(
        b"/F1 0 Tf",
        b"/F1 -12 Tf",
        b"/F1 1e6 Tf",
        b"/F9 12 Tf",
        b"[(a) -99999 (b)] TJ",
        b"/X1 Do",
        b"0 1 -1 0 0 0 cm",
        b"Tw",
    ),
    *(
        b"0 0 m 500 0 l S",
        b"0 0 500 1 re f",
        b"50 50 500 500 re S",
        b"\xff\xfe",
        b"<FEFF00> Tj",
        b"(\\377\\000) Tj",
        b"]",
        b">>",
    ),
)


def numbers(chance: Random, data: bytes, _: bytes) -> bytes:
    """Some numbers replaced: sizes, places, lengths, boxes."""
    share = chance.choice((0.005, 0.05, 0.5))
    return _NUMBER.sub(lambda m: chance.choice(_NUMBERS) if chance.random() < share else m[0], data)


def references(chance: Random, data: bytes, _: bytes) -> bytes:
    """References to other objects: loops, missing ones, pages that are fonts."""
    numbers = sorted({int(m[1]) for m in _OBJECT.finditer(data)}) or [1]
    share = chance.choice((0.1, 0.4, 1.0))

    def other(match: re.Match[bytes]) -> bytes:
        number = chance.choice((chance.choice(numbers), chance.choice(numbers), 0, 99_999))
        return b"%d 0 R" % number if chance.random() < share else match[0]

    return _REFERENCE.sub(other, data)


def objects(chance: Random, data: bytes, other: bytes) -> bytes:
    """Objects lost, doubled, in another order, or under another's number; some of another file."""
    found = [m[0] for m in _OBJECT.finditer(data)] + [m[0] for m in _OBJECT.finditer(other)][: chance.choice((0, 4))]
    picked = chance.choices(found, k=len(found)) if chance.random() < 0.5 else chance.sample(found, len(found))
    if picked and chance.random() < 0.5:
        at = chance.randrange(len(picked))
        picked[at] = re.sub(rb"^\d+", b"%d" % chance.randrange(1, 12), picked[at])
    return b"%PDF-1.7\n" + b"\n".join(picked) + b"\ntrailer\n<< /Root 1 0 R /Size 99 >>\nstartxref\n0\n%%EOF\n"


def kids(chance: Random, data: bytes, _: bytes) -> bytes:
    """A tree of pages that holds itself, or each page many times."""
    often = chance.choice((2, 5, 20, 60))
    inner = b" ".join(chance.choices([b"2 0 R", b"4 0 R", b"6 0 R"], [0.1 * chance.random(), 1, 1], k=often))
    count = chance.choice((often, 1, 0, 2_147_483_647))
    made = re.sub(rb"/Kids \[[^\]]*\]", b"/Kids [%s]" % inner, data)
    return re.sub(rb"/Count -?\d+", b"/Count %d" % count, made)


def lengths(chance: Random, data: bytes, _: bytes) -> bytes:
    """Lengths that are not those of their streams, or are kept in objects that are not there or their own."""
    new = chance.choice((b"/Length 0", b"/Length 999999999", b"/Length -5", b"/Length 5 0 R", b"/Length 999 0 R", b""))
    return _LENGTH.sub(lambda m: new if chance.random() < 0.5 else m[0], data)


def names(chance: Random, data: bytes, _: bytes) -> bytes:
    """Names of entries and kinds mixed up."""
    share = chance.choice((0.03, 0.3))
    return _NAME.sub(lambda m: chance.choice(_NAMES) if chance.random() < share else m[0], data)


def filters(chance: Random, data: bytes, _: bytes) -> bytes:
    """Streams packed, in several filters, or said to be packed as they are not."""
    many = b" ".join(chance.choices(_FILTERS, k=chance.choice((1, 2, 40))))

    def packed(match: re.Match[bytes]) -> bytes:
        inner = zlib.compress(match[3]) if chance.random() < 0.6 else match[3]
        filter_ = b"/FlateDecode" if chance.random() < 0.6 else many
        length = len(inner)
        return b"<<%s/Length %d%s /Filter [%s] >>\nstream\n%s\nendstream" % (match[1], length, match[2], filter_, inner)

    return _STREAM.sub(packed, data)


def drawings(chance: Random, data: bytes, _: bytes) -> bytes:
    """Operators put among those of a page, once or many times over."""

    def drawn(match: re.Match[bytes]) -> bytes:
        lines = match[3].split(b"\n")
        for _n in range(chance.choice((1, 5, 60))):
            lines.insert(chance.randrange(len(lines) + 1), chance.choice(_OPERATORS))
        if chance.random() < 0.2:
            a = chance.randrange(len(lines))
            some = lines[a : a + chance.choice((1, 3))]
            lines[a:a] = some * times(chance, sum(map(len, some)) + 1)
        inner = b"\n".join(lines)
        return b"<<%s/Length %d%s>>\nstream\n%s\nendstream" % (match[1], len(inner), match[2], inner)

    return _STREAM.sub(drawn, data, count=chance.choice((1, 5)))


def table(chance: Random, data: bytes, _: bytes) -> bytes:
    """The table of references wrong, missing, or a loop of tables."""
    at = data.rfind(b"xref")
    start = data.rfind(b"trailer")
    broken = (
        data[:at],
        data.replace(b"startxref", b"startxref\n%d\n" % chance.randrange(len(data)), 1),
        data.replace(b"trailer\n<<", b"trailer\n<< /Prev %d /XRefStm %d " % (max(at, 0), max(start, 0)), 1),
        re.sub(rb"\d{10} 00000 n", lambda m: b"%010d 00000 n" % chance.randrange(2 * len(data)), data),
        data.replace(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt 3 0 R /ID [<00><00>]"),
    )
    return chance.choice(broken)


ALL: tuple[Mutator, ...] = (numbers, references, objects, kids, lengths, names, filters, drawings, table)
