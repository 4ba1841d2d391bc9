"""What is looked for: a query with the other names of what it names, without words that say nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

import yaml

from yosnlp import resources
from yosnlp.store.glossary import Glossary, Named
from yosnlp.store.query import Query, Term

#: So many texts at most stand for a query with names of its glossary.
VARIANTS = 2


@dataclass(frozen=True, slots=True)
class Wanted:
    """What search looks for.

    ``units``: the ideas of the query, each as the terms that may stand for it. ``required``: of each at least one has
    to be there. ``excluded``: none may be. ``texts``: the query in the names that are spelled out, for its meaning.
    """

    units: tuple[tuple[Term, ...], ...]
    required: tuple[tuple[Term, ...], ...]
    excluded: tuple[Term, ...]
    texts: tuple[str, ...]

    @property
    def terms(self) -> tuple[Term, ...]:
        """Every term that counts for rank, each once."""
        return tuple(dict.fromkeys(term for unit in self.units for term in unit))


@cache
def passed_over() -> frozenset[str]:
    """Words that carry no matter of their own: ``corpus/search.yaml``."""
    told = yaml.safe_load(resources.corpus("search.yaml").read_text(encoding="utf-8"))["passed_over"]
    return frozenset(told.split())


def wanted(query: Query, glossary: Glossary) -> Wanted:
    """What ``query`` looks for, by the names that ``glossary`` knows."""
    required = tuple(_widened(alternatives, glossary) for alternatives in query.required)
    plain = list(_units(query.plain, glossary))
    if any(not _says_nothing(unit) for unit in [*plain, *required]):
        plain = [unit for unit in plain if not _says_nothing(unit)]
    return Wanted((*plain, *required), required, query.excluded, texts(query, glossary))


def texts(query: Query, glossary: Glossary) -> tuple[str, ...]:
    """``query.said`` with abbreviations spelled out; and with the other names of what it names, `VARIANTS` in all."""
    said = query.said.split()
    words = [word.strip(".,;:!?()\"'") for word in said]
    named = [name for name in glossary.named(words) if name.short or len(name.groups) == 1]
    made = [_spelled(said, named, place) for place in range(VARIANTS)]
    return tuple(dict.fromkeys(made))


def _spelled(said: Sequence[str], named: Sequence[Named], place: int) -> str:
    """``said`` with the name at ``place`` of the names of each; first of all what was said, if that is spelled out."""
    out: list[str] = []
    at = 0
    for name in named:
        out += said[at : name.start]
        own = " ".join(said[name.start : name.end])
        full = [full for group in name.groups for full in group.names]
        choice = full if name.short else list(dict.fromkeys([own, *(n for n in full if n.lower() != own.lower())]))
        out.append(choice[min(place, len(choice) - 1)])
        at = name.end
    return " ".join([*out, *said[at:]])


def _units(plain: Sequence[Term], glossary: Glossary) -> Iterator[tuple[Term, ...]]:
    """The terms with the names of what they name; a name may run over several terms."""
    said = [(place, word) for place, term in enumerate(plain) for word in term.words]
    at = 0
    for named in glossary.named([word for _, word in said]):
        yield from _as_said(said[at : named.start])
        own = Term(tuple(word for _, word in said[named.start : named.end]))
        yield tuple(dict.fromkeys((_lower(own), *(Term(name) for name in named.sought))))
        at = named.end
    yield from _as_said(said[at:])


def _as_said(said: Sequence[tuple[int, str]]) -> Iterator[tuple[Term, ...]]:
    """What is not named, a term as it was typed: what hyphens join stays a phrase."""
    for _, group in groupby(said, key=lambda pair: pair[0]):
        yield (_lower(Term(tuple(word for _, word in group))),)


def _widened(alternatives: Sequence[Term], glossary: Glossary) -> tuple[Term, ...]:
    """Alternatives with the other names of those that are not in quotes."""
    made = list(alternatives)
    for term in alternatives:
        named = list(glossary.named(term.words)) if not term.quoted and term.near is None else []
        if len(named) == 1 and (named[0].start, named[0].end) == (0, len(term.words)):
            made += [Term(name) for name in named[0].sought]
    return tuple(dict.fromkeys(made))


def _lower(term: Term) -> Term:
    return Term(tuple(word.lower() for word in term.words))


def _says_nothing(unit: Sequence[Term]) -> bool:
    return all(term.words and not term.quoted and passed_over().issuperset(term.words) for term in unit)
