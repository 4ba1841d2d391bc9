"""A finding as a quotation: word for word, with all that one needs to cite it, and the words that carry the theme."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

import pandas as pd

from yosnlp.frameworks import frameworks
from yosnlp.report import wording

_INVALID = str.maketrans(dict.fromkeys("\ufffe\uffff", "\N{REPLACEMENT CHARACTER}"))  # XML cannot hold them
_AGAINST = {"strength": "strength", "area_for_improvement": "area for improvement"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A finding that carries a theme, in words. What the report does not state is said to be so, never empty.

    ``text`` is the finding, characters that no file can show as a replacement sign; ``marked`` are the places in it
    (start, end) of the words that carry the theme. ``confidence`` is the model's probability (0..1) of the theme, and
    ``side_confidence`` that of the polarity, None where a heading tells it. ``counter_example`` says in words how the
    finding goes against the rating of its standard; empty if it does not.
    """

    finding_id: str
    report_id: str
    text: str
    marked: tuple[tuple[int, int], ...]
    service: str
    programme: str
    year: str
    standard: str
    rating: str
    place: str
    kind: str
    confidence: float
    side_confidence: float | None
    counter_example: str

    @property
    def citation(self) -> str:
        """All of it in a line: service, programme, year, standard, rating, place in the file, finding."""
        parts = (self.service, self.programme, self.year, self.standard, self.rating, self.place, self.finding_id)
        return "; ".join(parts)

    @property
    def sureness(self) -> float:
        """The chance that theme and side are both right, as the model has it (0..1)."""
        return self.confidence * (1.0 if self.side_confidence is None else self.side_confidence)

    @property
    def told_by(self) -> str:
        """The kind of finding, and how sure the model is: ``narrative; theme 0.91, side 0.74 (model)``."""
        side = "side from a heading" if self.side_confidence is None else f"side {self.side_confidence:.2f} (model)"
        return f"{self.kind}; theme {self.confidence:.2f} (model), {side}"

    def runs(self) -> list[tuple[str, bool]]:
        """``text`` in pieces, each with whether it carries the theme; no piece is empty."""
        pieces, at = [], 0
        for start, end in self.marked:
            pieces += [(self.text[at:start], False), (self.text[start:end], True)]
            at = end
        return [(piece, marked) for piece, marked in (*pieces, (self.text[at:], False)) if piece]


def quotation(finding: Mapping[str, Any], theme: str) -> Quotation:
    """The row ``finding`` of `tables.FINDINGS` as a quotation for ``theme``."""
    side = finding["polarity_confidence"]
    return Quotation(
        finding_id=printable(finding["finding_id"]),
        report_id=printable(finding["report_id"]),
        text=printable(finding["text"]),
        marked=tuple(_marked(finding, theme)),
        service=printable(finding["service"] or "service not stated"),
        programme=printable(wording.programme(finding["programme"])),
        year="year not stated" if pd.isna(finding["year"]) else str(finding["year"]),
        standard=printable(_standard(finding)),
        rating=_rated(finding),
        place=printable(_place(finding)),
        kind=wording.KINDS.get(finding["kind"], printable(finding["kind"])),
        confidence=float((finding["theme_scores"] or {}).get(theme, 0.0)),
        side_confidence=None if pd.isna(side) else float(side),
        counter_example=_against(finding),
    )


def printable(text: str) -> str:
    """``text`` on one line, as any file can hold it; as long as it was."""
    return wording.shown("".join(" " if char.isspace() else char for char in text)).translate(_INVALID)


def _marked(finding: Mapping[str, Any], theme: str) -> Iterable[tuple[int, int]]:
    """Where the theme's evidence stands in the finding's text.

    Its offsets are the file's, and the text is the file's with white space folded and mark-up left out: a word stands
    as far on as in the file or less far, and at most by what was left out.
    """
    text, start = finding["text"], finding["start"]
    left_out = max(0, finding["end"] - start - len(text))
    at = 0
    for evidence in sorted(finding["evidence"], key=lambda e: (e["start"], e["end"])):
        words, offset = evidence["text"], evidence["start"] - start
        if evidence["theme"] != theme or not words:
            continue
        found = text.find(words, max(at, offset - left_out))
        if 0 <= found <= offset:
            at = found + len(words)
            yield found, at


def _standard(finding: Mapping[str, Any]) -> str:
    """The standard by number and name; where there is none, the domain."""
    if finding["standard_id"]:
        return f"standard {wording.standard(finding['standard_id'], finding['standard'])}"
    framework = frameworks().get(finding["programme"] or "")
    domain = next((d.name for d in framework.domains if d.id == finding["domain"]), None) if framework else None
    return f"{domain or finding['domain']}, no one standard" if finding["domain"] else "no one standard"


def _rated(finding: Mapping[str, Any]) -> str:
    return f"rated {printable(finding['rating'])}" if finding["rating"] else "not rated"


def _place(finding: Mapping[str, Any]) -> str:
    """The page; where the file marks none, the heading's place in a web page, or the characters."""
    if not pd.isna(finding["page"]):
        return f"page {finding['page']}"
    name = PurePath(finding["source_file"]).name
    if finding["anchor"]:
        return f"{name}#{finding['anchor']}"
    return f"characters {finding['start']}-{finding['end']} of {name}"


def _against(finding: Mapping[str, Any]) -> str:
    """How a finding goes against its standard's rating, which is low in the lower half of the programme's scale."""
    framework = frameworks().get(finding["programme"] or "")
    points, polarity = finding["rating_points"], finding["polarity"]
    if framework is None or not framework.ratings or pd.isna(points) or polarity not in _AGAINST:
        return ""
    low = 2 * points < len(framework.ratings)
    if low != (polarity == "strength"):
        return ""
    return f"{_AGAINST[polarity]} in a standard {_rated(finding)}"
