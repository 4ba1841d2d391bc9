"""What people ask of findings: ``queries.yaml``, read and checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd
import yaml

from yosnlp.errors import InvalidData

QUERIES = Path(__file__).with_name("queries.yaml")
KINDS = ("everyday", "abbreviation", "jargon", "older_name", "newer_name", "question", "phrase", "two_ideas", "rare")
WRITTEN = ("before", "after")
#: What a query may be narrowed by, and the column of the findings that it narrows; themes and years go by `narrowed`.
COLUMNS = {"polarity": "polarity", "service": "service", "standard": "standard_id", "rating": "rating"}
FILTERS = (*COLUMNS, "theme", "year")
NONE = "none"


@dataclass(frozen=True, slots=True)
class Query:
    """What somebody asks, in their own words.

    ``meant`` spells out an abbreviation or a name of its time, for the judges and the pool: search never sees it.
    ``kind`` says how it is said, ``filters`` what it is narrowed to (see `FILTERS`), ``written`` whether it was written
    ``before`` or ``after`` its writer read a finding, ``answered`` whether the judges found an answer.
    """

    id: str
    text: str
    kind: str
    written: str
    filters: Mapping[str, str] = field(default_factory=dict)
    answered: bool = True
    meant: str | None = None


def load_queries(path: Path = QUERIES) -> tuple[Query, ...]:
    """The queries in ``path``, in order. Raises InvalidData with all that is wrong with them."""
    rows: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    ids = Counter(str(row.get("id")) for row in rows)
    wrong = [line for row in rows for line in _wrong(row)]
    wrong += [f"{id_}: the id stands {times} times" for id_, times in ids.items() if times > 1]
    if wrong:
        raise InvalidData("\n".join(f"{path}: {line}" for line in wrong))
    return tuple(_query(row) for row in rows)


def narrowed(findings: pd.DataFrame, filters: Mapping[str, str]) -> pd.DataFrame:
    """The rows of ``findings`` that meet all ``filters``.

    A year is one year or a range, either end open (``2018:``, ``:2015``); a report of unknown year is in none.
    """
    kept = findings
    for name, wanted in filters.items():
        if name == "theme":
            kept = kept[[wanted in themes for themes in kept["themes"]]]
        elif name == "year":
            first, colon, last = wanted.partition(":")
            lowest, highest = int(first or 0), int((last or 9999) if colon else first)
            kept = kept[kept["year"].between(lowest, highest).fillna(False).astype(bool)]
        else:
            kept = kept[(kept[COLUMNS[name]] == wanted).fillna(False).astype(bool)]
    return kept


def _query(row: Mapping[str, Any]) -> Query:
    filters = {name: str(value) for name, value in row.get("filters", {}).items()}
    return Query(
        row["id"], row["text"], row["kind"], row["written"], filters, row.get("answer") != NONE, row.get("meant")
    )


def _wrong(row: Mapping[str, Any]) -> list[str]:
    known = {"id", "text", "meant", "kind", "written", "filters", "answer"}
    name = str(row.get("id", row))
    said = [f"{name}: {key} is unknown; known are {', '.join(sorted(known))}" for key in row.keys() - known]
    said += [f"{name}: {key} is missing" for key in ("id", "text") if not row.get(key)]
    for key, allowed in (("kind", KINDS), ("written", WRITTEN), ("answer", (NONE, None))):
        if row.get(key) not in allowed:
            said.append(f"{name}: {key} is {row.get(key)}; expected {', '.join(map(str, filter(None, allowed)))}")
    narrows = row.get("filters", {})
    return said + [f"{name}: no filter {key}; known are {', '.join(FILTERS)}" for key in narrows if key not in FILTERS]
