"""`yosnlp compare`: one service at two inspections, what became of the areas for improvement and what is new."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from yosnlp.cli import terminal
from yosnlp.cli.choices import chosen
from yosnlp.cli.figures import Out, To

if TYPE_CHECKING:
    import pandas as pd

    from yosnlp.analysis import Inspections, Pair
    from yosnlp.tables import Tables

_TITLES = {
    "turned_into_strength": "Turned into strengths",
    "persisting": "Persisting",
    "mentioned_neutrally": "Mentioned, without a judgement",
    "not_mentioned": "No longer raised, which is not to say resolved",
    "new": "New in the later report",
}
_COLUMNS = ("strength now", "persisting", "only mentioned", "no longer raised", "of earlier", "new", "of later")
_KINDS = {"area_for_improvement": "Areas for improvement", "recommendation": "Recommendations"}
_ORDERED = {
    "inspected": "in the order of their fieldwork",
    "published": "in the order of their publication",
    "year": "in the order of their years",
    "programme": "in the order of their programmes, since a date is not stated",
    "given": "in the order given",
}


def compare(
    tables: Tables, *, service: str | None = None, earlier: str | None = None, later: str | None = None
) -> tuple[Inspections, dict[str, pd.DataFrame]]:
    """What is compared and what cannot be, and the frames ``comparison``, ``summary`` and ``ratings`` of the pairs.

    Of one ``service`` alone, if given, or of the two reports whose ids are given. Raises UnknownValueError for a
    service that the tables do not have, and InvalidData for ids that make no pair.
    """
    from yosnlp import analysis
    from yosnlp.encoder import Encoder

    if service is not None:
        tables = tables.of(_reports_of(tables, service))
    found = analysis.inspections(tables, earlier, later)
    if not found.pairs:
        return found, {}
    compared = analysis.compare(tables, Encoder.load().vectors, earlier, later)
    frames = {"comparison": compared, "summary": analysis.comparison_summary(tables, compared)}
    return found, {**frames, "ratings": analysis.ratings_of_pairs(tables, earlier, later)}


def compare_cli(
    out: Out,
    service: Annotated[str | None, typer.Option(metavar="NAME", help="Only the inspections of this service.")] = None,
    earlier: Annotated[str | None, typer.Option(metavar="ID", help="The earlier report, with --later.")] = None,
    later: Annotated[str | None, typer.Option(metavar="ID", help="The later report, with --earlier.")] = None,
    to: To = None,
) -> None:
    """Compare inspections of one service: what turned into a strength, persists, is no longer raised, or is new.

    Findings are matched by theme and meaning; both quotations are shown, and should be read. That a matter is no
    longer raised does not say that it is resolved. Ratings of different programmes are never converted.
    """
    from yosnlp import exchange, pipeline

    if to is not None:
        exchange.check_name(to)
    tables = pipeline.read_tables(out)
    found, frames = compare(tables, service=service, earlier=earlier, later=later)
    if frames and to is not None:
        for path in exchange.export(frames, to):
            typer.echo(terminal.clean(f"Written: {path}"))
    for pair in found.pairs if to is None else ():
        _show(tables, pair, {name: _of(frame, pair) for name, frame in frames.items()})
    if found.pairs:
        terminal.say("findings are matched by theme and meaning, and not every match is right: read both quotations")
    for message in left_out(found):
        terminal.say(message)


def left_out(found: Inspections) -> Iterator[str]:
    """What could not be compared, and why; or that there was nothing to compare."""
    if found.single:
        yield f"no second inspection, so nothing to compare: {', '.join(found.single)}"
    for service, ids in found.undecided:
        yield f"{service}: not told which came first of {', '.join(ids)}; give two of them with --earlier ID --later ID"
    if found.nameless:
        yield f"the service is not known of {', '.join(found.nameless)}; give two ids with --earlier ID --later ID"
    if not found.pairs:
        yield "no service has two inspections whose order is known: nothing was compared"


def _reports_of(tables: Tables, service: str) -> list[str]:
    from yosnlp.analysis.inspections import folded

    named = tables.reports.dropna(subset=["service"])
    name = chosen("--service", service, dict.fromkeys(sorted(named["service"]), ""))
    return [str(i) for i in named.loc[named["service"].map(folded) == folded(name), "report_id"]]


def _of(frame: pd.DataFrame, pair: Pair) -> pd.DataFrame:
    return frame[(frame["earlier_report_id"] == pair.earlier) & (frame["later_report_id"] == pair.later)]


def _show(tables: Tables, pair: Pair, frames: Mapping[str, pd.DataFrame]) -> None:
    reports = {row["report_id"]: row for row in tables.reports.to_dict("records")}
    sides = (reports[pair.earlier], reports[pair.later])
    typer.echo(terminal.clean(f"{pair.service}: {_dated(sides[0])} and {_dated(sides[1])}, {_ORDERED[pair.order]}"))
    for kind, title in _KINDS.items():
        typer.echo(f"\n{title} by theme; a finding counts in each of its themes")
        terminal.table(("theme", *_COLUMNS), _counts(frames["summary"], kind))
    _show_ratings(frames["ratings"])
    for outcome, title in _TITLES.items():
        rows = frames["comparison"][frames["comparison"]["outcome"] == outcome]
        typer.echo(f"\n{title}: {len(rows)}\n")
        for row in rows.to_dict("records"):
            typer.echo("\n".join(_block(row)))


def _dated(report: Mapping[Any, Any]) -> str:
    when = next(
        (str(report[c]) for c in ("inspected", "published", "year") if report[c] == report[c] and report[c]), ""
    )
    return f"{report['report_id']} ({report['programme']}, {when or 'date not stated'})"


def _counts(summary: pd.DataFrame, kind: str) -> Iterator[list[object]]:
    """A row for each theme that either report raises, all together first."""
    from yosnlp.analysis import OUTCOMES

    of_kind = summary[summary["kind"] == kind]
    for label in of_kind["label"].drop_duplicates():
        of = {row["outcome"]: row for row in of_kind[of_kind["label"] == label].to_dict("records")}
        n = {outcome: of[outcome]["n"] if outcome in of else "" for outcome in OUTCOMES}
        for outcome in ("not_mentioned", "new"):
            if outcome in of and n[outcome] and not of[outcome]["in_scope"]:
                n[outcome] = f"{n[outcome]} (out of the {'earlier' if outcome == 'new' else 'later'} scope)"
        earlier, later = (of[o]["of"] if o in of else 0 for o in ("persisting", "new"))
        yield [label, *list(n.values())[:4], earlier, n["new"], later]


def _show_ratings(ratings: pd.DataFrame) -> None:
    if ratings.empty:
        typer.echo("\nNo ratings in either report")
        return
    if ratings["side_by_side"].all():
        typer.echo("\nRatings, on one programme's scale")
        rows = ratings.to_dict("records")
        shown = ([_place(row), _rated(row, "earlier"), _rated(row, "later")] for row in rows)
        terminal.table(("standard", "earlier", "later"), shown)
        return
    typer.echo("\nRatings: the programmes have scales of their own, and neither is turned into the other")
    for side in ("earlier", "later"):
        rows = [row for row in ratings.to_dict("records") if _rated(row, side)]
        programme = rows[0]["programme"] if rows else "no ratings"
        terminal.table((f"{side}: {programme}", "rating"), ([_place(row), _rated(row, side)] for row in rows))


def _place(row: Mapping[Any, Any]) -> str:
    return " ".join(dict.fromkeys(str(p) for p in (row["standard_id"], row["standard"]) if p)) or str(row["level"])


def _rated(row: Mapping[Any, Any], side: str) -> str:
    percent = row[f"{side}_percent"]
    shown = (row[f"{side}_rating"], None if percent != percent or not _known(percent) else f"{percent}%")
    comment = row[f"{side}_comment"]
    return " ".join([*(str(part) for part in shown if part), *([f"{comment} improvement"] if comment else [])])


def _known(value: Any) -> bool:
    import pandas as pd

    return bool(pd.notna(value))


def _block(row: Mapping[Any, Any]) -> Iterator[str]:
    """Both quotations with their places, and the reason."""
    kind = "recommendation  " if row["kind"] == "recommendation" else ""
    yield f"  {kind}{', '.join(row['themes']) or 'no theme'}"
    for side in ("earlier", "later"):
        if row[f"{side}_finding_id"]:
            page = f"page {row[f'{side}_page']}" if _known(row[f"{side}_page"]) else ""
            names = ("finding_id", "polarity", "standard", "rating")
            place = [side, *(str(row[f"{side}_{name}"] or "") for name in names), page]
            yield "  " + "  ".join(terminal.clean(part) for part in place if part)
            yield terminal.wrapped(row[f"{side}_text"], "    ")
    yield terminal.wrapped(f"why: {row['reason']}", "  ")
    if row["also"]:
        yield terminal.wrapped(f"see also: {', '.join(row['also'])}", "  ")
    yield ""
