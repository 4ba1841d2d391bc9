"""Inspections of one service in their order: which reports can be held against one another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cmp_to_key
from itertools import combinations, pairwise, permutations
from typing import Any, Literal

import pandas as pd

from yosnlp.analysis import scope
from yosnlp.errors import InvalidData
from yosnlp.frameworks import frameworks
from yosnlp.tables import Tables

Report = Mapping[str, Any]
Order = Literal["inspected", "published", "year", "programme", "given"]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two inspections of ``service``, by report id, and what tells their order: a date, the programmes, the caller."""

    service: str
    earlier: str
    later: str
    order: Order


@dataclass(frozen=True, slots=True)
class Inspections:
    """``pairs`` that follow one another, and what could not be paired, so that nothing is left out in silence.

    ``single``: services with one report. ``undecided``: services with the ids of reports of unknown order.
    ``nameless``: ids of reports whose service is not known.
    """

    pairs: tuple[Pair, ...] = ()
    single: tuple[str, ...] = ()
    undecided: tuple[tuple[str, tuple[str, ...]], ...] = ()
    nameless: tuple[str, ...] = ()


def inspections(tables: Tables, earlier: str | None = None, later: str | None = None) -> Inspections:
    """Consecutive inspections of each service, services in the order of their names.

    Reports are of one service if its name is the same but for case and white space. Their order is that of the last
    day of fieldwork where both state it, else of publication, else the year; else that of the programmes, where one
    had ended by the year the other began (``years`` in the frameworks). ``earlier`` and ``later``, two report ids,
    make the one pair that they name. Raises InvalidData if just one is given, an id is not in the tables, the two
    are of different services, or their dates say that the later one came first.
    """
    reports: dict[str, Report] = {row["report_id"]: row for row in _records(tables)}
    if earlier is not None or later is not None:
        return Inspections(pairs=(_given(reports, earlier, later),))
    groups: dict[str, list[Report]] = {}
    for report in reports.values():
        groups.setdefault(folded(report["service"]), []).append(report)
    nameless = tuple(str(report["report_id"]) for report in groups.pop("", []))
    pairs: list[Pair] = []
    single: list[str] = []
    undecided: list[tuple[str, tuple[str, ...]]] = []
    for _, group in sorted(groups.items()):
        service = str(group[0]["service"])
        unordered = _unordered(group)
        if len(group) == 1:
            single.append(service)
        elif unordered:
            undecided.append((service, unordered))
        else:
            pairs.extend(_consecutive(service, group))
    return Inspections(tuple(pairs), tuple(single), tuple(undecided), nameless)


def folded(service: object) -> str:
    """A service's name by which its reports are told: without case, white space single; empty if not known."""
    return " ".join(service.casefold().split()) if isinstance(service, str) else ""


def _records(tables: Tables) -> list[dict[str, Any]]:
    """The reports on one service; others are held against none."""
    reports = scope.inspected(tables).reports
    return [{str(name): value for name, value in row.items()} for row in reports.to_dict("records")]


def _given(reports: Mapping[str, Report], earlier: str | None, later: str | None) -> Pair:
    if earlier is None or later is None or earlier == later:
        raise InvalidData("to compare two reports of your choice, give two different ids, the earlier and the later")
    unknown = [report_id for report_id in (earlier, later) if report_id not in reports]
    if unknown:
        raise InvalidData(f"no report {', '.join(unknown)} in these tables; there is: {', '.join(reports)}")
    first, second = reports[earlier], reports[later]
    services = {folded(report["service"]): report["service"] for report in (first, second) if folded(report["service"])}
    if len(services) > 1:
        raise InvalidData(f"{earlier} and {later} are of different services: {' and '.join(services.values())}")
    if _order(second, first) in ("inspected", "published", "year"):
        raise InvalidData(f"{later} came before {earlier}, by its {_order(second, first)} date. Exchange the two.")
    return Pair(next(iter(services.values()), "service not known"), earlier, later, "given")


def _consecutive(service: str, group: list[Report]) -> Iterator[Pair]:
    for a, b in pairwise(sorted(group, key=_IN_ORDER)):
        order = _order(a, b)
        if order:
            yield Pair(service, a["report_id"], b["report_id"], order)


def _unordered(group: list[Report]) -> tuple[str, ...]:
    """The ids of reports that stand in no order to another of the group; all, if what is known goes in a circle."""
    known = [(a, b) for a, b in permutations(group, 2) if _order(a, b)]
    if len({sum(a is report for a, _ in known) for report in group}) == len(group):
        return ()  # each comes before a different number of others, from all the rest to none
    told = [(a, b) for a, b in combinations(group, 2) if not (_order(a, b) or _order(b, a))]
    unsure = {report["report_id"] for two in told for report in two}
    return tuple(report["report_id"] for report in group if not unsure or report["report_id"] in unsure)


def _order(a: Report, b: Report) -> Order | None:
    """By what ``a`` is known to come before ``b``, or None."""
    stated: tuple[Literal["inspected", "published", "year"], ...] = ("inspected", "published", "year")
    for column in stated:
        if pd.notna(a[column]) and pd.notna(b[column]) and a[column] != b[column]:
            return column if a[column] < b[column] else None
    first, second = (frameworks().get(report["programme"]) for report in (a, b))
    if not first or not second or first is second or not first.years or not second.years:
        return None
    ended, began = first.years[1], second.years[0]
    return "programme" if ended is not None and ended <= began else None


def _compared(a: Report, b: Report) -> int:
    return -1 if _order(a, b) else 1


_IN_ORDER = cmp_to_key(_compared)
