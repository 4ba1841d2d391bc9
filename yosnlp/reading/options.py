"""How to read: what the caller may choose."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """``ocr``: whether pages that are pictures are read by text recognition, where Tesseract is installed."""

    ocr: bool = False
