"""`yosnlp gaps`: what findings without a fitting theme have in common, as suggestions to an analyst."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from yosnlp.cli import terminal
from yosnlp.cli.figures import Out, To, give, show

if TYPE_CHECKING:
    import pandas as pd

    from yosnlp.analysis import Gaps
    from yosnlp.tables import Tables

_CLUSTERS = {
    "": "{cluster}",
    "terms": "{name}",
    "findings": "{findings}",
    "reports": "{reports}",
    "services": "{services}",
    "praise": "{praise_share}",
    "criticism": "{criticism_share}",
    "nearest theme": "{nearest_label} ({nearest_probability})",
    "weak": "{weak}",
}
_THEMES = {"theme": "{theme}", "findings": "{findings}", "unsure": "{unsure}", "sit badly": "{sitting_badly}"}


def gaps(tables: Tables, *, least: int = 3) -> Gaps:
    """The suggestions that ``tables`` give rise to, by the shipped encoder. See `yosnlp.analysis.gaps`."""
    from yosnlp import analysis
    from yosnlp.encoder import Encoder

    return analysis.gaps(tables, Encoder.load(), least=least)


def frames(found: Gaps) -> dict[str, pd.DataFrame]:
    """What a file is given, by name: clusters, their examples, every finding without a fitting theme, themes."""
    return {"gaps": found.clusters, "examples": found.examples, "findings": found.members, "themes": found.themes}


def gaps_cli(
    out: Out,
    least: Annotated[int, typer.Option(metavar="N", min=2, help="Findings in the smallest cluster.")] = 3,
    to: To = None,
) -> None:
    """Cluster the findings that carry no theme, or sit badly in theirs: suggestions to an analyst, never themes.

    Only findings with praise or criticism are looked at. A cluster is named by its own terms; read its findings
    before it becomes a theme, or part of one.
    """
    from yosnlp import exchange, pipeline

    if to is not None:
        exchange.check_name(to)
    found = gaps(pipeline.read_tables(out), least=least)
    if to is not None:
        give(frames(found), to, {})
    else:
        _show(found)
    for message in remarks(found):
        terminal.say(message)


def _show(found: Gaps) -> None:
    if len(found.clusters):
        typer.echo("Suggestions to look into, not themes:")
        shares = {"praise": "praise_share", "criticism": "criticism_share"}
        show(found.clusters.rename(columns=shares), {**_CLUSTERS, "reports": f"{{reports}} of {found.reports}"})
        for cluster, own in found.examples.groupby("cluster"):
            typer.echo(terminal.clean(f"{cluster}  {own['name'].iloc[0]}"))
            for row in own.to_dict("records"):
                typer.echo("\n".join(_block(row)))
            typer.echo("")
    badly = found.themes[found.themes["sitting_badly"].fillna(0) > 0]
    if len(badly):
        typer.echo("Themes with findings that sit badly in them:")
        show(badly, _THEMES)


def _block(row: Mapping[Any, Any]) -> Iterator[str]:
    badly = f"sits badly in {', '.join(row['themes'])}" if row["themes"] else ""
    place = (row["finding_id"], row["polarity"], badly)
    yield "  " + "  ".join(terminal.clean(str(part)) for part in place if part)
    yield terminal.wrapped(row["text"], "    ")


def remarks(found: Gaps) -> Iterator[str]:
    """What was looked at, what is in no cluster, and what was left out."""
    from yosnlp.analysis.suggestions import FEW_REPORTS

    without = len(found.members)
    yield (
        f"of {found.judged} findings with praise or criticism in {found.reports} reports, {without} carry no theme or "
        f"sit badly in theirs; {found.neutral} that only describe were left out"
    )
    if not len(found.clusters):
        yield f"no {found.least} of them are alike enough to make a cluster: too few to suggest anything"
    if found.clusters["weak"].any():
        yield f"weak: in fewer than {FEW_REPORTS} reports, or without a term in common"
    if found.unclustered:
        short = int(found.members["too_short"].sum())
        yield (
            f"{found.unclustered} are in no cluster, {short} of them too short to tell what they are about; "
            "--to FILE writes them all"
        )
    if found.left_out:
        yield f"{found.left_out} more were not clustered, since they are too many to compare; take fewer reports"
    unknown = found.themes.loc[found.themes["sitting_badly"].isna() & (found.themes["findings"] > 0), "theme"]
    if len(unknown):
        yield f"too few sure findings to tell what sits badly in: {', '.join(unknown)}"
