"""Cues: words that speak of a theme, found in a text by spaCy's matcher. The words are data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import yaml

from yosnlp import language, resources
from yosnlp.errors import InvalidData
from yosnlp.text import plain
from yosnlp.themes.codebook import Codebook

if TYPE_CHECKING:
    from spacy.matcher import PhraseMatcher


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue of ``theme`` at characters ``start`` up to ``end`` of a text."""

    theme: str
    start: int
    end: int


class Cues:
    """Finds the cues of all themes in texts."""

    def __init__(self, words: dict[str, Sequence[str]]) -> None:
        self.words = words

    @classmethod
    def load(cls, codebook: Codebook) -> Cues:
        """The cues that ship with yosnlp. Raises InvalidData if they name a theme that ``codebook`` lacks."""
        path = resources.corpus("cues.yaml")
        words = yaml.safe_load(path.read_text(encoding="utf-8"))["themes"]
        unknown = sorted(set(words) - set(codebook.ids))
        if unknown:
            raise InvalidData(f"{path}: themes that the codebook does not have: {', '.join(unknown)}")
        return cls(words)

    def find(self, text: str) -> list[Cue]:
        """The cues in ``text``, the longest of each theme where several overlap."""
        doc = language.english().make_doc(plain(text))
        matches = [(start, end, doc.vocab.strings[key]) for m in self._matchers() for key, start, end in m(doc)]
        found: list[Cue] = []
        taken: dict[str, int] = {}
        for start, end, theme in sorted(matches, key=lambda m: (m[0], -m[1])):
            if start >= taken.get(theme, 0):
                taken[theme] = end
                found.append(Cue(theme, doc[start].idx, doc[end - 1].idx + len(doc[end - 1])))
        return found

    def _matchers(self) -> tuple[PhraseMatcher, PhraseMatcher]:
        return _matchers(tuple((theme, tuple(words)) for theme, words in self.words.items()))


@cache
def _matchers(words: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[PhraseMatcher, PhraseMatcher]:
    """One matcher for words in any case, one for abbreviations as printed."""
    from spacy.matcher import PhraseMatcher

    nlp = language.english()
    any_case, as_printed = PhraseMatcher(nlp.vocab, attr="LOWER"), PhraseMatcher(nlp.vocab, attr="ORTH")
    for theme, terms in words:
        printed = [t for t in terms if _abbreviation(t)]
        any_case.add(theme, [nlp.make_doc(t) for t in terms if t not in printed])
        as_printed.add(theme, [nlp.make_doc(t) for t in printed])
    return any_case, as_printed


def _abbreviation(term: str) -> bool:
    return sum(c.isupper() for c in term) > 1
