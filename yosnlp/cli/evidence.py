"""`yosnlp evidence`: a pack of quotations on a theme, to choose from and cite."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yosnlp.cli import terminal
from yosnlp.cli.choices import chosen
from yosnlp.cli.figures import Out

if TYPE_CHECKING:
    from yosnlp.report.packs import Pack
    from yosnlp.tables import Tables


def evidence(
    tables: Tables,
    themes: Sequence[str],
    *,
    polarities: Sequence[str] = (),
    limit: int | None = None,
    by: Sequence[str] = (),
) -> Pack:
    """The pack for ``themes``; both sides and the usual limit and spread where none is given.

    Raises UnknownValueError for a theme, polarity or spread that is not known.
    """
    from yosnlp.analysis import ANY, POLARITIES
    from yosnlp.report import packs

    sides = dict.fromkeys((polarity for polarity in POLARITIES if polarity != ANY), "")
    spreads = dict.fromkeys(packs.SPREADS, "")
    return packs.evidence_pack(
        tables,
        [chosen("--theme", theme, tables.labels) for theme in themes],
        polarities=[chosen("--polarity", polarity, sides) for polarity in polarities] or packs.BOTH_SIDES,
        limit=packs.LIMIT if limit is None else limit,
        by=[chosen("--by", spread, spreads) for spread in by] or packs.BY,
    )


def evidence_cli(
    out: Out,
    theme: Annotated[list[str], typer.Option(metavar="THEME", help="A theme; may be repeated, a section each.")],
    to: Annotated[Path, typer.Option("--to", metavar="FILE", help="Write to a .docx, .md or .xlsx file.")],
    polarity: Annotated[
        list[str] | None,
        typer.Option(metavar="SIDE", help="strength, area_for_improvement (both by default), mixed or neutral."),
    ] = None,
    limit: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="At most so many a side; 20 by default.")
    ] = None,
    by: Annotated[
        list[str] | None,
        typer.Option(
            metavar="SPREAD",
            help="What to spread over, the first first: service, year, rating (all by default), programme, standard, "
            "domain or kind; may be repeated.",
        ),
    ] = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="Replace the file, with whatever was noted in it.")
    ] = False,
) -> None:
    """Write a balanced pack of quotations on a theme: both sides, counter-examples, figures, full citations.

    The pack says how its quotations were chosen and what is left out; an .xlsx lists every finding that is not quoted.
    A theme that no finding carries is no error: the pack says so.
    """
    from yosnlp import pipeline
    from yosnlp.report import packs

    packs.check_pack_name(to, replace=replace)  # before the work, not after
    pack = evidence(pipeline.read_tables(out), theme, polarities=polarity or (), limit=limit, by=by or ())
    packs.write_pack(pack, to, replace=replace)
    for line in packs.summary(pack):
        typer.echo(terminal.clean(line))
    typer.echo(terminal.clean(f"Written: {to}"))
