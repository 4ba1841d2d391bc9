"""Bad files: a good one, changed once or some times over, by chance that can be repeated."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from tests.harm.mutators import data, lines, markup, packed, pdf, rich_text
from tests.harm.mutators.data import LONGEST, Mutator

_OF_FORMAT: dict[str, tuple[Mutator, ...]] = {
    "text": lines.ALL,
    "markdown": (*lines.ALL, *markup.ALL),
    "html": (*markup.ALL, *markup.ALL, *lines.ALL),
    "pdf": pdf.ALL,
    "docx": packed.ALL,
    "odt": packed.ALL,
    "rtf": (*rich_text.ALL, *lines.ALL[:1]),
    "zip": packed.ALL,
}
FORMATS = tuple(_OF_FORMAT)
# Share of inputs whose bytes are changed without regard to the format. What is packed is then seldom read any further.
_BYTES, _BYTES_PACKED = 0.25, 0.05
_LARGE = 0.02  # share of inputs that are made of a whole report, where some are given
_OVER = (1, 1, 1, 2, 3)  # times that an input is changed


def bad(format_: str, seed: int, number: int, small: Sequence[bytes], large: Sequence[bytes] = ()) -> bytes:
    """The bad file of that ``number``: the same for the same ``seed`` and files to make it of."""
    chance = Random(f"{format_}:{seed}:{number}")
    files = large if large and chance.random() < _LARGE else small
    made = chance.choice(files)
    by_bytes = _BYTES_PACKED if _OF_FORMAT[format_] is packed.ALL else _BYTES
    for _ in range(chance.choice(_OVER)):
        mutators = data.ALL if chance.random() < by_bytes else _OF_FORMAT[format_]
        try:
            made = chance.choice(mutators)(chance, made or b" ", chance.choice(files))
        except Exception:  # no longer an archive, or without what is to be changed
            made = chance.choice(data.ALL)(chance, made or b" ", chance.choice(files))
    return made[: max(4 * LONGEST, 2 * max(map(len, files)))]
