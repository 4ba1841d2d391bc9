"""`yosnlp findings`: the findings of one report, filtered."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, TypeAlias, get_args

import typer

from yosnlp.cli import terminal
from yosnlp.cli.choices import MODEL_HELP, chosen

Record: TypeAlias = dict[str, object]


def findings(
    path: Path,
    *,
    kind: str | None = None,
    polarity: str | None = None,
    theme: str | None = None,
    standard: str | None = None,
    limit: int | None = None,
    model: str | None = None,
) -> list[Record]:
    """The findings of the report in ``path``, in its order, as the records of ``findings.jsonl``.

    Only those of the kind, polarity, theme and standard given, and at most ``limit``. Raises UnknownValueError
    for a filter that names nothing known, UnreadableInput, and YosnlpError for a model that cannot be used.
    """
    from yosnlp import exchange, pipeline
    from yosnlp.frameworks import frameworks
    from yosnlp.records import FindingKind, Polarity
    from yosnlp.themes.load import codebook_of

    themes = {t.id: t.label for t in codebook_of(model).themes}
    wanted = {
        "kind": _one("kind", kind, dict.fromkeys(get_args(FindingKind), "")),
        "polarity": _one("polarity", polarity, dict.fromkeys(get_args(Polarity), "")),
        "themes": _one("theme", theme, themes),
    }
    tagged = pipeline.tag_one(path, model=model)
    framework = frameworks()[tagged.report.programme]
    wanted["standard_id"] = _one("standard", standard, {s.id: s.name for _, s in framework.standards()})
    return [r for r in exchange.finding_records(tagged, list(themes)) if _fits(r, wanted)][:limit]


def findings_cli(
    path: Annotated[Path, typer.Argument(metavar="PATH", help="A report.")],
    kind: Annotated[str | None, typer.Option(help="Only this kind, such as recommendation.")] = None,
    polarity: Annotated[str | None, typer.Option(help="Only this polarity, such as strength.")] = None,
    theme: Annotated[str | None, typer.Option(help="Only this theme; see yosnlp codebook.")] = None,
    standard: Annotated[str | None, typer.Option(help="Only this standard, such as 2.1.")] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="At most so many.")] = None,
    model: Annotated[str | None, typer.Option(metavar="NAME", help=MODEL_HELP)] = None,
    as_json: Annotated[bool, typer.Option("--json", help="A line of JSON for each finding.")] = False,
) -> None:
    """Print the findings of one report, each with its place and themes."""
    found = findings(path, kind=kind, polarity=polarity, theme=theme, standard=standard, limit=limit, model=model)
    if as_json:
        from yosnlp.exchange import line

        for record in found:
            typer.echo(line(record))
        return
    for record in found:
        typer.echo(_shown(record))
    if not found:
        terminal.say("no finding of this report fits")


def _one(option: str, given: str | None, known: Mapping[str, str]) -> str | None:
    return None if given is None else chosen(f"--{option}", given, known)


def _fits(record: Record, wanted: Mapping[str, str | None]) -> bool:
    """Whether the record has each value wanted, or holds it where it has a list."""
    for column, value in wanted.items():
        held = record[column]
        if value is not None and value != held and not (isinstance(held, list) and value in held):
            return False
    return True


def _shown(record: Record) -> str:
    """A finding as a line on where it stands, a line of themes, and its text."""
    standard = " ".join(str(part) for part in (record["standard_id"], record["standard"]) if part)
    page = f"page {record['page']}" if record["page"] else ""
    repeat = f"repeats {record['repeat_of']}" if record["repeat_of"] else ""
    place = [record["finding_id"], record["kind"], record["polarity"], standard, page, repeat]
    themes = record["themes"]
    named = ", ".join(themes) if isinstance(themes, list) and themes else "none"
    lines = ["  ".join(terminal.clean(str(part)) for part in place if part), f"  themes: {named}"]
    return "\n".join([*lines, terminal.wrapped(str(record["text"]), "  "), ""])
