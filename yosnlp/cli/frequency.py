"""`yosnlp frequency`: how often each theme is found across reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yosnlp.cli import terminal
from yosnlp.cli.choices import chosen
from yosnlp.cli.figures import Make, Out, To, give, picked, say_apart

if TYPE_CHECKING:
    import pandas as pd

    from yosnlp.tables import Tables

_SHOWN = {
    "frequency": {
        "theme": "{theme}",
        "polarity": "{polarity}",
        "findings": "{findings}",
        "of all findings (95%)": "{share_of_findings} ({share_of_findings_low}-{share_of_findings_high})",
        "reports": "{reports} of {reports_in_scope}",
        "share (95%)": "{share} ({share_low}-{share_high})",
        "few": "{small}",
    },
    "corrected": {
        "theme": "{theme}",
        "polarity": "{polarity}",
        "findings": "{findings} of {findings_in_scope}",
        "as coded (95%)": "{share_of_findings} ({share_of_findings_low}-{share_of_findings_high})",
        "corrected (95%)": "{corrected_share} ({corrected_share_low}-{corrected_share_high})",
        "labelled": "{labelled}",
        "caution": "{caution}",
    },
    "trend": {
        "programme": "{programme}",
        "theme": "{theme}",
        "polarity": "{polarity}",
        "years": "{first_year}-{last_year}",
        "reports": "{reports} of {reports_in_scope}",
        "share, first to last": "{first_share} to {last_share}",
        "tau": "{tau}",
        "p": "{p}",
        "q": "{q}",
        "few": "{small}",
    },
    "cooccurrence": {
        "theme": "{theme_a}",
        "with": "{theme_b}",
        "findings": "{findings}",
        "reports": "{reports}",
        "by chance": "{expected}",
        "lift (95%)": "{lift} ({lift_low}-{lift_high})",
        "few": "{small}",
    },
    "absence": {
        "theme": "{theme}",
        "report": "{report_id}",
        "findings": "{findings}",
        "missed, in the mean": "{expected_missed}",
        "chance of any": "{chance_missed}",
        "nearest": "{nearest_text}",
    },
}


def frequency(
    tables: Tables,
    table: str = "frequency",
    *,
    by: Sequence[str] = (),
    minimum: int | None = None,
    review: Path | None = None,
) -> dict[str, pd.DataFrame]:
    """The figures named ``table``, or all, by name. Raises YosnlpError for an unknown name, grouping or review."""
    from yosnlp import analysis, exchange

    least = analysis.MINIMUM if minimum is None else minimum
    makers: dict[str, Make] = {
        "frequency": lambda: analysis.frequency(tables, by, minimum=least),
        "corrected": lambda: analysis.corrected(tables, exchange.read_review(review, tables) if review else None),
        "trend": lambda: analysis.trend(tables, minimum=least),
        "cooccurrence": lambda: analysis.cooccurrence(tables, minimum=least),
        "absence": lambda: analysis.absence(tables),
        "matrix": lambda: analysis.matrix(tables),
    }
    return picked(table, makers)


def frequency_cli(
    out: Out,
    by: Annotated[
        list[str] | None,
        typer.Option(
            metavar="GROUP", help="domain, standard, programme, year, service, rating or kind; may be repeated."
        ),
    ] = None,
    table: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help="frequency (default); corrected, for the classifier's mistakes; trend; cooccurrence; absence; "
            "matrix, findings by themes as 0 and 1; or all, for --to FILE.xlsx.",
        ),
    ] = "frequency",
    theme: Annotated[str | None, typer.Option(metavar="THEME", help="Of this theme alone.")] = None,
    polarity: Annotated[str | None, typer.Option(metavar="POLARITY", help="On this side alone, or 'any'.")] = None,
    review: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="A sample that 'yosnlp review' drew and a person coded: corrects by it."),
    ] = None,
    minimum: Annotated[int, typer.Option(metavar="N", help="Mark figures that rest on fewer reports.")] = 5,
    to: To = None,
) -> None:
    """How often each theme is found across reports, with denominators and 95% intervals."""
    from yosnlp import analysis, exchange, pipeline

    if to is not None:
        exchange.check_name(to)  # before the work, not after
    tables = pipeline.read_tables(out)
    wanted = {
        **_wanted("theme", theme, tables.labels),
        **_wanted("polarity", polarity, dict.fromkeys(analysis.POLARITIES, "")),
    }
    named = "corrected" if review and table == "frequency" else table
    frames = {
        name: _only(frame, wanted)
        for name, frame in frequency(tables, named, by=by or (), minimum=minimum, review=review).items()
    }
    if to is None:
        frames = {name: _said(name, frame) for name, frame in frames.items()}
    headed = {column: f"{{{column}}}" for column in analysis.columns_of(by or ())}
    give(frames, to, {**_SHOWN, "frequency": {**headed, **_SHOWN["frequency"]}})
    for remark in _remarks(tables, by or ()):
        terminal.say(remark)
    say_apart(tables)


def _wanted(name: str, given: str | None, known: Mapping[str, str]) -> dict[str, str]:
    return {} if given is None else {name: chosen(f"--{name}", given, known)}


def _only(frame: pd.DataFrame, wanted: Mapping[str, str]) -> pd.DataFrame:
    """The rows of ``frame`` with the values ``wanted``, where it has such a column."""
    for column, value in wanted.items():
        if column in frame.columns:
            frame = frame[frame[column] == value]
        elif f"{column}_a" in frame.columns:
            frame = frame[(frame[f"{column}_a"] == value) | (frame[f"{column}_b"] == value)]
    return frame.reset_index(drop=True)


def _said(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    """Of figures for the terminal, the rows that say something; a file gets them all."""
    from yosnlp.analysis import ANY

    if name == "absence" or "findings" not in frame.columns:
        return frame
    kept = frame[frame["findings"] > 0]
    if name == "corrected":  # by polarity only where the sample tells it
        kept = kept[kept["corrected_share"].notna() | (kept["polarity"] == ANY)]
    beyond = int(frame.loc[frame["polarity"] == ANY, "outside_scope"].sum()) if "outside_scope" in frame.columns else 0
    if beyond:
        terminal.say(f"{name}: {beyond} times a theme stands in reports out of scope of its row (see outside_scope)")
    if len(kept) < len(frame):
        terminal.say(f"{name}: {len(frame) - len(kept)} rows that say nothing are not shown; --to FILE writes all")
    return kept.sort_values("lift", ascending=False) if name == "cooccurrence" else kept


def _remarks(tables: Tables, by: Sequence[str]) -> list[str]:
    """What a reader of the figures should know of the reports that they rest on."""
    remarks = []
    reports = len(tables.reports)
    if reports == 1:
        remarks.append("one report only: its shares say nothing of other services")
    counted = tables.findings[tables.findings["counts"]]
    for grouping, column in (("standard", "standard_id"), ("domain", "domain"), ("rating", "rating")):
        lacking = int(counted[column].isna().sum())
        if grouping in by and lacking:
            remarks.append(f"{lacking} findings stand in no {grouping} and are in none of its groups")
    undated = int(tables.reports["year"].isna().sum())
    if "year" in by and undated:
        remarks.append(f"{undated} of {reports} reports state no year and are in none of its groups")
    if tables.unread:
        remarks.append(
            f"{len(tables.unread)} inputs could not be read when the tables were made: they are in no denominator"
        )
    return remarks
