"""`yosnlp review`: a sample of findings for a person to code, so that figures can be corrected by it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yosnlp.cli import terminal
from yosnlp.cli.figures import Out

if TYPE_CHECKING:
    import pandas as pd

    from yosnlp.tables import Tables


def review(tables: Tables, size: int, seed: int, *, show_themes: bool = False) -> dict[str, pd.DataFrame]:
    """The sheets of a review file: the sample, the themes to code by, and the polarities.

    Raises InvalidData for tables without a finding that counts.
    """
    import pandas as pd

    from yosnlp import analysis
    from yosnlp.errors import YosnlpError
    from yosnlp.tables import NO_THEME
    from yosnlp.themes.load import codebook_of

    drawn = analysis.review_sample(tables, size, seed, show_themes=show_themes)
    try:
        codebook = codebook_of(tables.run.get("model"))
    except YosnlpError:  # a model of one's own that is no longer where it was: its labels are in the tables
        codebook = None
    stated = {theme.id: theme for theme in codebook.themes} if codebook else {}
    themes: list[tuple[str, ...]] = [(NO_THEME, "No theme fits", "", "", "")]
    for theme, label in tables.themes:
        of = stated.get(theme)
        texts = (of.definition, "; ".join(of.include), "; ".join(of.exclude)) if of else ("", "", "")
        themes.append((theme, label, *texts))
    polarities = list(codebook.polarity.items()) if codebook else []
    return {
        "review": drawn,
        "themes": pd.DataFrame(themes, columns=["theme", "label", "definition", "include", "exclude"]),
        "polarity": pd.DataFrame(polarities, columns=["polarity", "definition"]),
    }


def review_cli(
    out: Out,
    to: Annotated[Path, typer.Option("--to", metavar="FILE", help="The review file: .xlsx or .csv. It must be new.")],
    size: Annotated[int, typer.Option(min=10, help="How many findings to draw.")] = 200,
    seed: Annotated[int, typer.Option(min=0, help="Another seed draws another sample.")] = 1,
    show_themes: Annotated[
        bool, typer.Option("--show-themes", help="Show what the model assigned; it leads the person who codes.")
    ] = False,
) -> None:
    """Draw a sample of the findings for a person to code, by which 'yosnlp frequency --review' corrects its figures."""
    from yosnlp import exchange, pipeline
    from yosnlp.errors import OutputExists, YosnlpError

    exchange.check_name(to)
    if to.suffix.lower() not in (".xlsx", ".csv"):
        raise YosnlpError(f"{to}: a person is to fill it; give a name that ends in .xlsx or .csv")
    if to.exists():
        raise OutputExists(f"{to}: is there already, and may hold coding. Choose another name, or move it away.")
    sheets = review(pipeline.read_tables(out), size, seed, show_themes=show_themes)
    for path in exchange.export(sheets, to):
        typer.echo(terminal.clean(f"Written: {path}"))
    drawn = sheets["review"]
    few = f" (fewer than {size} count)" if len(drawn) < size else ""
    terminal.say(f"{len(drawn)} findings to code{few}: write themes into reviewed_themes, joined by ';', or 'none'.")
