"""`yosnlp report`: the tables of a run as one web page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yosnlp.cli import terminal
from yosnlp.cli.figures import Out

if TYPE_CHECKING:
    import pandas as pd

    from yosnlp.report.page import Page
    from yosnlp.tables import Tables

_CAP = 10


def report(out: str, to: Path, *, title: str | None = None, cap: int = _CAP, compare: bool = True) -> Page:
    """Write the page of the tables in ``out``, a folder or a corpus, to the file ``to`` and give what it holds.

    At most ``cap`` quotations stand in a group; inspections of one service are held against one another if ``compare``.

    Raises InvalidData for a folder without tables, OutputExists for a file that yosnlp did not write, YosnlpError for
    one that cannot be written.
    """
    from yosnlp import pipeline
    from yosnlp.report import file
    from yosnlp.report.page import compose, render

    file.check_free(to)  # before the work, not after
    tables = pipeline.read_tables(out)
    page = compose(tables, comparison=_comparison(tables) if compare else None, title=title, cap=cap)
    file.write(render(page), to)
    return page


def _comparison(tables: Tables) -> pd.DataFrame:
    """Inspections of one service held against one another; no rows, and no model loaded, where there are none."""
    import pandas as pd

    from yosnlp import analysis
    from yosnlp.encoder import Encoder

    paired = analysis.inspections(tables).pairs
    return analysis.compare(tables, Encoder.load().vectors) if paired else pd.DataFrame()


def report_cli(
    out: Out,
    to: Annotated[Path, typer.Option("--to", metavar="FILE", help="The web page: a name that ends in .html.")],
    title: Annotated[str | None, typer.Option(help="The title of the page.")] = None,
    quotations: Annotated[
        int, typer.Option(min=1, metavar="N", help="At most so many quotations for a theme, side and standard.")
    ] = _CAP,
    compare: Annotated[
        bool, typer.Option(help="Compare inspections of one service: some seconds for each pair of reports.")
    ] = True,
) -> None:
    """Write one web page for reading and mailing: themes, standards, ratings and the quotations behind each figure.

    The page needs no network and works without scripts.
    """
    page = report(out, to, title=title, cap=quotations, compare=compare)
    for note in _capped(page):
        terminal.say(note)
    read, quoted = len(page.inputs.reports), page.quotations
    typer.echo(
        terminal.clean(
            f"{read} {'report' if read == 1 else 'reports'}, {page.inputs.counted:,} findings in figures; "
            f"{quoted.shown:,} of {quoted.total:,} quotations shown, at most {quoted.cap} in a group. Page: {to}"
        )
    )


def _capped(page: Page) -> list[str]:
    """What the reader of the page would otherwise have to find out."""
    said = [f"{source}: not read: {reason}" for source, reason in page.inputs.unread]
    if page.quotations.cap < page.quotations.wanted:
        said.append(
            f"at most {page.quotations.cap} quotations in a group instead of {page.quotations.wanted}: "
            "with more the page would be too large to mail"
        )
    return said
