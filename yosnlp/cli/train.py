"""`yosnlp train`: a model of one's own themes, from a codebook and labelled texts, or from the codebook alone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yosnlp.cli import terminal

if TYPE_CHECKING:
    from yosnlp.learning.train import Trained

_FEW = 20  # texts of a theme, below which a word of caution is due


def train(
    out: Path, *, codebook: Path | None = None, data: Path | None = None, group: str | None = None
) -> tuple[Trained, dict[str, int]]:
    """Train a model of the themes of ``codebook`` (default: the shipped one) and write it to the folder ``out``.

    Gives the model, and how many texts of ``data`` each theme has. Raises InvalidData with every problem of ``data``
    or the codebook, OutputExists for a folder that holds something else.
    """
    from yosnlp import exchange
    from yosnlp.encoder import Encoder
    from yosnlp.learning import data as labelled
    from yosnlp.learning.keep import keep
    from yosnlp.learning.train import train as learn
    from yosnlp.themes.codebook import load_codebook

    exchange.check_free(out)  # before the work, not after
    book = load_codebook(codebook)
    examples = labelled.read_examples(data, book, group=group) if data else []
    trained = learn(book, examples, Encoder.load())
    keep(trained, book, examples, out)
    return trained, {theme: sum(theme in example.themes for example in examples) for theme in book.ids}


def train_cli(
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder for the model; new, or written before.")],
    codebook: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Themes in YAML; without it, the codebook of yosnlp.")
    ] = None,
    data: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="CSV or JSONL with columns text and labels (ids of themes, joined by ;)."),
    ] = None,
    group: Annotated[
        str | None, typer.Option(metavar="COLUMN", help="Column of what texts belong to, such as their report.")
    ] = None,
) -> None:
    """Train a model of themes of your own; use it with: yosnlp tag --model DIR.

    With labelled texts it learns from them; without, from the codebook's definitions and include and exclude lists.
    """
    terminal.say("training; a thousand texts take about half a minute")
    trained, often = train(out, codebook=codebook, data=data, group=group)
    few = [f"{theme} ({n})" for theme, n in often.items() if n < _FEW]
    if data and few:
        terminal.say(f"themes with few texts, expect little of them: {', '.join(few)}")
    if trained.held_out is None:
        typer.echo("Trained on the codebook alone. How good that is you will know when you evaluate it on coded texts.")
    else:
        m = trained.held_out
        typer.echo(
            f"Trained on {m.texts} texts. On texts held out: micro F1 {m.micro_f1:.2f}, precision {m.precision:.2f}, "
            f"recall {m.recall:.2f} (thresholds were chosen on the same texts: yosnlp evaluate measures it strictly)."
        )
    typer.echo(terminal.clean(f"Model: {out}"))
