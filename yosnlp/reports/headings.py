"""Which heading a block is, if any: of a part, a domain, a standard, a list. The words are data."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from yosnlp.frameworks import Domain, Framework, HeadingOf, Standard, sections
from yosnlp.records import SectionKind
from yosnlp.text import letters

Level = Literal["part", "domain", "standard", "summary", "commentary", "within", "list", "key_question", "aside"]

_LONGEST = 160  # characters of a heading
_ANNEX = re.compile(r"^(?:annexe?|appendix)\s+[\dA-Z]+\b\s*[:.–—-]*\s*", re.I)
_NUMBER = re.compile(r"^(?P<number>[1-9](?:\.\d)?|V\s?\.?\d)[.:]?\s+(?=\D)")
_ORDINAL = re.compile(r"^domain (?:one|two|three|four|\d)\s*[:.–—-]*\s*(?=\S)", re.I)
_THEME = re.compile(r"^theme (?P<number>[1-9])\s*[:.–—-]*\s*(?=\S)", re.I)
_STARS = re.compile(r"\s*[★☆⭐✩✰]+\s*")
_MARKS = re.compile(r"[\s*:.]+$")
_OVERALL_SCORE = re.compile(r"^overall score\b", re.I)
_FEWEST_LETTERS_OF_A_BROKEN_NAME = 8


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading opens. ``number`` is printed; ``standard`` and ``domain`` are the framework's."""

    kind: SectionKind
    level: Level
    number: str | None = None
    domain: Domain | None = None
    standard: Standard | None = None
    named_only: bool = False


@dataclass(frozen=True, slots=True)
class _Words:
    """What is headed by words that are the whole heading, and by those that begin it."""

    whole: dict[str, HeadingOf]
    begins: tuple[tuple[str, HeadingOf], ...]

    @classmethod
    def of(cls, entries: Iterable[HeadingOf]) -> _Words:
        known = tuple(entries)
        return cls(
            {letters(words): entry for entry in known for words in entry.headings},
            tuple((letters(words), entry) for entry in known for words in entry.begins),
        )

    def find(self, words: str) -> HeadingOf | None:
        found = self.whole.get(words)
        return found or next((entry for start, entry in self.begins if words.startswith(start)), None)


@cache
def _of_all_programmes() -> _Words:
    return _Words.of(sections())


@cache
def _of_one_programme(sections: tuple[HeadingOf, ...]) -> _Words:
    return _Words.of(sections)


def named(text: str, framework: Framework) -> Heading | None:
    """The heading of a part, list or aside that ``text`` is: in the framework's own sense, or that of them all."""
    if len(text) > _LONGEST:
        return None
    number = _NUMBER.match(text) if framework.apart else None
    text = text[number.end() :] if number else text
    annex = _ANNEX.match(text)
    words = letters(text[annex.end() :] if annex else text)
    entry = _of_one_programme(framework.sections).find(words) or _of_all_programmes().find(words)
    if entry is not None:
        return Heading(entry.kind, entry.level)
    if annex and len(text.split()) <= 12 and not text.rstrip().endswith((".", ",")):
        return Heading("annex", "part")
    return None


def of_framework(text: str, framework: Framework) -> Heading | None:
    """The heading of a domain or standard of ``framework`` that ``text`` is."""
    if len(text) > _LONGEST:
        return None
    if framework.scale == "score" and _OVERALL_SCORE.match(text):
        return Heading("domain", "domain")
    body = _without_rating(text, framework)
    match = _NUMBER.match(body) or _THEME.match(body)
    number = re.sub(r"[.\s]", "", match["number"]) if match else None
    name = letters(body[match.end() :] if match else body)
    if not name:
        return None
    if number is not None and len(number) == 2:
        return _standard(number[0] + ("" if number[0] == "V" else ".") + number[1], name, framework)
    return _domain(number, body, name, framework) or _standard(None, name, framework, number)


def _without_rating(text: str, framework: Framework) -> str:
    """``text`` less a rating that stands at its end ("1.2. Staff Outstanding*")."""
    body = _MARKS.sub("", _STARS.sub(" ", text) if framework.scale == "stars" else text)
    for rating in (*framework.ratings, "Not rated"):
        if len(body) > len(rating) and body.lower().endswith(rating.lower()):
            return _MARKS.sub("", body[: -len(rating)])
    return body


@cache
def _written(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(letters(name) for name in names)


def _standard(number: str | None, name: str, framework: Framework, printed: str | None = None) -> Heading | None:
    """The standard that is so numbered and named; a name that another standard bears is let pass.

    A standard whose domain has no heading is told by its name alone, whatever number is ``printed``.
    """
    if number is None:
        for domain, standard in framework.standards():
            if name in _written(standard.names):
                named_only = domain.headed
                return Heading("standard", "standard", None if named_only else printed, domain, standard, named_only)
        return None
    standard_named = framework.standard(number)
    if standard_named is None:
        return None
    known = {written for _, s in framework.standards() for written in _written(s.names)}
    broken = any(
        k.startswith(name) or name.startswith(k) for k in known if len(name) >= _FEWEST_LETTERS_OF_A_BROKEN_NAME
    )
    if name in known or broken:
        return Heading("standard", "standard", number, framework.domain_of(number), standard_named)
    return None


def broken_criterion(text: str, domain: Domain) -> Standard | None:
    """The criterion of ``domain`` whose name ``text`` begins, where its number was lost."""
    words = letters(text)
    if len(words) < _FEWEST_LETTERS_OF_A_BROKEN_NAME:
        return None
    return next((s for s in domain.standards if letters(s.name).startswith(words)), None)


def _domain(number: str | None, body: str, name: str, framework: Framework) -> Heading | None:
    ordinal = _ORDINAL.match(body)
    if ordinal:
        name = letters(body[ordinal.end() :])
    for domain in (d for d in framework.domains if d.headed):
        if name in _written(domain.names) or (ordinal and not name):
            return Heading("domain", "domain", number, domain, named_only=number is None)
    return None


def key_question(text: str, standard: Standard) -> str | None:
    """Id of the key question of ``standard`` that ``text`` asks, by the words that tell it; or None."""
    if not text.rstrip().endswith("?"):
        return None
    words = letters(text)
    numbered = next((q.id for q in standard.key_questions if text.startswith(q.id)), None)
    if numbered:
        return numbered
    for question in standard.key_questions:
        if any(letters(about) in words for about in question.about):
            return question.id
    return None
