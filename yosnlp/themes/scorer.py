"""What scores texts: log odds of labels, and what each word adds to them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from yosnlp.text import plain

Array = NDArray[np.floating[Any]]

_TOKEN = re.compile(r"\w+%?|[;:]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text as models see it, and where it stands."""

    word: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """The words of ``text`` in lower case, with their places."""
    return [Token(m.group().lower(), m.start(), m.end()) for m in _TOKEN.finditer(plain(text))]


class Scorer(Protocol):
    """Gives texts a score for each label. The contract: as many rows as texts, in order, each by its text alone."""

    @property
    def labels(self) -> tuple[str, ...]:
        """What is scored, in order."""
        ...

    def scores(self, texts: Sequence[str]) -> Array:
        """Texts by labels, unbounded: log odds, if not calibrated ones."""
        ...

    def parts(self, text: str) -> Array:
        """How much each of `tokens` of ``text`` adds to each score: tokens by labels."""
        ...
