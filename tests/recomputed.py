"""The figures across reports worked out anew from the files that `yosnlp tag` writes, with pandas and SciPy alone.

Nothing of `yosnlp.analysis` is used: what it says must be what anybody finds in those tables.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import Any

import pandas as pd
from scipy.stats import fisher_exact, kendalltau

ANY = "any"
#: The domain in whose standards alone out-of-court decisions are inspected, by programme; others have none.
OUT_OF_COURT = {"2018": "3.", "2021": "3.", "2025": "2."}
_TEXT = {"standard_id": str, "programme": str, "repeat_of": str}


def findings(out: Path) -> pd.DataFrame:
    """The findings that count, ``theme`` the list of their themes."""
    frame = pd.read_csv(out / "findings.csv", dtype=_TEXT)
    frame = frame[(frame["kind"] != "practice_example") & frame["repeat_of"].isna()]
    return frame.assign(theme=frame["themes"].fillna("").str.split(";"))


def carried(out: Path) -> pd.DataFrame:
    """A row for each finding that counts and theme, once with its polarity and once with `ANY`."""
    rows = findings(out).explode("theme")
    rows = rows[rows["theme"] != ""]
    return pd.concat([rows, rows.assign(polarity=ANY)])


def records(out: Path) -> list[dict[str, Any]]:
    """The findings that count, with all their amounts and probabilities."""
    lines = (out / "findings.jsonl").read_text(encoding="utf-8").splitlines()
    return [r for r in map(json.loads, lines) if r["kind"] != "practice_example" and not r["repeat_of"]]


def frequency(out: Path, by: list[str]) -> dict[tuple[object, ...], tuple[int, int]]:
    """Findings, and reports, by group, theme and polarity; what is not there is not in it."""
    rows = carried(out)
    stars = (rows["programme"] == "full_joint_inspection") & rows["rating"].notna()
    rows.loc[stars, "rating"] += " (Full Joint Inspection)"  # words of a scale of its own
    grouped = rows.groupby([*by, "theme", "polarity"])["report_id"]
    return {key: (int(grouped.size()[key]), int(reports)) for key, reports in grouped.nunique().items()}  # type: ignore[misc]


def scope(out: Path, theme: str) -> set[str]:
    """The reports that could speak of the theme."""
    read = set(findings(out)["report_id"])
    if theme != "oocd_decision_making":
        return read
    ratings = pd.read_csv(out / "ratings.csv", dtype=_TEXT)
    unrated = ratings[ratings["rating"].isna() & ratings["percent"].isna() & ratings["standard_id"].notna()]
    silent = set(zip(unrated["report_id"], unrated["standard_id"], strict=True))
    within = set()
    for entry in json.loads((out / "certificate.json").read_text(encoding="utf-8"))["reports"]:
        domain = OUT_OF_COURT.get(entry["programme"])
        for standard in set(entry["standards"]["expected"]) - set(entry["standards"]["missing"]):
            report = entry["report_id"]
            if domain and standard.startswith(domain) and not {(report, standard), (report, standard[0])} & silent:
                within.add(report)
    return within & read


def together(out: Path) -> Counter[tuple[str, ...]]:
    """In how many findings each two themes stand together."""
    return Counter(pair for themes in findings(out)["theme"] for pair in combinations(sorted(filter(None, themes)), 2))


def rated_standards(out: Path) -> pd.DataFrame:
    """A row for each report and standard with points that was read."""
    ratings = pd.read_csv(out / "ratings.csv", dtype=_TEXT)
    certified = json.loads((out / "certificate.json").read_text(encoding="utf-8"))["reports"]
    missing = {(entry["report_id"], standard) for entry in certified for standard in entry["standards"]["missing"]}
    rated = ratings[(ratings["level"] == "standard") & ratings["points"].notna()]
    kept = [(row.report_id, row.standard_id) not in missing for row in rated.itertuples()]
    return rated[kept][["report_id", "programme", "standard_id", "rating", "points", "discretion"]]


def ledger(out: Path) -> dict[tuple[str, str, str], dict[str, Any]]:
    """For each programme, theme and polarity: ratings, points and lowest questions of the standards that hold it."""
    rows = carried(out).merge(rated_standards(out)[["report_id", "standard_id", "points"]])
    found = {}
    for key, group in rows.groupby(["programme", "theme", "polarity"]):
        once = group.drop_duplicates(["report_id", "standard_id"])
        found[key] = {
            "findings": len(group),
            "standards": len(once),
            "reports": once["report_id"].nunique(),
            "mean_points": once["points"].mean(),
            **once["rating"].value_counts().to_dict(),
            "lowest_percent_mean": once["lowest_key_question_percent"].mean(),
        }
    return found  # type: ignore[return-value]


def association(out: Path) -> dict[tuple[str, str, str], dict[str, float]]:
    """For each programme, theme and side: Fisher's p of a good rating with and without, and Kendall's tau."""
    standards, rows, found = rated_standards(out), carried(out), {}
    for key, group in rows.merge(standards[["report_id", "standard_id"]]).groupby(["programme", "theme", "polarity"]):
        own = standards[(standards["programme"] == key[0]) & standards["standard_id"].isin(group["standard_id"])]  # type: ignore[index]
        often = group.groupby(["report_id", "standard_id"]).size()
        n = pd.Series([often.get(pair, 0) for pair in zip(own["report_id"], own["standard_id"], strict=True)])
        good = (own["points"] >= 2).to_numpy()
        cells = pd.crosstab(n > 0, good).reindex(index=[True, False], columns=[True, False], fill_value=0).to_numpy()
        found[key] = {
            **dict(zip(("with_good", "with_below", "without_good", "without_below"), cells.ravel(), strict=True)),
            "p": fisher_exact(cells).pvalue,
            "tau": (kendalltau(n, own["points"].to_numpy()).statistic if len(own) > 1 else math.nan),
        }
    return found  # type: ignore[return-value]


def dissonant(out: Path) -> Counter[str]:
    """Findings against the rating of their standard, and others in standards rated by discretion."""
    frame = findings(out).merge(rated_standards(out)[["report_id", "standard_id", "points", "discretion"]])
    criticised = (frame["points"] >= 2) & (frame["polarity"] == "area_for_improvement")
    praised = (frame["points"] == 0) & (frame["polarity"] == "strength")
    return Counter(
        criticised_though_good=int(criticised.sum()),
        praised_though_inadequate=int(praised.sum()),
        rated_by_discretion=int((frame["discretion"] & ~criticised & ~praised).sum()),
    )


def amounts(out: Path) -> dict[tuple[str, str, str, str | None], dict[str, float]]:
    """For each theme, polarity, programme and standard: how many amounts have a share, and their median."""
    rows = [
        {"key": (theme, r["polarity"], r["programme"], r["standard_id"]), "share": q["share"]}
        for r in records(out)
        for theme in r["themes"]
        for q in r["quantities"]
    ]
    grouped = pd.DataFrame(rows, columns=["key", "share"]).astype({"share": float}).groupby("key")["share"]
    return {key: {"stated": group.count(), "n": len(group), "median": group.median()} for key, group in grouped}  # type: ignore[misc]


def silent(out: Path) -> dict[tuple[str, str], tuple[float, float]]:
    """Reports and themes without a finding: how many were missed, going by the probabilities, and the nearest."""
    frame = pd.DataFrame([{"report_id": r["report_id"], **r["theme_scores"]} for r in records(out)])
    said = set(carried(out)[["report_id", "theme"]].itertuples(index=False, name=None))
    return {
        (str(report), str(theme)): (float(group[theme].sum()), float(group[theme].max()))
        for report, group in frame.groupby("report_id")
        for theme in frame.columns[1:]
        if (report, theme) not in said
    }


def yearly(out: Path, programme: str, theme: str) -> pd.DataFrame:
    """A row a report of a programme whose year is known: its year, and whether it has the theme."""
    frame = findings(out)
    frame = frame[(frame["programme"] == programme) & frame["year"].notna()]
    has = frame["theme"].map(lambda themes: theme in themes)
    within = frame.assign(has=has).groupby("report_id").agg(year=("year", "first"), has=("has", "any"))
    return within[within.index.isin(scope(out, theme))]
