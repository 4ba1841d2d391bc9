"""Clusters of findings as an analyst reads them: size, spread, terms, the nearest theme, examples."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

#: A cluster in fewer reports than this is weak: it may be a matter of one service, or how one inspector writes.
FEW_REPORTS = 3
#: What a cluster is called whose findings share no term; it is weak as well.
NAMELESS = "no term in common"
_EXAMPLES = 5
_NAMING = 3  # terms in a cluster's name


@dataclass(frozen=True, slots=True)
class Suggestions:
    """The frames ``clusters`` and ``members`` of `gaps.Gaps`."""

    clusters: pd.DataFrame
    members: pd.DataFrame


def suggest(found: pd.DataFrame, terms: Sequence[tuple[str, ...]], labels: Mapping[str, str]) -> Suggestions:
    """``found``: findings with ``group`` (an index of ``terms``, or -1), ``closeness`` and ``too_short``.

    ``labels``: the themes of the tables.
    """
    rows = [
        {"group": group, **_cluster(found[found["group"] == group], telling, labels)}
        for group, telling in enumerate(terms)
    ]
    rows.sort(key=lambda row: (-row["reports"], -row["findings"], row["group"]))
    numbered = pd.DataFrame(
        [{**row, "cluster": i} for i, row in enumerate(rows, start=1)], columns=["group", *_CLUSTER]
    )
    return Suggestions(numbered[list(_CLUSTER)], _members(found, numbered.set_index("group")))


_CLUSTER = (
    *("cluster", "name", "terms", "findings", "without_theme", "sitting_badly", "reports", "services", "weak"),
    *("praise", "criticism", "both", "nearest_theme", "nearest_label", "nearest_probability", "closeness"),
)
_MEMBER = (
    *("cluster", "name", "example", "finding_id", "report_id", "service", "programme", "year", "page"),
    *("standard_id", "kind", "polarity", "reason", "themes", "too_short", "closeness", "text"),
)


def _cluster(own: pd.DataFrame, terms: tuple[str, ...], labels: Mapping[str, str]) -> dict[str, Any]:
    sides = own["polarity"].value_counts(normalize=True)
    chances = pd.DataFrame(list(own["theme_scores"])).reindex(columns=list(labels)).mean().dropna()
    nearest = str(chances.idxmax()) if len(chances) else None
    bare = sum(not themes for themes in own["themes"])
    reports = own["report_id"].nunique()
    return {
        "name": ", ".join(terms[:_NAMING]) or NAMELESS,
        "terms": terms,
        "findings": len(own),
        "without_theme": bare,
        "sitting_badly": len(own) - bare,
        "reports": reports,
        "services": own["service"].nunique(),
        "weak": reports < FEW_REPORTS or not terms,
        "praise": float(sides.get("strength", 0.0)),
        "criticism": float(sides.get("area_for_improvement", 0.0)),
        "both": float(sides.get("mixed", 0.0)),
        "nearest_theme": nearest,
        "nearest_label": labels[nearest] if nearest else None,
        "nearest_probability": float(chances.max()) if nearest else float("nan"),
        "closeness": float(own["closeness"].mean()),
    }


def _members(found: pd.DataFrame, clusters: pd.DataFrame) -> pd.DataFrame:
    """All findings with the number and name of their cluster; those that show it best are marked."""
    named = found["group"].map(clusters["name"]).astype("object")
    made = found.assign(
        cluster=found["group"].map(clusters["cluster"]).astype("Int64"),
        name=named.where(named.notna(), None),
        reason=["sits badly" if themes else "no theme" for themes in found["themes"]],
    ).sort_values(["cluster", "closeness"], ascending=[True, False], kind="stable", na_position="last")
    return made.assign(example=_examples(made)).reset_index(drop=True)[list(_MEMBER)]


def _examples(ordered: pd.DataFrame) -> pd.Series:
    """1, 2 ... for up to five members of each cluster: the closest of each report, then the second of each."""
    inside = ordered.dropna(subset=["cluster"])
    turn = inside.groupby(["cluster", "report_id"]).cumcount()
    dealt = inside.assign(turn=turn).sort_values(["cluster", "turn"], kind="stable")
    place = dealt.groupby("cluster").cumcount() + 1
    return place.where(place <= _EXAMPLES).reindex(ordered.index).astype("Int64")
