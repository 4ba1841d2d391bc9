"""Fills the parts of the README that are made, not typed: an example of output, and the figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from yosnlp import pipeline, resources
from yosnlp.exchange.rows import finding_rows
from yosnlp.themes import load_codebook

_COLUMNS = ("finding_id", "standard", "kind", "polarity", "themes", "text", "rating")
_SHOWN = 4
_LONGEST = 130  # characters


def example() -> list[str]:
    """A few rows of the findings of a sample report, as a Markdown table."""
    tagged = pipeline.tag_one(resources.corpus("sample", "aldermoor-yos.txt"))
    rows = [
        row
        for row in finding_rows(tagged, load_codebook().ids)
        if row["rating"] and row["themes"] and len(str(row["text"])) < 130
    ]
    made = ["| " + " | ".join(_COLUMNS) + " |", "|" + "---|" * len(_COLUMNS)]
    return made + ["| " + " | ".join(str(row[c]) for c in _COLUMNS) + " |" for row in rows[:_SHOWN]]


def fill(readme: Path, part: str, lines: Sequence[str]) -> None:
    """Put ``lines`` between the marks of ``part``. Raises ValueError where the marks are missing."""
    text = readme.read_text(encoding="utf-8")
    pattern = re.compile(rf"(<!-- {part}: begin[^\n]*-->\n).*?(<!-- {part}: end -->)", re.S)
    if not pattern.search(text):
        raise ValueError(f"{readme}: no marks for '{part}'")
    body = "\n".join(lines) + "\n"
    readme.write_text(pattern.sub(lambda m: m[1] + body + m[2], text), encoding="utf-8")
