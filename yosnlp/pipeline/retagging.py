"""A corpus tagged again from the texts that it holds."""

from __future__ import annotations

from dataclasses import dataclass

import yosnlp
from yosnlp import reading
from yosnlp.errors import UnreadableInput
from yosnlp.frameworks import OTHER
from yosnlp.pipeline.coder import Coder
from yosnlp.pipeline.tagging import Progress
from yosnlp.records import Unread
from yosnlp.store import Corpus


@dataclass(frozen=True, slots=True, kw_only=True)
class Retagged:
    """What became of each report of a corpus, by id. ``unread``: kept as it was, since it cannot be tagged anew."""

    retagged: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    unread: tuple[Unread, ...] = ()


def retag(
    corpus: Corpus, model: str | None = None, *, everything: bool = False, progress: Progress | None = None
) -> Retagged:
    """Tag again the reports that another model, codebook or version of yosnlp tagged; ``everything``: all of them.

    Their files are not needed. ``model`` as `Coder.of`; ``progress`` as in `add`. Raises CorpusError: what was
    tagged before stays.
    """
    coder = Coder.of(corpus, model)
    reports = corpus.stored()
    retagged: list[str] = []
    unchanged: list[str] = []
    unread: list[Unread] = []
    for done, stored in enumerate(reports, start=1):
        if coder.tagged(stored) and stored.version == yosnlp.__version__ and not everything:
            unchanged.append(stored.report_id)
        else:
            try:
                document = reading.read_again(corpus.document(stored.report_id))
                retagged.append(coder.put(document, corpus, allow_other=stored.programme == OTHER))
            except UnreadableInput as e:
                unread.append(Unread(source=e.source, reason=f"{e.reason}. {e.mend}"))
        if progress is not None:
            progress(done, len(reports), stored.source_file)
    return Retagged(retagged=tuple(retagged), unchanged=tuple(unchanged), unread=tuple(unread))
