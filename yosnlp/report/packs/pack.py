"""A pack of quotations for themes: both sides in balance, with the figures above them, and all that is left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

import pandas as pd

from yosnlp.analysis import ANY, frequency, scope
from yosnlp.errors import InvalidData
from yosnlp.report.packs.choice import Candidate, chosen
from yosnlp.report.packs.citation import Quotation, quotation
from yosnlp.report.packs.figures import Figure, figures
from yosnlp.report.packs.near_copies import near_copies
from yosnlp.report.wording import SIDES
from yosnlp.tables import Tables

Reason: TypeAlias = Literal["repeat", "single_case", "near_copy", "over_the_limit", "side_not_asked_for"]
Row: TypeAlias = Mapping[str, Any]

#: What quotations can be spread over, and over what they are unless the caller says otherwise.
SPREADS = {
    "service": ("service",),
    "year": ("year",),
    "rating": ("rating",),
    "programme": ("programme",),
    "standard": ("programme", "standard_id"),
    "domain": ("programme", "domain"),
    "kind": ("kind",),
}
BY = ("service", "year", "rating")
BOTH_SIDES = ("strength", "area_for_improvement")
#: At most so many quotations a side.
LIMIT = 20
_NAMED = 3  # themes that a title names


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A finding with the theme that is not shown, and why; ``of``: the finding that it repeats or nearly copies."""

    quotation: Quotation
    polarity: str
    reason: Reason
    of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """The findings of one polarity: ``shown``, by service, year and standard, and ``left_out``. Together, all."""

    figure: Figure
    shown: tuple[Quotation, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def counter_examples(self) -> tuple[Quotation, ...]:
        return tuple(q for q in self.shown if q.counter_example)

    @property
    def others(self) -> tuple[Quotation, ...]:
        return tuple(q for q in self.shown if not q.counter_example)

    @property
    def total(self) -> int:
        """All findings of this side that carry the theme, also those that do not count."""
        return len(self.shown) + len(self.left_out)


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemePack:
    """A theme: its ``figures`` on all sides, the ``sides`` asked for, and findings of ``other_sides``."""

    theme: str
    label: str
    figures: tuple[Figure, ...]
    sides: tuple[Side, ...]
    other_sides: tuple[LeftOut, ...]

    @property
    def total(self) -> int:
        """All findings that carry the theme, also those that do not count."""
        return sum(side.total for side in self.sides) + len(self.other_sides)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """Quotations of ``themes``, at most ``limit`` a side, spread over ``by``, from ``tables``."""

    themes: tuple[ThemePack, ...]
    by: tuple[str, ...]
    limit: int
    tables: Tables

    @property
    def title(self) -> str:
        labels = [theme.label for theme in self.themes]
        return f"Evidence: {'; '.join(labels)}" if len(labels) <= _NAMED else f"Evidence on {len(labels)} themes"


def evidence_pack(
    tables: Tables,
    themes: Sequence[str],
    *,
    polarities: Sequence[str] = BOTH_SIDES,
    limit: int = LIMIT,
    by: Sequence[str] = BY,
) -> Pack:
    """The pack for ``themes`` (ids), with at most ``limit`` quotations of each of ``polarities``.

    They are chosen by `choice.chosen` over the dimensions ``by`` (of `SPREADS`), among findings that count and are
    no near-copies. Reports that are no inspection of one service are not quoted. A theme or side without a finding is
    there, empty. Raises InvalidData for a theme that the tables do not name, another polarity or dimension, or a limit
    below 1.
    """
    _check("theme", themes, tables.labels)
    _check("polarity", polarities, [side for side in SIDES if side != ANY])
    _check("spread", by, SPREADS)
    if limit < 1:
        raise InvalidData(f"a limit of {limit} quotations; expected 1 or more")
    inspected = scope.inspected(tables)
    counts = frequency(inspected)
    packs = [
        _theme(inspected, theme, figures(counts, theme), polarities=polarities, limit=limit, by=by)
        for theme in dict.fromkeys(themes)
    ]
    return Pack(themes=tuple(packs), by=tuple(dict.fromkeys(by)), limit=limit, tables=tables)


def _check(what: str, given: Sequence[str], known: Iterable[str]) -> None:
    unknown = [name for name in given if name not in known]
    if unknown or not given:
        named = f"'{', '.join(unknown)}'" if unknown else "given"
        raise InvalidData(f"no {what} {named}; there is: {', '.join(known)}")


def _theme(
    tables: Tables,
    theme: str,
    of_side: Mapping[str, Figure],
    *,
    polarities: Sequence[str],
    limit: int,
    by: Sequence[str],
) -> ThemePack:
    carrying = tables.findings[[theme in themes for themes in tables.findings["themes"]]]
    rows: dict[str, list[Row]] = {side: [] for side in of_side}
    for row in carrying.to_dict("records"):
        rows[row["polarity"]].append({str(name): value for name, value in row.items()})
    sides = [s for s in of_side if s in polarities]
    others = [row for side in rows if side not in polarities for row in rows[side]]
    return ThemePack(
        theme=theme,
        label=tables.labels[theme],
        figures=tuple(of_side.values()),
        sides=tuple(_side(rows[side], theme, of_side[side], limit, by) for side in sides),
        other_sides=tuple(
            LeftOut(quotation=quotation(r, theme), polarity=r["polarity"], reason="side_not_asked_for") for r in others
        ),
    )


def _side(rows: Sequence[Row], theme: str, figure: Figure, limit: int, by: Sequence[str]) -> Side:
    quotations = {row["finding_id"]: quotation(row, theme) for row in rows}
    counting = [row for row in rows if row["counts"]]
    # Of near-copies, one in a rated standard says more than one without; then the surest is kept.
    surest = sorted(counting, key=lambda r: (not r["rating"], -quotations[r["finding_id"]].sureness))
    copies = near_copies(surest)
    candidates = [
        Candidate(
            place=place,
            spread=tuple(_value(row, name) for name in by),
            sureness=quotations[row["finding_id"]].sureness,
            counter_example=bool(quotations[row["finding_id"]].counter_example),
        )
        for place, row in enumerate(rows)
        if row["counts"] and row["finding_id"] not in copies
    ]
    places = set(chosen(candidates, limit))
    shown = sorted((row for place, row in enumerate(rows) if place in places), key=_order)
    others = sorted((row for place, row in enumerate(rows) if place not in places), key=_order)
    return Side(
        figure=figure,
        shown=tuple(quotations[row["finding_id"]] for row in shown),
        left_out=tuple(_left_out(row, quotations[row["finding_id"]], copies) for row in others),
    )


def _value(row: Row, spread: str) -> tuple[object, ...]:
    return tuple(None if pd.isna(row[column]) else row[column] for column in SPREADS[spread])


def _left_out(row: Row, of_row: Quotation, copies: Mapping[str, str]) -> LeftOut:
    reason: Reason = "over_the_limit"
    if row["repeat_of"]:
        reason = "repeat"
    elif not row["counts"]:
        reason = "single_case"
    elif row["finding_id"] in copies:
        reason = "near_copy"
    of = row["repeat_of"] or copies.get(row["finding_id"])
    return LeftOut(quotation=of_row, polarity=row["polarity"], reason=reason, of=of)


def _order(row: Row) -> tuple[object, ...]:
    """By service, year, report, standard and place in it; what is not stated last."""
    year, standard = row["year"], row["standard_id"]
    return (
        (row["service"] is None, (row["service"] or "").casefold()),
        (pd.isna(year), 0 if pd.isna(year) else int(year)),
        row["report_id"],
        (standard is None, standard or ""),
        int(row["start"]),
    )
