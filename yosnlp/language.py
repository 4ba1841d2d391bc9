"""The English tokeniser and sentence splitter that the steps share: spaCy without a trained model."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language


_ABBREVIATION = re.compile(r"\b(?:approx|Cllr|Dr|fig|Insp|Mr|Mrs|Ms|paras?|Prof|Rev|Sgt|St|Supt|vs)\.$")
_NUMBER_SIGN = re.compile(r"\b[Nn]os?\.$")


@cache
def english() -> Language:
    """SpaCy's English tokeniser with rule-based sentence ends. spaCy is imported on first use."""
    import spacy

    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer", config={"punct_chars": [".", "!", "?", "…"]})
    return nlp


def _cut_short(text: str, following: str) -> bool:
    """Whether the stop at the end of ``text`` is that of an abbreviation."""
    if _NUMBER_SIGN.search(text):
        return following.isdigit()
    return bool(following) and bool(_ABBREVIATION.search(text))


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence of ``text``, without the space between them.

    What follows a stop in lower case goes on with the sentence ("e.g." and its like), and so does what
    follows the stop of an abbreviation that stands before a name or number.
    """
    spans = [(s.start_char, s.end_char) for s in english()(text).sents]
    start: int | None = None
    for i, (first, end) in enumerate(spans):
        start = first if start is None else start
        following = text[spans[i + 1][0] : spans[i + 1][0] + 1] if i + 1 < len(spans) else ""
        if not following.islower() and not _cut_short(text[start:end], following):
            yield start, end
            start = None
