"""How much is read: far more than any report, and less than what harms. What is above a limit is refused, and said."""

from __future__ import annotations

MEGABYTE = 1024 * 1024

#: Bytes of a file. Reports with photographs take up to some 20 MB as a PDF.
FILE = 100 * MEGABYTE
#: Characters of a text. The longest reports have some 300,000.
TEXT = 5_000_000
#: Pages of a PDF. The longest reports have some 150.
PAGES = 2_000
#: Files in an archive, and bytes of all of them unpacked.
MEMBERS = 10_000
ARCHIVE = 4_096 * MEGABYTE
#: Bytes of one part of a word-processor file, unpacked.
PART = 50 * MEGABYTE
#: Bytes that it may unpack to for each byte packed: text takes up to some 100. Below so many bytes any ratio will do.
RATIO = 500
SMALL_PART = 1_000_000
#: Bytes of memory that the process may take which reads a file.
MEMORY = 3_072 * MEGABYTE


def seconds(size: int, *, ocr: bool) -> float:
    """How long reading ``size`` bytes may take: a hundred times what a slow machine needs for a report."""
    return (3600 if ocr else 60) + 2 * size / MEGABYTE
