"""Review samples filled in by a person who knows the answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from yosnlp import tables
from yosnlp.analysis import review_sample
from yosnlp.exchange.review import REVIEWED
from yosnlp.tables import Tables

#: The themes and the polarity that a person gives a finding; None where it was not coded.
Answer = tuple[tuple[str, ...] | None, str | None]


def reviewed(
    made: Tables, answer: Callable[[Mapping[str, Any]], Answer], size: int = 200, seed: int = 1
) -> pd.DataFrame:
    """A sample of ``made``, coded by ``answer``, as `exchange.read_review` would read it."""
    findings = {finding["finding_id"]: finding for finding in made.findings.to_dict("records")}
    rows = []
    for row in review_sample(made, size, seed).to_dict("records"):
        themes, polarity = answer(findings[row["finding_id"]])
        rows.append({**row, "themes": themes, "polarity": polarity})
    return tables.frame(rows, REVIEWED)
