"""What a search is narrowed to: theme, polarity, service, year, standard, rating, programme, kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any, get_args

from yosnlp.errors import YosnlpError
from yosnlp.records import FindingKind, Polarity
from yosnlp.store import models
from yosnlp.store.database import Database
from yosnlp.store.words import Condition

_YEARS = re.compile(r"(\d{4})?(:)?(\d{4})?")
_COLUMNS = {
    "polarity": "f.polarity",
    "service": "r.service",
    "rating": "f.rating",
    "programme": "r.programme",
    "kind": "f.kind",
}
_FIXED = {"polarity": get_args(Polarity), "kind": get_args(FindingKind)}
_TABLES = {"service": "reports", "programme": "reports", "rating": "ratings"}


class FilterError(YosnlpError):
    """A filter names nothing that is in the corpus; says what is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing:
    """Values that a finding must have; None: any.

    ``year``: ``2018``, ``2018:``, ``:2020`` or ``2018:2020``, ends included; a report of unknown year is in none.
    ``standard``: a standard as ``2.1``, or a domain by its number, ``2``, or its id. ``rating`` is the standard's.
    """

    theme: str | None = None
    polarity: str | None = None
    service: str | None = None
    year: str | None = None
    standard: str | None = None
    rating: str | None = None
    programme: str | None = None
    kind: str | None = None

    @property
    def given(self) -> dict[str, str]:
        """The filters that are given, by name."""
        return {field.name: value for field in fields(self) if (value := getattr(self, field.name)) is not None}


def years(text: str) -> tuple[int | None, int | None]:
    """The first and the last year of a range, None where it is open. Raises FilterError."""
    found = _YEARS.fullmatch(text.strip())
    if found is None or not (found[1] or found[3]) or (found[3] and not found[2]):
        raise FilterError(f"year '{text}' is not understood. Give 2018, 2018:, :2020 or 2018:2020.")
    first, last = (int(part) if part else None for part in (found[1], found[3]))
    if not found[2]:
        last = first
    if first and last and first > last:
        raise FilterError(f"year '{text}' ends before it begins. Give the earlier year first: {last}:{first}.")
    return first, last


#: Filters whose values `known` lists.
LISTED = ("theme", "polarity", "service", "standard", "rating", "programme", "kind")


def known(database: Database, names: Iterable[str] = LISTED) -> dict[str, dict[str, str]]:
    """The values that each filter of ``names`` may have here, if it has a list: each with its label, or none."""
    return {name: _known(database, name) for name in names if name in LISTED}


def _known(database: Database, name: str) -> dict[str, str]:
    if name == "theme":
        return dict(models.themes(database))
    if name == "standard":
        return _standards(database)
    if name in _FIXED:
        return dict.fromkeys(_FIXED[name], "")
    rows = database.rows(f"SELECT DISTINCT {name} AS value FROM {_TABLES[name]} ORDER BY value")
    return {row["value"]: "" for row in rows if row["value"] is not None}


def checked(narrowing: Narrowing, values: Mapping[str, Mapping[str, str]]) -> Narrowing:
    """The same with each value as the corpus spells it. Raises FilterError for one that it does not have."""
    named = {}
    for name, value in narrowing.given.items():
        if name == "year":
            years(value)
            continue
        spelled = next((k for k in values[name] if _folded(k) == _folded(value)), None)
        if spelled is None:
            raise FilterError(f"{name} '{value}' is not in the corpus. Known: {', '.join(values[name]) or 'none'}.")
        named[name] = spelled
    return Narrowing(**{**narrowing.given, **named})


def condition(narrowing: Narrowing) -> Condition | None:
    """The filters as a condition; None without any. The values are those of `checked`."""
    parts: list[str] = []
    values: list[Any] = []
    for name, value in narrowing.given.items():
        if name in _COLUMNS:
            parts.append(f"{_COLUMNS[name]} = ?")
            values.append(value)
    if narrowing.theme is not None:
        parts.append("f.finding_key IN (SELECT finding_key FROM finding_themes WHERE theme_id = ?)")
        values.append(narrowing.theme)
    if narrowing.standard is not None:
        parts.append("(f.standard_id = ? OR f.standard_id LIKE ? OR f.domain = ?)")
        values += [narrowing.standard, f"{narrowing.standard}.%", narrowing.standard]
    for sign, year in zip((">=", "<="), years(narrowing.year) if narrowing.year else (), strict=False):
        if year is not None:
            parts.append(f"r.year {sign} ?")
            values.append(year)
    if not parts:
        return None
    return " AND ".join(parts), values


def _standards(database: Database) -> dict[str, str]:
    """Domains by number and by id, and standards with their name in one of the programmes."""
    ids = database.rows("SELECT DISTINCT domain, standard_id FROM findings ORDER BY standard_id, domain")
    names = database.rows("SELECT DISTINCT standard_id, standard FROM ratings ORDER BY standard_id, standard")
    named = {row["standard_id"]: row["standard"] or "" for row in names if row["standard_id"]}
    standards = list(dict.fromkeys(row["standard_id"] for row in ids if row["standard_id"]))
    domains = {row["domain"]: "" for row in ids if row["domain"]}
    numbers = {standard.partition(".")[0]: "" for standard in standards}
    return numbers | {standard: named.get(standard, "") for standard in standards} | domains


def _folded(name: str) -> str:
    return name.strip().lower().replace("-", "_").replace(" ", "_")
