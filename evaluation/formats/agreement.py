"""A rendering read again, beside the report that it was made from: words, findings, ratings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz.distance import LCSseq

from evaluation.formats.parts import Original, shown
from yosnlp import reading, themes
from yosnlp.pipeline import tag_document
from yosnlp.records import TaggedReport
from yosnlp.text import fold, plain, view

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Agreement:
    """How much of a report came out of a rendering of it.

    ``words`` of the original, of which ``recalled`` can be seen again in their order, and ``noted`` words of its
    footnotes and contents, of which ``kept`` stand in the text; ``stray`` words can be seen that are not the
    report's. ``expected`` findings of the sample, ``found`` in the rendering, ``same`` in both: text, kind,
    polarity, themes and standard; ``across`` of the rendering's run over the end of a page. ``ratings`` and
    ``questions``: whether all are equal.
    """

    words: int
    recalled: int
    noted: int
    kept: int
    stray: int
    expected: int
    found: int
    same: int
    across: int
    pages: int
    ratings: bool
    questions: bool

    @property
    def recall(self) -> float:
        """Share of the words of the original that were read, footnotes and contents included."""
        return (self.recalled + self.kept) / (self.words + self.noted)

    @property
    def agreement(self) -> float:
        """Share of findings that are in both, of the larger number."""
        return self.same / max(self.expected, self.found, 1)


def compare(original: Original, sample: TaggedReport, path: Path) -> tuple[Agreement, TaggedReport]:
    """The rendering of ``original`` in the file ``path``, beside what was read out of the ``sample`` itself."""
    tagged = found_in(path)
    document = tagged.report.document
    words, noted = _words_of(original)
    seen = _words(view(document, 0, len(document.text)).text)
    hidden = [word for h in document.hidden for word in _words(document.text[h.start : h.end])]
    recalled = LCSseq.similarity(words, seen)
    before, after = findings(sample), findings(tagged)
    agreement = Agreement(
        words=len(words),
        recalled=recalled,
        noted=len(noted),
        kept=(Counter(noted) & (Counter(seen) - Counter(words) + Counter(hidden))).total(),
        stray=(Counter(seen) - Counter(words) - Counter(_words(" ".join(p.marker for p in original.parts)))).total(),
        expected=before.total(),
        found=after.total(),
        same=(before & after).total(),
        across=sum(document.page_at(f.start) != document.page_at(f.end - 1) for f in tagged.findings),
        pages=len(document.pages),
        ratings=ratings(sample) == ratings(tagged),
        questions=questions(sample) == questions(tagged),
    )
    return agreement, tagged


def found_in(path: Path) -> TaggedReport:
    """What is found in the file ``path``, be it a report of one service or of another kind."""
    return tag_document(reading.read(path), themes.load(None), allow_other=True)


def _words_of(original: Original) -> tuple[list[str], list[str]]:
    """The words of the report in order, and those of its contents and footnotes."""
    body: list[str] = []
    noted = [word for text in original.notes.values() for word in _words(text)]
    for part in original.parts:
        words = [word for row in part.rows for cell in row for word in _words(shown(cell))]
        (noted if part.kind == "contents" else body).extend(words)
    return body, noted


def _words(text: str) -> list[str]:
    return _WORD.findall(plain(text).lower())


def findings(tagged: TaggedReport) -> Counter[Hashable]:
    """The findings by all that has to be the same in every format."""
    return Counter(
        (
            plain(fold(f.text)),
            f.kind,
            f.polarity,
            tuple(sorted(s.theme for s in tagged.themes[f.id] if s.assigned)),
            f.standard_id,
        )
        for f in tagged.findings
    )


def ratings(tagged: TaggedReport) -> Counter[Hashable]:
    """The settled ratings, whatever their place."""
    return Counter(
        (r.level, r.standard_id, r.value, r.points, r.percent, r.comment, r.comparison, r.discretion)
        for r in tagged.scores.ratings
    )


def questions(tagged: TaggedReport) -> Counter[Hashable]:
    """The figures of the key questions and prompts."""
    return Counter((q.question_id, q.percent, q.yes, q.relevant) for q in tagged.scores.key_questions)
