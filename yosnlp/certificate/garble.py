"""Stretches of text that are no language: letters of a font without its key, bad recognition, broken encoding."""

from __future__ import annotations

import re
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
_WINDOW = 12  # words that are looked at together
_FEWEST_WINDOWS = 2  # one after another; a single one may be a list of rare words
_MOST_COMMON = 1  # common words in a window that is garbled by chance
_LEAST_COMMON = 4  # in one that is prose, so that its words are known
_MOST_KNOWN = 0.3  # share of the words
_MOST_CODES = 0.05  # share of the characters
_MOST_SIGNS = 0.4  # share of the characters
_FEWEST_SIGNS = 20

Place = tuple[int, int]


def garbled(of: Material) -> list[Remark]:
    """A remark for each stretch of the text that cannot be read, neighbours taken together."""
    found: list[Place] = []
    for start, end in sorted([*_of_signs(of), *_of_unknown_words(of)]):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return [_remark(of, start, end) for start, end in found]


def _remark(of: Material, start: int, end: int) -> Remark:
    sample = " ".join(of.report.document.text[start:end].split())[:40]
    return of.remark("garbled_text", f"{end - start} characters cannot be read as words: “{sample} …”.", start)


def _of_signs(of: Material) -> Iterator[Place]:
    """Blocks of codes for letters, or of signs in their place."""
    for block, seen in zip(of.report.document.blocks, of.views, strict=True):
        whole = len(seen.text) - seen.text.count(" ")
        codes = sum(len(m.group()) for m in _CODE.finditer(seen.text))
        signs = len(_SIGN.findall(seen.text))
        if codes > _MOST_CODES * whole or (signs >= _FEWEST_SIGNS and signs > _MOST_SIGNS * whole):
            yield block.start, block.end


def _of_unknown_words(of: Material) -> Iterator[Place]:
    """Runs of words of which hardly one is common, nor stands where others are."""
    words = [
        (match.group().lower(), seen.offsets[match.start()], seen.offsets[match.end() - 1] + 1)
        for seen in of.views
        for match in _WORD.finditer(plain(seen.text))
    ]
    windows = [words[i : i + _WINDOW] for i in range(0, len(words) - _WINDOW + 1, _WINDOW)]
    common = [sum(word in _COMMON for word, _, _ in window) for window in windows]
    trusted = {w for window, n in zip(windows, common, strict=True) if n >= _LEAST_COMMON for w, _, _ in window}
    run: list[Place] = []
    for window, n in zip([*windows, []], [*common, _LEAST_COMMON], strict=True):
        known = sum(word in trusted for word, _, _ in window)
        if n <= _MOST_COMMON and known < _MOST_KNOWN * _WINDOW:
            run.append((window[0][1], window[-1][2]))
            continue
        if len(run) >= _FEWEST_WINDOWS:
            yield run[0][0], run[-1][1]
        run = []
