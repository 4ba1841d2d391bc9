"""Archives changed, and the XML parts that word-processor files pack in them: parts mutated and packed again."""

from __future__ import annotations

import io
import struct
import zipfile
from functools import lru_cache
from random import Random

from tests.harm.mutators import data as by_bytes
from tests.harm.mutators import lines, markup
from tests.harm.mutators.data import Mutator

_TELLING = ("word/document.xml", "content.xml", "word/styles.xml", "word/numbering.xml", "styles.xml")
_NAMES = (
    "../../x.txt",
    "/etc/x.txt",
    "C:\\x.txt",
    "a\x1b[31m.txt",
    "",
    ".",
    "a/",
    "a" * 3000 + ".md",
    "=1+1.txt",
    "x.zip",
)
_MENDED = 0.8  # share of mutated parts that are well formed
_DIRECTORY = b"PK\x01\x02"


def _parts(data: bytes) -> dict[str, bytes]:
    return dict(_unpacked(data))


@lru_cache(maxsize=32)
def _unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def _pack(parts: list[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method, compresslevel=1) as packed:
        for name, data in parts:
            packed.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_STORED if name == "mimetype" else method)
    return file.getvalue()


def part(chance: Random, data: bytes, other: bytes) -> bytes:
    """One part mutated as XML, as text or as bytes; most often that which holds the text."""
    parts, others = _parts(data), _parts(other)
    telling = [name for name in _TELLING if name in parts]
    name = chance.choice(telling) if telling and chance.random() < 0.8 else chance.choice(list(parts))
    mutate = chance.choice((*markup.ALL, *markup.ALL, *lines.ALL, *by_bytes.ALL))
    parts[name] = mutate(chance, parts[name] or b" ", others.get(name) or b" ")
    if name.endswith((".xml", ".rels")) and chance.random() < _MENDED:
        parts[name] = _well_formed(parts[name]) or parts[name]
    return _pack(list(parts.items()))


def _well_formed(data: bytes) -> bytes | None:
    """The XML as a parser mends it: odd, but well formed, so that it is read on."""
    from lxml import etree

    root = etree.fromstring(data, etree.XMLParser(recover=True, huge_tree=True, resolve_entities=False))
    return None if root is None else bytes(etree.tostring(root))


def parts(chance: Random, data: bytes, other: bytes) -> bytes:
    """Parts lost, doubled, renamed, exchanged, empty, or of another file."""
    held = list(_parts(data).items())
    for _n in range(chance.choice((1, 1, 3))):
        if not held:
            break
        at = chance.randrange(len(held))
        name, inner = held[at]
        changed = (
            [],
            [(name, inner)] * 2 if len(held) < 40 else [],
            [(chance.choice(_NAMES), inner)],
            [(name, chance.choice(held)[1])],
            [(name, b"")],
            [(name, chance.choice(list(_parts(other).values())))],
            [(name, data)],
        )
        held[at : at + 1] = chance.choice(changed)
    return _quietly(held)


def _quietly(held: list[tuple[str, bytes]]) -> bytes:
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that a name is there twice is what is wanted
        return _pack(held)


def methods(chance: Random, data: bytes, _: bytes) -> bytes:
    """Packed by another method."""
    method = chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA))
    return _pack(list(_parts(data).items()), method)


def directory(chance: Random, data: bytes, _: bytes) -> bytes:
    """The archive's directory wrong: sizes, flags, methods and places as they should not be."""
    made = bytearray(data)
    at = made.find(_DIRECTORY, chance.randrange(len(made)))
    at = at if at >= 0 else max(made.find(_DIRECTORY), 0)
    for _n in range(chance.choice((1, 3))):
        place = at + chance.choice((8, 10, 16, 20, 24, 28, 30, 32, 42))
        made[place : place + 4] = struct.pack("<I", chance.choice((0, 1, 0xFFFF, 0xFFFFFFFF, 0x7FFFFFFF, 99, 12, 14)))
    return bytes(made)


def broken(chance: Random, data: bytes, other: bytes) -> bytes:
    """Its bytes mutated, as they are packed."""
    return chance.choice(by_bytes.ALL)(chance, data, other)


ALL: tuple[Mutator, ...] = (part, part, part, parts, methods, directory, broken)
