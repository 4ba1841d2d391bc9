"""`yosnlp version`: which yosnlp and which codebook this is."""

from __future__ import annotations

import typer


def version() -> str:
    """The versions of the program and of the codebook that it codes by, on one line."""
    from yosnlp import __version__
    from yosnlp.themes.codebook import load_codebook

    return f"yosnlp {__version__}, codebook {load_codebook().version}"


def version_cli() -> None:
    """Show the version of yosnlp and of its codebook."""
    typer.echo(version())
