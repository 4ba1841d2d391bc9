"""`yosnlp search`: findings of a corpus that match what is asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yosnlp.cli import hits, terminal
from yosnlp.cli.choices import chosen
from yosnlp.cli.corpus import DEFAULT, Where
from yosnlp.errors import YosnlpError

if TYPE_CHECKING:
    from yosnlp.store.found import Found, Hit

_WAYS = {"both": "words and meaning", "words": "by words", "meaning": "by meaning"}
_NOTHING = "nothing to look for. Give words, or --like FINDING_ID."
_LINES = ".jsonl"


def search(
    text: str | None,
    where: str,
    filters: Mapping[str, str | None],
    *,
    how: str = "both",
    like: str | None = None,
    limit: int = 20,
    context: int = 0,
) -> Found:
    """As `Corpus.search`; filters may be written in any case.

    Raises UnknownValueError for a filter that names nothing in the corpus, with the nearest, QueryError, CorpusError.
    """
    from yosnlp.store import Corpus

    way = chosen("--how", how, _WAYS)
    if text is None and like is None:
        raise YosnlpError(_NOTHING)
    with Corpus.open(where) as corpus:
        known = corpus.known_values([name for name, value in filters.items() if value is not None])
        meant = {
            name: chosen(f"--{name}", value, known[name]) if name in known else value
            for name, value in filters.items()
            if value is not None
        }
        return corpus.search(text, **meant, how=way, like=like, limit=limit, context=context)  # type: ignore[arg-type]


def search_cli(
    query: Annotated[
        str | None,
        typer.Argument(
            metavar="QUERY", help='Words, "a phrase", school NEAR police, -word, school OR college; in quotes.'
        ),
    ] = None,
    corpus: Where = DEFAULT,
    theme: Annotated[str | None, typer.Option(help="Only this theme; see yosnlp codebook.")] = None,
    polarity: Annotated[str | None, typer.Option(help="Only this polarity, such as strength.")] = None,
    service: Annotated[str | None, typer.Option(help="Only this service.")] = None,
    year: Annotated[str | None, typer.Option(help="Only 2018, 2018:, :2020 or 2018:2020.")] = None,
    standard: Annotated[str | None, typer.Option(help="Only this domain (2) or standard (2.1).")] = None,
    rating: Annotated[str | None, typer.Option(help="Only standards rated so, such as good.")] = None,
    programme: Annotated[str | None, typer.Option(help="Only this inspection programme.")] = None,
    kind: Annotated[str | None, typer.Option(help="Only this kind, such as recommendation.")] = None,
    how: Annotated[str, typer.Option(help="By words, by meaning, or both.")] = "both",
    like: Annotated[str | None, typer.Option(metavar="FINDING_ID", help="Findings like this one.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=500, help="At most so many.")] = 20,
    context: Annotated[int, typer.Option(min=0, max=20, help="So many findings before and after each.")] = 0,
    weak: Annotated[bool, typer.Option("--weak", help="Where nothing is a good match, show the nearest.")] = False,
    to: Annotated[
        Path | None, typer.Option("--to", metavar="FILE", help="Write them: .csv, .jsonl, .xlsx, .parquet or .json.")
    ] = None,
) -> None:
    """Search the findings of a corpus by words and by meaning; the glossary knows older names and abbreviations."""
    if to is not None:
        _check(to)
    filters = {"theme": theme, "polarity": polarity, "service": service, "year": year, "standard": standard}
    filters |= {"rating": rating, "programme": programme, "kind": kind}
    found = search(query, corpus, filters, how=how, like=like, limit=limit, context=context)
    shown = found.hits or (found.weak if weak else ())
    if to is not None:
        _write(shown, to)
        told = f"{len(shown):,} of {found.total:,} good matches" if found.hits else found.note
        typer.echo(terminal.clean(f"{told}. Table: {to}"))
        return
    if found.note:
        below = f"; {len(shown)} nearest below" if shown else ""
        hint = "; --weak shows the nearest" if found.weak and not weak else ""
        typer.echo(terminal.clean(f"{found.note}{below}{hint}"))
    hits.show(shown)
    if found.hits:
        hits.show_facets(found)


def _check(to: Path) -> None:
    from yosnlp import exchange

    if to.suffix.lower() == _LINES:
        if to.is_dir():
            raise YosnlpError(f"{to}: is a folder, and a file is needed")
        return
    try:
        exchange.check_name(to)
    except YosnlpError as e:
        raise YosnlpError(str(e).replace(".csv, ", f".csv, {_LINES}, ", 1)) from e


def _write(shown: Sequence[Hit], to: Path) -> None:
    import pandas as pd

    from yosnlp import exchange
    from yosnlp.store.found import record, row

    if to.suffix.lower() == _LINES:
        try:
            to.parent.mkdir(parents=True, exist_ok=True)
            to.write_text("".join(f"{exchange.line(record(hit))}\n" for hit in shown), encoding="utf-8")
        except OSError as e:
            raise YosnlpError(f"{to}: cannot be written ({e.strerror}). Choose another name.") from e
        return
    from yosnlp.store.found import COLUMNS

    exchange.export({"hits": pd.DataFrame([row(hit) for hit in shown], columns=list(COLUMNS), dtype="object")}, to)
