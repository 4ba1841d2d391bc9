"""Labelled texts in a CSV or JSONL file: read, checked against a codebook, all errors told at once with their lines."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from yosnlp.errors import InvalidData
from yosnlp.learning.fit import Bools
from yosnlp.text import fold
from yosnlp.themes.codebook import Codebook

_SEPARATOR = ";"
_MOST_SHOWN = 50  # problems in one message


@dataclass(frozen=True, slots=True)
class Example:
    """A text and the themes that a person gave it; ``group`` is what it belongs to, such as its report."""

    text: str
    themes: frozenset[str]
    group: str | None = None


def read_examples(path: Path, codebook: Codebook, *, group: str | None = None) -> list[Example]:
    """The labelled texts in ``path``: columns ``text`` and ``labels``, and, where they stand, ``id`` and ``group``.

    ``labels`` are ids of themes joined by ``;``, in JSONL also a list; empty for none. ``group`` names the column of
    groups. Raises InvalidData with every problem, each with its line: a column missing, an unknown label, an empty
    text, an id that stands twice, one text with two codings, a theme that all texts carry.
    """
    rows = list(_rows(path))
    problems = list(_problems(rows, codebook, group))
    if problems:
        shown = problems[:_MOST_SHOWN]
        more = [f"and {len(problems) - len(shown)} more"] if len(problems) > len(shown) else []
        counted = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
        raise InvalidData("\n".join([f"{path}: {counted}, nothing was read:", *shown, *more]))
    return [
        Example(fold(str(row["text"])), frozenset(_labels(row)), str(row[group]) if group else None) for _, row in rows
    ]


def said(examples: Sequence[Example], labels: Sequence[str]) -> Bools:
    """Texts by labels: what a person said of each."""
    return np.array([[label in e.themes for label in labels] for e in examples], dtype=bool).reshape(len(examples), -1)


def _rows(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """The rows of the file, each with the line that it begins on. Raises InvalidData for what is no table."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as e:
        reason = e.strerror if isinstance(e, OSError) else "it is not UTF-8 text; save it as CSV UTF-8"
        raise InvalidData(f"{path}: cannot be read: {reason}") from e
    if path.suffix.lower() in (".jsonl", ".ndjson"):
        yield from _json_rows(path, text)
        return
    reader = csv.DictReader(text.splitlines(keepends=True), strict=True)
    line = 2
    try:
        for row in reader:
            yield line, dict(row)
            line = reader.line_num + 1
    except csv.Error as e:
        raise InvalidData(f"{path}, line {line}: not CSV ({e})") from e


def _json_rows(path: Path, text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as e:
            raise InvalidData(f"{path}, line {number}: not JSON ({e})") from e
        if not isinstance(row, dict):
            raise InvalidData(f"{path}, line {number}: not an object with text and labels")
        yield number, row


def _labels(row: dict[str, Any]) -> list[str]:
    value = row.get("labels")
    parts = value if isinstance(value, list) else str(value or "").split(_SEPARATOR)
    return [str(part).strip() for part in parts if str(part).strip()]


def _problems(rows: Sequence[tuple[int, dict[str, Any]]], codebook: Codebook, group: str | None) -> Iterator[str]:
    if not rows:
        yield "no rows; a header 'text,labels' and a row for each text are needed"
        return
    wanted = ["text", "labels", *([group] if group else [])]
    missing = [column for column in wanted if column not in rows[0][1]]
    if missing:
        has = ", ".join(map(str, rows[0][1]))
        yield f"line {rows[0][0]}: no column {', '.join(missing)}; the columns are: {has}"
        return
    yield from _row_problems(rows, set(codebook.ids), group)
    yield from _theme_problems(rows, codebook.ids)


def _row_problems(rows: Sequence[tuple[int, dict[str, Any]]], known: set[str], group: str | None) -> Iterator[str]:
    ids: dict[str, int] = {}
    texts: dict[str, tuple[int, frozenset[str]]] = {}
    for line, row in rows:
        text, labels = fold(str(row.get("text") or "")), frozenset(_labels(row))
        if not text:
            yield f"line {line}: empty text"
        unknown = sorted(labels - known)
        if unknown:
            yield f"line {line}: unknown label {', '.join(unknown)}; the codebook has: {', '.join(sorted(known))}"
        if group and not str(row.get(group) or "").strip():
            yield f"line {line}: no {group}"
        given = str(row.get("id") or "")
        if given and given in ids:
            yield f"line {line}: id {given} stands on line {ids[given]} already"
        ids.setdefault(given, line)
        before = texts.setdefault(text.lower(), (line, labels))
        if text and before[1] != labels:
            yield f"line {line}: the text of line {before[0]}, with other labels"


def _theme_problems(rows: Sequence[tuple[int, dict[str, Any]]], themes: Sequence[str]) -> Iterator[str]:
    """Themes that cannot be learnt: every text carries them, or no text carries any."""
    often = Counter(label for _, row in rows for label in set(_labels(row)))
    if not often:
        yield "all lines: one class only, no text carries a theme"
    for theme in themes:
        if often[theme] == len(rows):
            yield f"all lines: one class only, every text carries {theme}"
