"""Queries that were written for training: for examples, and others with graded findings (``corpus/queries``)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from yosnlp import reading, resources
from yosnlp.text import view


@dataclass(frozen=True, slots=True)
class Asked:
    """A written example and queries that it answers."""

    finding: str
    queries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Graded:
    """A query and how well findings answer it: 0 (not about it) to 3 (exactly what is wanted), by their name."""

    id: str
    query: str
    kind: str
    grades: Mapping[str, int]


def asked() -> list[Asked]:
    """The queries of ``asked.jsonl``, each with its example."""
    texts = _examples()
    return [Asked(texts[row["example"]], tuple(row["queries"])) for row in _rows("asked")]


def graded() -> list[Graded]:
    """The queries of ``graded.jsonl``. A finding is an example, by its id, or a place in a sample report."""
    return [Graded(row["id"], row["query"], row["kind"], row["grades"]) for row in _rows("graded")]


def findings() -> dict[str, str]:
    """The texts of all findings that some query is graded for, by their name."""
    names = sorted({name for query in graded() for name in query.grades})
    texts, samples = _examples(), {}
    found = {}
    for name in names:
        if name in texts:
            found[name] = texts[name]
            continue
        file, _, place = name.rpartition(":")
        start, end = map(int, place.split("-"))
        if file not in samples:
            samples[file] = reading.read(resources.corpus("sample", file))
        found[name] = view(samples[file], start, end).text
    return found


def _examples() -> dict[str, str]:
    paths = sorted(resources.corpus("examples").glob("*.jsonl"))
    rows = (json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines())
    return {row["id"]: row["text"] for row in rows}


def _rows(name: str) -> Iterator[dict[str, Any]]:
    for line in resources.corpus("queries", f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        yield json.loads(line)
