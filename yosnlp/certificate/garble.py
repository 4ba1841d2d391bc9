"""Stretches of text that are no language: letters of a font without its key, bad recognition, broken encoding."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from yosnlp.certificate.material import Material
from yosnlp.records import Remark
from yosnlp.text import plain

#: Words that English prose and notes of any subject are full of. A dozen words without one of them is rare.
_COMMON = frozenset(
    (
        *("the", "of", "and", "to", "in", "a", "an", "is", "was", "for", "on", "with", "that", "by", "as", "were"),
        *("be", "had", "from", "at", "not", "this", "but", "have", "are", "or", "which", "their", "they", "it"),
        *("been", "who", "has", "its", "more", "when", "would", "there", "all", "also", "these", "can", "if", "no"),
        *("we", "our", "you", "your", "he", "she", "his", "her", "will", "may"),
    )
)
_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_A-Z][^\W\d_]+")  # names, which stand once, are written large
_CODE = re.compile(r"\(cid:\d+\)|[\ufffd\ue000-\uf8ff]")
_SIGN = re.compile(r"[^\w\s.,;:'\"()%/–—-]")
_FEWEST_WORDS = 12
_MOST_COMMON = 0.05  # share of common words
_MOST_KNOWN = 0.3  # share of words that stand elsewhere in the report
_MOST_CODES = 0.05  # share of the characters
_MOST_SIGNS = 0.4  # share of the characters
_FEWEST_SIGNS = 20


def garbled(of: Material) -> list[Remark]:
    """A remark for each stretch of blocks that cannot be read, neighbours taken together."""
    found: list[tuple[int, int]] = []
    everywhere = Counter(word for seen in of.views for word in _words(seen.text))
    for first, last, text in _stretches(of):
        if _is_garbled(text, everywhere):
            if found and found[-1][1] == first:
                found[-1] = (found[-1][0], last)
            else:
                found.append((first, last))
    blocks = of.report.document.blocks
    return [_remark(of, blocks[first].start, blocks[last - 1].end) for first, last in found]


def _remark(of: Material, start: int, end: int) -> Remark:
    sample = " ".join(of.report.document.text[start:end].split())[:40]
    return of.remark("garbled_text", f"{end - start} characters cannot be read as words: “{sample} …”.", start)


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(plain(text))]


def _stretches(of: Material) -> Iterator[tuple[int, int, str]]:
    """Blocks one by one, short ones together: indexes of the first and of that after the last, and their text."""
    first, held = 0, ""
    for i, seen in enumerate(of.views):
        held = f"{held} {seen.text}"
        if len(_WORD.findall(held)) >= _FEWEST_WORDS or len(_SIGN.findall(held)) >= _FEWEST_SIGNS:
            yield first, i + 1, held
            first, held = i + 1, ""


def _is_garbled(text: str, everywhere: Counter[str]) -> bool:
    whole = len(text) - text.count(" ")
    codes, signs = sum(len(m.group()) for m in _CODE.finditer(text)), len(_SIGN.findall(text))
    if codes > _MOST_CODES * whole or (signs >= _FEWEST_SIGNS and signs > _MOST_SIGNS * whole):
        return True
    words = _words(text)
    here = Counter(words)
    if len(words) < _FEWEST_WORDS or sum(word in _COMMON for word in words) > _MOST_COMMON * len(words):
        return False
    known = sum(everywhere[word] > here[word] for word in words)
    return known < _MOST_KNOWN * len(words)
