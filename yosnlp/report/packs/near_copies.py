"""Findings of one service in nearly the same words, of which a pack shows one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

#: Similarity (0..100, of the words whatever their order) from which two findings say the same: that of prose in
#: `yosnlp.findings.repeats`, set on the bundled samples. Repeats inside a domain are marked there already.
ALIKE = 86
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_MEASURES = ("share", "n", "total", "low", "high")


def near_copies(findings: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """The id of each of ``findings`` (rows of `tables.FINDINGS`) that nearly copies one before it: to the id of that.

    Only where both have the same polarity, service, figures and amounts: a set phrase with another figure is another
    finding. A report that states no service is its own.
    """
    from rapidfuzz import fuzz, process
    from rapidfuzz.utils import default_process

    kept: dict[Any, tuple[list[str], list[str]]] = {}
    copies: dict[str, str] = {}
    for finding in findings:
        service = finding["service"] or f"report {finding['report_id']}"
        ids, texts = kept.setdefault((service, finding["polarity"], _figures(finding)), ([], []))
        text = default_process(finding["text"])
        best = process.extractOne(text, texts, scorer=fuzz.token_sort_ratio, score_cutoff=ALIKE) if text else None
        if best:
            copies[finding["finding_id"]] = ids[best[2]]
        else:
            ids.append(finding["finding_id"])
            texts.append(text)
    return copies


def _figures(finding: Mapping[str, Any]) -> tuple[Any, ...]:
    amounts = {tuple(quantity.get(name) for name in _MEASURES) for quantity in finding["quantities"]}
    return tuple(sorted(_NUMBER.findall(finding["text"]))), tuple(sorted(amounts, key=str))
