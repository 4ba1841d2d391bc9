"""Gaps in the codebook: what findings without a fitting theme have in common, as suggestions to an analyst.

A cluster is no theme: it has no definition and no check by a person, and enters no other figure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import pandas as pd

from yosnlp.analysis import suggestions
from yosnlp.analysis.clusters import APART, centred, closeness, clusters
from yosnlp.analysis.intervals import Numbers
from yosnlp.analysis.misfits import assigned, sits_badly, spread, typical
from yosnlp.analysis.terms import terms, weighty
from yosnlp.errors import InvalidData
from yosnlp.tables import Tables

#: Findings clustered at most: the memory that it takes grows with the square of their number (4,000: some 300 MB).
MOST = 4000
#: With fewer words of weight a finding does not say by itself what it is about ("but this came too late").
FEWEST_WORDS = 4


class Encoder(Protocol):
    """Gives texts vectors whose products are cosines; `yosnlp.encoder.Encoder` does."""

    def vectors(self, texts: Sequence[str], /) -> Numbers:
        """Texts by dimensions, each of length 1."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Gaps:
    """Suggestions, and what they were drawn from.

    ``clusters``: a row a cluster, those in most reports first. Columns: ``cluster`` (1, 2 ...); ``name``, its first
    terms; ``terms`` (a tuple); ``findings``, of which ``without_theme`` and ``sitting_badly``; ``reports`` they are in
    and ``services``, as far as named; ``weak``: fewer reports than `suggestions.FEW_REPORTS`, or no term in common;
    ``praise, criticism, both``: shares of the findings (0..1) by polarity; ``nearest_theme, nearest_label``: the theme
    with the highest mean probability over the findings, and that ``nearest_probability``; ``closeness``: mean cosine
    to the cluster's middle.

    ``members``: a row a finding without a fitting theme, by cluster and closeness, those in none last. Columns:
    ``cluster`` (NA: in none) and its ``name``; ``example``: 1, 2 ... for those that show the cluster best, spread over
    reports, else NA; ``finding_id, report_id, service, programme, year, page, standard_id, kind, polarity``;
    ``reason``: "no theme" or "sits badly"; ``themes`` assigned (a tuple); ``too_short`` to be clustered (fewer than
    `FEWEST_WORDS` words of weight); ``closeness``; ``text``, verbatim.

    ``themes``: a row a theme: ``theme, label``; ``findings`` with it that were looked at; ``unsure`` of them, by
    probability; ``sitting_badly`` of these (NA: too few sure findings to tell).

    Counts: findings ``judged`` (that count, with praise or criticism) and the ``reports`` they are in; ``neutral``
    ones, left out; judged ones ``left_out``, since there were more than `MOST`. ``least``: see `gaps`.
    """

    clusters: pd.DataFrame
    members: pd.DataFrame
    themes: pd.DataFrame
    judged: int
    reports: int
    neutral: int
    left_out: int
    least: int

    @property
    def unclustered(self) -> int:
        """Findings without a fitting theme that are in no cluster."""
        return int(self.members["cluster"].isna().sum())

    @property
    def examples(self) -> pd.DataFrame:
        """The members that show their cluster best, in order."""
        shown = self.members.dropna(subset=["example"])
        return shown.sort_values(["cluster", "example"], ignore_index=True)


def gaps(tables: Tables, encoder: Encoder, *, least: int = 3, apart: float = APART) -> Gaps:
    """Cluster the findings that carry no theme, or sit badly in each that they carry, by their meaning.

    Only findings that count and judge: a description is not missing a theme. ``least``: findings in the smallest
    cluster. ``apart``: see `clusters.APART`. The same tables give the same clusters. Raises InvalidData for a
    ``least`` below 2.
    """
    if least < 2:
        raise InvalidData(f"a cluster of {least} is none; the smallest can have 2 findings or more")
    counted = tables.findings[tables.findings["counts"]]
    judged = counted[counted["polarity"] != "neutral"].reset_index(drop=True)
    carried = assigned(judged)
    bare = np.flatnonzero([not themes for themes in judged["themes"]])
    looked_at = bare[spread(len(bare), MOST)]
    vectors = _vectors(judged, encoder, [*looked_at, *typical(carried)["row"], *carried.loc[~carried["sure"], "row"]])
    carried = carried.assign(badly=sits_badly(carried, vectors))
    misfits = _everywhere(carried)
    found = np.union1d(looked_at, misfits).astype(int)
    kept = found[spread(len(found), MOST)]
    suggested = _clustered(judged.loc[kept], vectors, least, apart)
    groups = np.full(len(judged), -1)
    groups[kept] = suggested["group"]
    named = terms(judged["text"].tolist(), groups, without=tables.reports["service"].dropna())
    made = suggestions.suggest(suggested, named, tables.labels)
    return Gaps(
        clusters=made.clusters,
        members=made.members,
        themes=_themes(carried, tables),
        judged=len(judged),
        reports=judged["report_id"].nunique(),
        neutral=len(counted) - len(judged),
        left_out=len(bare) + len(misfits) - len(kept),
        least=least,
    )


def _vectors(judged: pd.DataFrame, encoder: Encoder, rows: Sequence[int]) -> dict[int, Numbers]:
    """The centred vectors of some ``rows`` of the findings; no other is worked out, since that takes the time."""
    wanted = sorted(set(rows))
    if not wanted:
        return {}
    return dict(zip(wanted, centred(encoder.vectors(judged.loc[wanted, "text"].tolist())), strict=True))


def _everywhere(carried: pd.DataFrame) -> list[int]:
    """The findings that sit badly in all themes that they carry."""
    badly = carried["badly"].fillna(False).astype(bool).groupby(carried["row"]).all()
    return [int(row) for row in badly.index[badly]]


def _clustered(kept: pd.DataFrame, vectors: dict[int, Numbers], least: int, apart: float) -> pd.DataFrame:
    """The findings with ``group`` (-1: in no cluster), ``closeness`` and ``too_short``."""
    short = np.array([weighty(text) < FEWEST_WORDS for text in kept["text"]], dtype=bool)
    own = np.array([vectors[row] for row in kept.index]) if len(kept) else np.zeros((0, 1))
    group = np.full(len(kept), -1)
    group[~short] = clusters(own[~short], least=least, apart=apart)
    return kept.assign(group=group, closeness=closeness(own, group), too_short=short)


def _themes(carried: pd.DataFrame, tables: Tables) -> pd.DataFrame:
    rows = []
    for theme, label in tables.themes:
        own = carried[carried["theme"] == theme]
        badly = int(own["badly"].sum()) if own["badly"].notna().any() else None
        rows.append((theme, label, len(own), int((~own["sure"]).sum()), badly))
    columns = ["theme", "label", "findings", "unsure", "sitting_badly"]
    return pd.DataFrame(rows, columns=columns).astype({"sitting_badly": "Int64"})
