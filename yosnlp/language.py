"""The English tokeniser and sentence splitter that the steps share: spaCy without a trained model."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language


@cache
def english() -> Language:
    """SpaCy's English tokeniser with rule-based sentence ends. Imported on first use: 1.5 seconds."""
    import spacy

    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer", config={"punct_chars": [".", "!", "?", "…"]})
    return nlp


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence of ``text``, without the space between them.

    What follows a stop in lower case goes on with the sentence ("e.g." and its like).
    """
    spans = [(s.start_char, s.end_char) for s in english()(text).sents]
    start: int | None = None
    for i, (first, end) in enumerate(spans):
        start = first if start is None else start
        following = text[spans[i + 1][0] : spans[i + 1][0] + 1] if i + 1 < len(spans) else ""
        if not following.islower():
            yield start, end
            start = None
