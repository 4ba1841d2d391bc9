"""Versions of the tables, as SQL files that are applied in order."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Migration:
    """SQL that makes ``version`` of the tables out of the version before it; the first, out of nothing."""

    version: int
    name: str
    sql: str


def migrations(backend: str) -> list[Migration]:
    """The migrations of ``backend`` (``sqlite``, ``postgres``): files ``0001_name.sql`` and on, without a gap."""
    found = []
    for path in sorted((Path(__file__).parent / backend).glob("[0-9]*.sql")):
        number, _, name = path.stem.partition("_")
        found.append(Migration(int(number), name, path.read_text(encoding="utf-8")))
    return found
