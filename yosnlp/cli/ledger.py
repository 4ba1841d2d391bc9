"""`yosnlp ledger`: themes beside the ratings of the standards that they were found in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from yosnlp.cli import terminal
from yosnlp.cli.figures import Make, Out, To, give, picked, say_apart

if TYPE_CHECKING:
    import pandas as pd

    from yosnlp.tables import Tables

_SHOWN = {
    "association": {
        "programme": "{programme}",
        "theme": "{theme}",
        "polarity": "{polarity}",
        "good:below, with; without": "{with_good}:{with_below}; {without_good}:{without_below}",
        "odds ratio (95%)": "{odds_ratio} ({odds_low}-{odds_high})",
        "p": "{p}",
        "q": "{q}",
        "tau": "{tau}",
        "reading": "{reading}",
    },
    "dissonance": {
        "dissonance": "{dissonance}",
        "finding": "{finding_id}",
        "standard": "{standard_id} {standard}",
        "rating": "{rating}",
        "text": "{text}",
    },
    "amounts": {
        "theme": "{theme}",
        "polarity": "{polarity}",
        "standard": "{standard_id} {standard}",
        "findings": "{findings}",
        "reports": "{reports}",
        "share, middle (least-most)": "{share_median} ({share_low}-{share_high})",
        "cases": "{cases} of {cases_of}",
        "in words": "{worded}",
        "key question": "{lowest_percent_mean}",
    },
}


def ledger(tables: Tables, table: str = "ledger") -> dict[str, pd.DataFrame]:
    """The figures named ``table``, or all, by name. Raises UnknownValueError for another name."""
    from yosnlp import analysis

    makers: dict[str, Make] = {
        "ledger": lambda: analysis.ledger(tables),
        "association": lambda: analysis.association(tables),
        "dissonance": lambda: analysis.dissonance(tables),
        "amounts": lambda: analysis.amounts(tables),
    }
    return picked(table, makers)


def ledger_cli(
    out: Out,
    table: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help="ledger (default); association, with tests; dissonance, findings against their rating; amounts, "
            "beside the key questions; or all, for --to FILE.xlsx.",
        ),
    ] = "ledger",
    to: To = None,
) -> None:
    """Themes beside ratings: distribution, mean points, lowest key question, and what goes with what."""
    from yosnlp import analysis, exchange, pipeline

    if to is not None:
        exchange.check_name(to)
    tables = pipeline.read_tables(out)
    frames = ledger(tables, table)
    shown = dict(_SHOWN)
    if to is None and "ledger" in frames:
        frames["ledger"] = frames["ledger"][frames["ledger"]["findings"] > 0]
        shown["ledger"] = _ledger_shown(frames["ledger"])
    give(frames, to, shown)
    if tables.ratings["points"].isna().all():
        terminal.say("no ratings in these tables: only programmes that rate standards have a ledger")
    elif table != "amounts":
        terminal.say(analysis.CAUTION)
    say_apart(tables)


def _ledger_shown(frame: pd.DataFrame) -> dict[str, str]:
    """The ratings, which differ by programme, between what was found and the means."""
    columns = [str(column) for column in frame.columns]
    scale = columns[columns.index("reports") + 1 : columns.index("mean_points")]
    return {
        "programme": "{programme}",
        "theme": "{theme}",
        "polarity": "{polarity}",
        "findings": "{findings}",
        "standards": "{standards}",
        "reports": "{reports}",
        **{rating: f"{{{rating}}}" for rating in scale},
        "mean points (95%)": "{mean_points} ({mean_points_low}-{mean_points_high})",
        "of all": "{mean_points_of_all}",
        "lowest %": "{lowest_percent_mean}",
        "unplaced": "{unplaced}",
    }
