"""Runs of words, or of letters within words, as features of a text; each knows the words that it is of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from yosnlp.themes.scorer import tokens

Unit: TypeAlias = Literal["words", "letters"]


@dataclass(frozen=True, slots=True)
class Gram:
    """A run: ``name`` as it is counted, of ``words`` tokens of the text from its token ``first`` on."""

    name: str
    first: int
    words: int


@dataclass(frozen=True, slots=True)
class Grams:
    """Runs of ``shortest`` up to ``longest`` words; or of as many letters, a word's ends counting as one each.

    Letters tell forms of a word as alike ("assess", "assessing"), which matters where there are few texts.
    """

    unit: Unit
    shortest: int
    longest: int

    def of(self, text: str) -> Iterator[Gram]:
        """The runs in ``text``."""
        words = [token.word for token in tokens(text)]
        for n in range(self.shortest, self.longest + 1):
            if self.unit == "words":
                for i in range(len(words) - n + 1):
                    yield Gram(" ".join(words[i : i + n]), i, n)
                continue
            for i, word in enumerate(words):
                ended = f" {word} "
                for at in range(len(ended) - n + 1):
                    yield Gram(ended[at : at + n], i, 1)

    def names(self, text: str) -> list[str]:
        """The names of the runs in ``text``, as often as each stands there."""
        return [gram.name for gram in self.of(text)]
