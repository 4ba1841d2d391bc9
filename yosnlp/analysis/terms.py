"""What a group of findings speaks of and others do not: its terms, of one to three words as they stand there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from yosnlp.text import plain

_CLAUSE = re.compile(r"[^.,;:()!?\d]+")  # no term reaches over a number either: it would not be verbatim
_WORD = re.compile(r"[^\W\d_](?:[\w'-]*[^\W_])")
_LONGEST = 3  # words
#: Words that scikit-learn's list of English stop words takes for grammar, and that say something in a report.
_NOT_GRAMMAR = frozenset(
    {
        *("amount", "bill", "bottom", "call", "cry", "describe", "detail", "empty", "fill", "find", "fire", "found"),
        *("front", "full", "interest", "move", "name", "serious", "show", "side", "sincere", "system", "thick", "thin"),
        "top",
    }
)


def terms(
    texts: Sequence[str], groups: NDArray[np.int_], *, without: Iterable[str] = (), most: int = 5
) -> list[tuple[str, ...]]:
    """The ``most`` telling terms of each group 0, 1 ...; ``groups`` has -1 for a text that is in none.

    Class-based TF-IDF (Grootendorst 2022): in how many texts of the group a term stands, weighed by how rare it is over
    all texts. A term stands in two texts of its group or more, those in a third of it first; none holds another. A
    group whose texts share no word of weight has no term. Words of ``without``, such as names of services, are in none.
    """
    from sklearn.feature_extraction.text import CountVectorizer

    count = int(groups.max(initial=-1)) + 1
    left_out = {word for name in without for word in _words(name)}
    inside = [text for text, group in zip(texts, groups, strict=True) if group >= 0]
    if not any(run for text in inside for run in _runs(text)):
        return [()] * count
    counter = CountVectorizer(analyzer=_runs, binary=True).fit(inside)
    names, rows = counter.get_feature_names_out(), counter.transform(texts)
    lengths = np.array([name.count(" ") for name in names])  # where all else is equal, the longer term says more
    allowed = np.array([left_out.isdisjoint(name.split()) for name in names])
    rare = np.log1p(len(texts) / (count + 1) / np.asarray(rows.sum(axis=0)).ravel())
    found = []
    for group in range(count):
        often = np.asarray(rows[groups == group].sum(axis=0)).ravel() * allowed
        order = np.lexsort((names, -lengths, -often * rare, often < np.sum(groups == group) / 3))
        found.append(_apart((str(names[i]) for i in order if often[i] > 1), most))
    return found


def weighty(text: str) -> int:
    """How many words of ``text`` are not of grammar."""
    return sum(word not in _grammar() for word in _words(text))


def _runs(text: str) -> Iterator[str]:
    """Runs of words within a clause that neither begin nor end with a word of grammar."""
    grammar = _grammar()
    for clause in _CLAUSE.findall(text):
        words = _words(clause)
        for first in range(len(words)):
            for end in range(first + 1, min(first + _LONGEST, len(words)) + 1):
                if words[first] not in grammar and words[end - 1] not in grammar:
                    yield " ".join(words[first:end])


def _words(text: str) -> list[str]:
    return _WORD.findall(plain(text).lower())


@cache
def _grammar() -> frozenset[str]:
    from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

    return frozenset(ENGLISH_STOP_WORDS - _NOT_GRAMMAR)


def _apart(ordered: Iterable[str], most: int) -> tuple[str, ...]:
    """The first ``most`` of which none holds all words of another: "restorative justice", not "justice" as well."""
    chosen: list[str] = []
    for term in ordered:
        words = set(term.split())
        if not any(words <= set(other.split()) or set(other.split()) <= words for other in chosen):
            chosen.append(term)
        if len(chosen) == most:
            break
    return tuple(chosen)
