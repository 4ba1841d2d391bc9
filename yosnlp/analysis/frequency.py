"""How often each theme is found across reports, on either side, with the reports that it could be found in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from math import nan, sqrt
from statistics import NormalDist
from typing import get_args

import pandas as pd

from yosnlp.errors import InvalidData
from yosnlp.records import Finding, Polarity, TaggedReport

COLUMNS = (
    *("theme", "label", "polarity", "findings", "reports", "reports_in_scope"),
    *("share", "share_low", "share_high"),
)


def theme_frequency(
    reports: Sequence[TaggedReport],
    labels: Sequence[tuple[str, str]],
    *,
    in_scope: Mapping[str, Collection[str]] | None = None,
) -> pd.DataFrame:
    """A row for each theme and polarity, in the codebook's order, also where nothing was found.

    Only findings that count enter: no single case, nothing said before (`Finding.counts`).

    ``labels`` are the themes' ids and labels. ``in_scope`` holds, for a theme, the ids of the reports that
    could have said something on it; a theme that it leaves out is in the scope of every report that has
    findings. Findings of a report outside a theme's scope are left out of that theme's rows.

    Columns: ``theme``, ``label``, ``polarity``; ``findings`` (how many), ``reports`` (in how many reports),
    ``reports_in_scope``; ``share`` of the reports in scope, 0..1, with its 95% interval ``share_low`` to
    ``share_high`` (`wilson`). The three are NaN where no report is in scope.

    Raises InvalidData if a finding carries a theme that ``labels`` does not have.
    """
    found = _found(reports)
    unknown = sorted({theme for theme, _ in found} - {theme for theme, _ in labels})
    if unknown:
        raise InvalidData(
            f"themes assigned that the codebook does not have: {', '.join(unknown)}. "
            "Use a model that was trained on this codebook."
        )
    everywhere = {tagged.report.id for tagged in reports if any(finding.counts for finding in tagged.findings)}
    rows = []
    for theme, label in labels:
        scope = everywhere if in_scope is None else everywhere & set(in_scope.get(theme, everywhere))
        for polarity in get_args(Polarity):
            where = [finding.report_id for finding in found[theme, polarity] if finding.report_id in scope]
            low, high = wilson(len(set(where)), len(scope))
            share = len(set(where)) / len(scope) if scope else nan
            rows.append((theme, label, polarity, len(where), len(set(where)), len(scope), share, low, high))
    return pd.DataFrame(rows, columns=list(COLUMNS))


def wilson(n: int, total: int, level: float = 0.95) -> tuple[float, float]:
    """Score interval of the share ``n`` of ``total``; NaN where ``total`` is 0.

    E. B. Wilson (1927), Probable inference, the law of succession, and statistical inference, Journal of the
    American Statistical Association 22, 209-212. It stays within 0..1, and holds for few reports.

    >>> low, high = wilson(3, 4)
    >>> print(f"{low:.3f} {high:.3f}")
    0.301 0.954
    """
    if not total:
        return nan, nan
    z = NormalDist().inv_cdf((1 + level) / 2)
    middle = (n + z * z / 2) / (total + z * z)
    reach = z / (total + z * z) * sqrt(n * (total - n) / total + z * z / 4)
    return max(0.0, middle - reach), min(1.0, middle + reach)


def _found(reports: Sequence[TaggedReport]) -> defaultdict[tuple[str, Polarity], list[Finding]]:
    """The findings that count, by theme and polarity."""
    found: defaultdict[tuple[str, Polarity], list[Finding]] = defaultdict(list)
    for tagged in reports:
        for finding in tagged.findings:
            for score in tagged.themes.get(finding.id, ()):
                if finding.counts and score.assigned:
                    found[score.theme, finding.polarity].append(finding)
    return found
