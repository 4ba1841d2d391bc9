"""HTML and XML changed: elements unclosed, crossed, nested deep and moved, attributes and entities that are wrong."""

from __future__ import annotations

import re
from random import Random

from tests.harm.mutators.data import LONGEST, Mutator, times

_TAG = re.compile(rb"<[^<>]{1,400}>")
_NAME = re.compile(rb"</?([\w:-]+)")
_VALUE = re.compile(rb'="[^"<>]{0,200}"')
_BETWEEN = re.compile(rb"(?<=>)[^<>]+(?=<)")
_NAMES = (
    *(
        b"div",
        b"b",
        b"table",
        b"tr",
        b"td",
        b"ul",
        b"li",
        b"p",
        b"h1",
        b"a",
        b"sup",
        b"script",
        b"style",
        b"svg",
        b"title",
    ),
    *(b"template", b"noscript", b"details", b"pre", b"textarea", b"select", b"iframe", b"math", b"body", b"plaintext"),
)
_VALUES = (
    *(
        b'=""',
        b"=",
        b'="-1"',
        b'="99999999999"',
        b'="0"',
        b'="\xff"',
        b'="javascript:alert(1)"',
        b'="display:none"',
        b'="1e9"',
    ),
    *(b'="&quot;&lt;script&gt;"', b"='x", b'="' + b"y" * 300 + b'"'),
)
_TEXTS = (
    *(
        b"&#0;",
        b"&#x110000;",
        b"&#99999999999;",
        b"&nosuch;",
        b"&amp",
        b"<![CDATA[x]]>",
        b"<!-- x",
        b"-->",
        b"<?php x ?>",
    ),
    *(
        b"<!DOCTYPE x [<!ENTITY a 'b'>]>&a;",
        b"]]>",
        b"<",
        b">",
        b"\x00",
        b"&lt;script&gt;",
        b"\xed\xa0\x80",
        b"\xc2\xad",
    ),
)


def unclosed(chance: Random, data: bytes, _: bytes) -> bytes:
    """Some tags left out: starts, ends, or either."""
    kinds = chance.choice((b"</", b"<", b"<t", b"<l", b"</t"))
    share = chance.choice((0.02, 0.2, 1.0))
    return _TAG.sub(lambda m: b"" if m[0].startswith(kinds) and chance.random() < share else m[0], data)


def nested(chance: Random, data: bytes, _: bytes) -> bytes:
    """An element within itself, many times, closed or not."""
    tags = list(_TAG.finditer(data))
    own = [m for m in map(_NAME.match, (tag[0] for tag in tags)) if m]
    name = chance.choice(own)[1] if own and chance.random() < 0.5 else chance.choice(_NAMES)
    at = chance.choice(tags).end() if tags else 0
    inner = chance.choice((b"", b"x", b"<tr><td>" if name == b"table" else b"", b" y "))
    often = times(chance, len(name) + len(inner) + 2)
    opened = (b"<%s>%s" % (name, inner)) * often
    closed = (b"</%s>" % name) * chance.choice((0, often, often // 2))
    return (data[:at] + opened + closed + data[at:])[: 3 * LONGEST]


def renamed(chance: Random, data: bytes, _: bytes) -> bytes:
    """Some tags given the name of others of the file, so that they cross."""
    names = [m[1] for m in _NAME.finditer(data)] or [b"p"]
    share = chance.choice((0.01, 0.1, 0.5))

    def other(match: re.Match[bytes]) -> bytes:
        new = chance.choice(_NAMES) if chance.random() < 0.3 else chance.choice(names)
        return match[0].replace(match[1], new, 1) if chance.random() < share else match[0]

    return _NAME.sub(other, data)


def valued(chance: Random, data: bytes, _: bytes) -> bytes:
    """Some attributes with values as they should not be, or many of them."""
    share = chance.choice((0.02, 0.2, 0.8))
    if chance.random() < 0.2:
        many = b"".join(b' a%d="x"' % n for n in range(times(chance, 9)))
        return data.replace(b">", many + b">", chance.choice((1, 5)))[:LONGEST]
    made = _VALUE.sub(lambda m: chance.choice(_VALUES) if chance.random() < share else m[0], data)
    spans = b' colspan="%d" rowspan="%d"' % (chance.choice((0, 2, 1000, 10**9)), chance.choice((0, 3, 65_535, 10**9)))
    return (made.replace(b"<td", b"<td" + spans, chance.choice((0, 1, 20))))[:LONGEST]


def texts(chance: Random, data: bytes, _: bytes) -> bytes:
    """Entities, comments and control characters in the text."""
    places = [m.start() for m in _BETWEEN.finditer(data)] or [0]
    for at in sorted(chance.choices(places, k=chance.choice((1, 6))), reverse=True):
        data = data[:at] + chance.choice(_TEXTS) * chance.choice((1, 1, times(chance, 20))) + data[at:]
    return data


def moved(chance: Random, data: bytes, other: bytes) -> bytes:
    """Elements in other places: a stretch from tag to tag moved, doubled, or taken from another file."""
    tags, others = list(_TAG.finditer(data)), list(_TAG.finditer(other))
    if len(tags) < 2 or len(others) < 2:
        return data
    a, b = sorted((chance.choice(others).start(), chance.choice(others).start()))
    at = chance.choice(tags).start()
    stretch = other[a:b]
    return (data[:at] + stretch * chance.choice((1, times(chance, len(stretch)))) + data[at:])[:LONGEST]


ALL: tuple[Mutator, ...] = (unclosed, nested, renamed, valued, texts, moved)
