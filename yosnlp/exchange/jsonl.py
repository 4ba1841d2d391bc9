"""Findings as JSON lines: nothing folded into strings, text as it is, every theme with its probability."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from yosnlp.exchange.rows import FINDINGS, assigned, finding_rows
from yosnlp.records import Evidence, Finding, Link, Quantity, TaggedReport, ThemeScore

# Characters that JSON allows as they are, but that break lines or steer a terminal.
_UNRULY = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


#: What a record holds: the columns of the table first. ``anchor``: what the address of its heading ends with.
RECORD = (*FINDINGS, "quantities", "links", "addressee", "anchor")


def finding_records(tagged: TaggedReport, themes: Sequence[str]) -> Iterator[dict[str, object]]:
    """A record a finding: the columns of the table, with lists and maps, quantities, links, addressee and anchor."""
    for finding, row in zip(tagged.findings, finding_rows(tagged), strict=True):
        scores = assigned(tagged, finding, themes)
        record = {
            **row,
            "themes": [score.theme for score in scores],
            "theme_scores": _probabilities(tagged, finding),
            "evidence": [_evidence(piece) for score in scores for piece in _in_order(score)],
            "quantities": [_quantity(quantity) for quantity in finding.quantities],
            "links": [_link(link) for link in tagged.links if link.finding_id == finding.id],
            "addressee": finding.addressee,
            "anchor": tagged.report.document.anchor_at(finding.start),
        }
        yield {name: record[name] for name in RECORD}


def line(record: Mapping[str, object]) -> str:
    """The record as one line of JSON, without its line end."""
    return _UNRULY.sub(lambda m: f"\\u{ord(m[0]):04x}", json.dumps(record, ensure_ascii=False))


def _probabilities(tagged: TaggedReport, finding: Finding) -> dict[str, float]:
    return {score.theme: round(score.probability, 4) for score in tagged.themes.get(finding.id, ())}


def _in_order(score: ThemeScore) -> list[Evidence]:
    return sorted(score.evidence, key=lambda piece: (piece.start, piece.end))


def _evidence(piece: Evidence) -> dict[str, object]:
    return {"theme": piece.theme, "start": piece.start, "end": piece.end, "text": piece.text}


def _quantity(quantity: Quantity) -> dict[str, object]:
    return {
        "words": quantity.words,
        "share": None if quantity.share is None else round(quantity.share, 4),
        "n": quantity.n,
        "total": quantity.total,
        "low": quantity.low,
        "high": quantity.high,
        "start": quantity.start,
        "end": quantity.end,
    }


def _link(link: Link) -> dict[str, object]:
    return {"target": link.target, "target_id": link.target_id, "origin": link.origin}
