"""The words in which a report gives figures and names, so that they read alike wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Mapping
from math import isnan
from typing import Any

import pandas as pd

from yosnlp.frameworks import frameworks
from yosnlp.tables import Tables

#: Sides in the order in which they are shown, each with its heading.
SIDES = {
    "strength": "Strengths",
    "area_for_improvement": "Areas for improvement",
    "mixed": "Mixed",
    "neutral": "Neutral",
    "any": "All findings",
}
KINDS = {
    "key_finding": "key finding",
    "strength": "listed strength",
    "area_for_improvement": "listed area for improvement",
    "recommendation": "recommendation",
    "narrative": "narrative",
    "practice_example": "practice example",
}
#: What a report is that is no inspection of one service.
REPORT_KINDS = {
    "thematic": "thematic report",
    "annual": "annual report",
    "adult_probation": "report on adult probation",
    "effective_practice": "effective-practice guide",
    "research": "research bulletin",
}
#: Control codes that HTML cannot hold, halves of characters, and marks that reorder what one sees.
_UNSHOWN = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")


def counted(n: int, noun: str) -> str:
    """A count with its noun: ``1 finding``, ``1,204 findings``."""
    return f"{n:,} {noun}" if n == 1 else f"{n:,} {noun}s"


def of_inspections(n: int, total: int) -> str:
    """Reports with a finding, of those in scope: ``3 of 4 inspections``."""
    return f"{n:,} of {counted(total, 'inspection')}"


def percent(share: float) -> str:
    """A share (0..1) in per cent: whole, or with one decimal below ten per cent; a dash where there is none."""
    if isnan(share):
        return "–"
    value = 100 * share
    return f"{value:.1f}%" if 0 < value < 9.95 else f"{value:.0f}%"


def interval(low: float, high: float) -> str:
    """The bounds of a share (0..1) as ``30% to 95%``; a dash where there are none."""
    return "–" if isnan(low) or isnan(high) else f"{percent(low)} to {percent(high)}"


def shown(text: str) -> str:
    """``text`` as HTML can hold it, a replacement sign for each character that it cannot."""
    return _UNSHOWN.sub("\N{REPLACEMENT CHARACTER}", text)


def slug(text: object) -> str:
    """``text`` as part of an anchor."""
    return re.sub(r"[^0-9a-z]+", "-", str(text).lower()).strip("-") or "none"


def programme(programme_id: str | None) -> str:
    """The programme's label without what it explains after a colon."""
    known = frameworks().get(programme_id or "")
    return known.label.split(":")[0] if known else (programme_id or "programme not known")


def programme_of(report: Mapping[str, Any]) -> str:
    """The programme of a report; of one that is no inspection of one service, what it is."""
    kind = REPORT_KINDS.get(str(report.get("report_kind")))
    return f"{programme(report['programme'])} ({kind})" if kind else programme(report["programme"])


def standard(standard_id: str | None, name: str | None) -> str:
    """A standard's number and name, or that there is none."""
    return " ".join(part for part in (standard_id, name) if part) or "No one standard"


def report_names(tables: Tables) -> dict[str, str]:
    """A name for each report id: service and year, with the id where that would name two of them."""
    plain = {
        row["report_id"]: ", ".join(str(part) for part in (row["service"], row["year"]) if not pd.isna(part))
        for row in tables.reports.to_dict("records")
    }
    once = pd.Series(list(plain.values()), dtype="object").value_counts()
    return {
        i: name if name and once[name] == 1 else f"{name or 'Service not known'} ({i})" for i, name in plain.items()
    }
