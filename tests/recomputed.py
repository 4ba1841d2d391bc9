"""The figures across reports worked out anew from findings.csv and ratings.csv, with pandas alone.

Nothing of `yosnlp.analysis` is used: what it says must be what anybody finds in the tables that `yosnlp tag` writes.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from pathlib import Path

import pandas as pd


def findings(out: Path) -> pd.DataFrame:
    """The findings that count, ``themes`` split."""
    frame = pd.read_csv(out / "findings.csv", dtype={"standard_id": str, "programme": str, "repeat_of": str})
    frame = frame[(frame["kind"] != "practice_example") & frame["repeat_of"].isna()]
    return frame.assign(theme=frame["themes"].fillna("").str.split(";"))


def frequency(out: Path, by: list[str]) -> dict[tuple[object, ...], tuple[int, int]]:
    """Findings, and reports, by group, theme and polarity; what is not there is not in it."""
    carried = findings(out).explode("theme")
    carried = carried[carried["theme"] != ""]
    both = pd.concat([carried, carried.assign(polarity="any")])
    grouped = both.groupby([*by, "theme", "polarity"])["report_id"]
    return {key: (int(grouped.size()[key]), int(reports)) for key, reports in grouped.nunique().items()}  # type: ignore[misc]


def together(out: Path) -> Counter[tuple[str, ...]]:
    """In how many findings each two themes stand together."""
    return Counter(pair for themes in findings(out)["theme"] for pair in combinations(sorted(filter(None, themes)), 2))


def rated(out: Path) -> dict[tuple[str, str], dict[str, int]]:
    """For each theme and polarity: how many of a report's standards with such a finding have which rating."""
    carried = findings(out).explode("theme").dropna(subset=["rating", "standard_id"])
    once = carried.drop_duplicates(["report_id", "standard_id", "theme", "polarity"])
    return {
        (str(theme), str(polarity)): {str(k): int(v) for k, v in group["rating"].value_counts().items()}
        for (theme, polarity), group in once[once["theme"] != ""].groupby(["theme", "polarity"])  # type: ignore[misc]
    }


def dissonant(out: Path) -> Counter[str]:
    """Findings against the rating of their standard."""
    frame = findings(out)
    good = frame["rating"].isin(["Good", "Outstanding"])
    return Counter(
        criticised_though_good=int((good & (frame["polarity"] == "area_for_improvement")).sum()),
        praised_though_inadequate=int(((frame["rating"] == "Inadequate") & (frame["polarity"] == "strength")).sum()),
    )


def silent(out: Path) -> set[tuple[str, str]]:
    """Reports and themes without a finding."""
    frame = findings(out)
    said = set(frame.explode("theme")[["report_id", "theme"]].itertuples(index=False, name=None))
    themes = {theme for _, theme in said if theme}
    return {(report, theme) for report in frame["report_id"].unique() for theme in themes} - said
