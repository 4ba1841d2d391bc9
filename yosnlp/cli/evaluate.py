"""`yosnlp evaluate`: how well coded texts are coded by models that have not seen them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yosnlp.cli import terminal
from yosnlp.cli.progress import bar

if TYPE_CHECKING:
    from yosnlp.cli.progress import Progress
    from yosnlp.learning.held_out import Evaluation
    from yosnlp.learning.metrics import Measures

_MEASURES = ("texts", "micro F1", "macro F1", "sample F1", "precision", "recall", "exact", "LRAP", "ECE")
_CONFUSIONS = 5


def evaluate(
    data: Path,
    group: str,
    *,
    codebook: Path | None = None,
    model: str | None = None,
    progress: Progress | None = None,
) -> Evaluation:
    """Measure each group of ``data`` as coded by a model trained on the other groups; or by ``model``, as it is.

    ``codebook`` defaults to that of ``model``, else to the shipped one. Raises InvalidData with every problem.
    """
    from yosnlp import themes
    from yosnlp.encoder import Encoder
    from yosnlp.learning import data as labelled
    from yosnlp.learning import held_out

    book = themes.load_codebook(codebook) if codebook or not model else themes.load(model).codebook
    examples = labelled.read_examples(data, book, group=group)
    coder = themes.load(model).themes if model else None
    return held_out.evaluate(book, examples, Encoder.load(), classifier=coder, progress=progress)


def evaluate_cli(
    data: Annotated[Path, typer.Option(metavar="FILE", help="CSV or JSONL with columns text, labels and the group's.")],
    group: Annotated[str, typer.Option(metavar="COLUMN", help="Column of what texts belong to, such as their report.")],
    codebook: Annotated[Path | None, typer.Option(metavar="FILE", help="Themes in YAML.")] = None,
    model: Annotated[
        str | None, typer.Option(metavar="NAME", help="Measure this model as it is; it must not have seen the texts.")
    ] = None,
    to: Annotated[Path | None, typer.Option(metavar="FILE", help="Write all measures to this file, as JSON.")] = None,
) -> None:
    """Measure how well each group of texts is coded by a model trained on the other groups."""
    with bar() as progress:
        found = evaluate(data, group, codebook=codebook, model=model, progress=progress)
    rows = [("all", *_cells(found.all)), *((name, *_cells(measured)) for name, measured in found.groups.items())]
    terminal.table((group, *_MEASURES), rows)
    themes = [(t.theme, t.said, t.assigned, *map(_shown, (t.precision, t.recall, t.f1))) for t in found.themes]
    terminal.table(("theme", "said", "assigned", "precision", "recall", "F1"), themes)
    low, high = found.micro_f1_by_group
    typer.echo(f"micro F1 {found.all.micro_f1:.3f}; 95% interval {low:.3f} to {high:.3f} over groups")
    for missed, wrong, often in found.confusions[:_CONFUSIONS]:
        typer.echo(f"{wrong} for {missed}: {often}")
    if to:
        _write(to, asdict(found))


def _write(to: Path, found: dict[str, object]) -> None:
    from yosnlp.errors import YosnlpError

    try:
        to.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    except OSError as e:
        raise YosnlpError(f"{to}: cannot be written ({e.strerror}). Choose another file.") from e


def _cells(m: Measures) -> Sequence[str]:
    figures: Iterable[float | None] = (
        *(m.micro_f1, m.macro_f1, m.sample_f1, m.precision, m.recall, m.exact_match, m.lrap, m.ece),
    )
    return (str(m.texts), *map(_shown, figures))


def _shown(figure: float | None) -> str:
    return "" if figure is None else f"{figure:.3f}"
