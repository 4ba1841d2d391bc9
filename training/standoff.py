"""Annotations that quote their report, to the stand-off form that may be kept: hash, offsets, labels.

python -m training.standoff ../shared/annotations ../shared/reports corpus/annotations
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from yosnlp.errors import InvalidData
from yosnlp.labels import Annotations, Label
from yosnlp.reading import read
from yosnlp.records import Document
from yosnlp.text import letters, view

_CODEBOOK_VERSION = 1


class _Said:
    """The letters of a document, and where each of them stands."""

    def __init__(self, document: Document) -> None:
        whole = view(document, 0, len(document.text))
        kept = [i for i, c in enumerate(whole.text) if letters(c)]
        self._letters = "".join(letters(whole.text[i]) for i in kept)
        self._offsets = [whole.offsets[i] for i in kept]

    def nearest(self, text: str, near: int) -> tuple[int, int] | None:
        """Start and end of ``text`` in the document, the occurrence nearest to the offset ``near``."""
        words, found = letters(text), []
        at = self._letters.find(words)
        while at >= 0:
            found.append((self._offsets[at], self._offsets[at + len(words) - 1] + 1))
            at = self._letters.find(words, at + 1)
        return min(found, key=lambda span: abs(span[0] - near), default=None)


def convert(rows: Sequence[dict[str, Any]], document: Document, ratings: dict[str, Any]) -> Annotations:
    """The stand-off form of ``rows``, each with the ``text`` that it quotes and the line where that is near.

    Raises InvalidData naming every row whose text is not in ``document``.
    """
    visible = _Said(document)
    everything = _Said(replace(document, hidden=()))  # some annotations quote a footnote or its mark
    starts = _line_starts(document.text)
    labels, lost = [], []
    for row in rows:
        line: int = row["line"] if "line" in row else row["paragraph_line"]
        near = starts[min(line, len(starts)) - 1]
        span = visible.nearest(row["text"], near) or everything.nearest(row["text"], near)
        if span is None:
            lost.append(row["id"])
        else:
            labels.append(_label(row, *span, document.text))
    if lost:
        raise InvalidData(f"{document.source}: texts not found: {', '.join(lost)}")
    return Annotations(
        report=Path(document.source).stem,
        sha256=document.sha256,
        codebook_version=_CODEBOOK_VERSION,
        labels=tuple(labels),
        ratings={key: value for key, value in ratings.items() if key != "file"},
    )


def _line_starts(text: str) -> list[int]:
    return [0, *(i + 1 for i, c in enumerate(text) if c == "\n")]


def _label(row: dict[str, Any], start: int, end: int, text: str) -> Label:
    while end < len(text) and text[end] in ".!?)”\"'’":
        end += 1
    return Label(
        id=row["id"],
        start=start,
        end=end,
        kind=row.get("kind", "sentence"),
        polarity=row["polarity"],
        themes=tuple(row["themes"]),
        domain=row.get("domain"),
        case=bool(row.get("case")),
        annotators=row.get("annotators", 2),
    )


def main(annotations: Path, reports: Path, to: Path) -> None:
    """Write a JSON file of stand-off annotations for each report that ``annotations`` quote."""
    rows: dict[str, list[dict[str, Any]]] = {}
    for name in ("explicit.jsonl", "narrative.jsonl"):
        for line in (annotations / name).read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            rows.setdefault(row["file"], []).append(row)
    rated = json.loads((annotations / "ratings.json").read_text(encoding="utf-8"))
    to.mkdir(parents=True, exist_ok=True)
    for file, of_file in rows.items():
        standoff = convert(of_file, read(reports / file), rated[Path(file).stem])
        target = to / f"{standoff.report}.json"
        target.write_text(standoff.model_dump_json(indent=1) + "\n", encoding="utf-8")
        print(f"{target}: {len(standoff.labels)} labels")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
