"""What was read of files, without coding their findings: quick, and enough for their certificates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from yosnlp import reading, themes
from yosnlp.pipeline.tagging import Progress, Tagger
from yosnlp.reading import Options
from yosnlp.records import TaggedReport, Unread
from yosnlp.themes import Scored


@dataclass(slots=True)
class _NoThemes:
    """Codes nothing: what was read of a report does not hang on its themes."""

    name: str = "none"

    def code(self, texts: Sequence[str], listed: Sequence[bool] | None = None) -> list[list[Scored]]:  # noqa: ARG002
        """No theme for any of ``texts``."""
        return [[] for _ in texts]


def check(
    paths: Sequence[Path],
    *,
    options: Options | None = None,
    allow_other: bool = False,
    progress: Progress | None = None,
) -> Iterator[TaggedReport | Unread]:
    """Each report that ``paths`` name, read and not coded, or why it was not read, in the order of `tag`.

    Their certificates are those that `tag` would give. ``allow_other`` and ``progress`` as `tag`. Raises NoReports if
    there is nothing to read.
    """
    files = reading.inputs(paths)
    return _outcomes(files, Tagger(_models(), options or Options(), allow_other=allow_other), progress)


def _outcomes(
    files: Sequence[reading.Input], tagger: Tagger, progress: Progress | None
) -> Iterator[TaggedReport | Unread]:
    for done, file in enumerate(files, start=1):
        yield tagger.outcome(file)
        if progress is not None:
            progress(done, len(files), file.source)


def _models() -> themes.Models:
    """The default models, less the one that codes themes; polarity parts sentences, and so counts findings."""
    return replace(themes.load(), themes=_NoThemes())
