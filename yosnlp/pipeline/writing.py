"""From files to a folder of tables, by way of the disk: what is done is safe, and memory does not grow with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from yosnlp import analysis, exchange, reading, themes
from yosnlp.errors import YosnlpError
from yosnlp.exchange import Content, Unfinished
from yosnlp.pipeline.seen import Sighting
from yosnlp.pipeline.tagging import Progress, Tagger
from yosnlp.reading import Options
from yosnlp.records import InPart, Unread

_FREQUENCY = (
    *("theme", "label", "polarity", "findings", "reports", "reports_in_scope"),
    *("share", "share_low", "share_high"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What a run wrote: how many reports and findings, the inputs not read, and those not known to be whole."""

    reports: int
    findings: int
    unread: tuple[Unread, ...]
    partial: tuple[InPart, ...]


def tag_to(
    paths: Sequence[Path],
    out: Path,
    *,
    model: str | None = None,
    options: Options | None = None,
    allow_other: bool = False,
    resume: bool = False,
    progress: Progress | None = None,
) -> Written:
    """Read and tag every report that ``paths`` name, and write their tables to the folder ``out``.

    What is done is kept beside ``out`` until all is, so that a run that was stopped can go on: ``resume``. Nothing is
    written to ``out`` before the end, or if no report could be read. Raises as `tag`, and OutputExists, and
    YosnlpError for a folder that cannot be written or nothing to go on with.
    """
    exchange.check_free(out)  # before the work, not after
    files = reading.inputs(paths)
    tagger = Tagger(themes.load(model), options or Options(), allow_other=allow_other)
    unfinished = Unfinished(out)
    _open(unfinished, exchange.run(tagger.provenance({}), tagger.themes), tagger, resume=resume)
    for done, file in enumerate(files, start=1):
        sha256 = file.sha256()
        before = unfinished.done.get(file.where)
        if before is None:
            outcome = tagger.outcome(file)
            memory = {} if isinstance(outcome, Unread) else asdict(Sighting.of(outcome))
            unfinished.keep(file.where, sha256, outcome, themes=[theme for theme, _ in tagger.themes], memory=memory)
        elif before.sha256 != sha256:
            raise YosnlpError(f"{file.source}: changed since the run was begun. Begin anew without --resume.")
        if progress is not None:
            progress(done, len(files), file.source)
    order = [file.where for file in files]
    inputs = {d.report["source"]: d.report["sha256"] for d in map(unfinished.done.__getitem__, order) if d.report}
    content = unfinished.content(exchange.run(tagger.provenance(inputs), tagger.themes), order)
    if content.certificate["reports"]:
        write_tables(content, out)
    unfinished.remove()
    return Written(
        reports=len(content.certificate["reports"]),
        findings=len(content.findings),
        unread=tuple(Unread(**d.unread) for d in map(unfinished.done.__getitem__, order) if d.unread),
        partial=tuple(told for told in map(exchange.in_part, content.certificate["reports"]) if told),
    )


def _open(unfinished: Unfinished, run: dict[str, Any], tagger: Tagger, *, resume: bool) -> None:
    """Begin the run, or go on with what was done of it."""
    if not resume:
        unfinished.begin(run)
        return
    unfinished.resume(run)
    for done in unfinished.done.values():
        if done.memory:
            tagger.seen.add(Sighting(**{**done.memory, "statements": tuple(done.memory["statements"])}))


def write_tables(content: Content, out: Path) -> None:
    """Write what was found to the folder ``out``, with the table of themes across the reports."""
    often = analysis.frequency(content.tables(words=False))
    often = often[often["polarity"] != analysis.ANY]
    rows = [{str(column): value for column, value in row.items()} for row in often.to_dict("records")]
    exchange.write(content, out, frequency=exchange.Table(_FREQUENCY, rows))
