"""The stars of a Full Joint Inspection: a theme has one to four, or the word for as many, or both.

Stars and words are a scale of their own. They have no points, and nothing is made of them that the report does not
print. A count of stars is taken from their signs or from words ("three stars"); stars that are pictures are lost with
the text, and that is said.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from yosnlp import numbers
from yosnlp.frameworks import Framework, Standard
from yosnlp.ratings.passages import Passage
from yosnlp.ratings.settle import settle
from yosnlp.records import Rating, Report, Scores, SectionKind

_FULL, _EMPTY = "★⭐✭✮", "☆✩✰"
_SIGNS = re.compile(rf"[{_FULL}{_EMPTY}\ufe0e\ufe0f]+(?: [{_FULL}{_EMPTY}\ufe0e\ufe0f]+)*")
_COUNTED = re.compile(r"(?<!\w)\(?(?P<n>[1-4]|one|two|three|four) stars?\b(?: ?(?:out of|of) (?:four|4))?\)?", re.I)
_LABEL = re.compile(r"^(?:the )?(?:overall )?(?:star )?(?:rating|judgement|score|stars?)\W{1,4}", re.I)
_NUMBER = re.compile(r"^(?:theme )?[1-9][.:)]? ?[-:]? ?", re.I)
_ENDS = r"(?=\W*$|[.,;:(]| ?[★☆⭐✭✮✩✰])"
_NEVER: frozenset[SectionKind] = frozenset({"contents", "glossary", "notes", "methodology", "recommendations"})
_LONGEST_ROW = 160  # characters of a theme's name and its stars
_NEAR = 4  # passages from the heading of a theme within which its stars stand alone


@dataclass(frozen=True, slots=True)
class _Given:
    """What a line prints: the word, the number of stars, and whether all signs were full ones."""

    word: str | None
    stars: int | None
    all_full: bool = False


def read(passages: Sequence[Passage], report: Report, framework: Framework) -> Scores:
    """The rating of each theme, with the stars printed as its comment; what is lost or odd is said in ``warnings``."""
    found = list(_places(passages, framework))
    shown = any(given.stars is not None and not given.all_full for _, given in found)
    places, odd = [], []
    for place, given in found:
        unsure = given.word is None and given.all_full and not shown  # dark and light stars alike: colours may be lost
        value = given.word or (None if given.stars is None or unsure else framework.ratings[given.stars - 1])
        if given.word and given.stars is not None and framework.ratings[given.stars - 1] != given.word:
            odd.append(f"{_name(place)}: {given.word} printed beside {_stars(given.stars)}; the word was taken")
        if unsure:
            odd.append(f"{_name(place)}: all stars look alike in the text, so how many are given is not known")
        else:
            places.append(replace(place, value=value, comment=_stars(given.stars) if given.stars else None))
    settled, conflicts = settle(places, (), report.document, framework)
    settled = [_with_stars(rating, places) for rating in settled]
    lost = _lost(settled, report, framework)
    ordered = tuple(sorted(places, key=lambda r: (r.start, r.end)))
    return Scores(ratings=tuple(settled), places=ordered, warnings=(*dict.fromkeys(odd), *conflicts, *lost))


def _places(passages: Sequence[Passage], framework: Framework) -> Iterator[tuple[Rating, _Given]]:
    """Each place that rates a theme: a row or heading with its name, a line under its heading, a sentence."""
    theme: Standard | None = None
    passed = 0
    for passage in passages:
        if passage.part in _NEVER or len(passage.text) == 0:
            theme = None
            continue
        named = _named(passage.text, framework) if len(passage.text) <= _LONGEST_ROW else None
        if named is not None:
            theme, passed = named[0], 0
            given = _given(passage.text[named[1] :], framework)
            if given is not None:
                yield _rating(passage, theme, 0, len(passage.text)), given
                theme = None
            continue
        alone = _given(passage.text, framework) if theme is not None and passage.kind != "item" else None
        if theme is not None and alone is not None:
            yield _rating(passage, theme, 0, len(passage.text)), alone
            theme = None
        yield from _told(passage, framework)
        passed += 1
        theme = theme if passed < _NEAR else None


def _named(text: str, framework: Framework) -> tuple[Standard, int] | None:
    """The theme that ``text`` begins with, and where its name ends."""
    number = _NUMBER.match(text)
    at = number.end() if number else 0
    for _, standard in framework.standards():
        for name in sorted(standard.names, key=len, reverse=True):
            end = at + len(name)
            if text[at:end].lower() == name.lower() and not text[end : end + 1].isalnum():
                return standard, end
    return None


def _given(text: str, framework: Framework) -> _Given | None:
    """What ``text`` prints, if it is nothing but stars, a number of stars, or a word of the scale."""
    rest = _LABEL.sub("", text.strip(" :-|*.()"))
    signs, counted = _SIGNS.search(rest), _COUNTED.search(rest)
    for match in (signs, counted):
        rest = rest.replace(match.group(), " ") if match else rest
    words = rest.strip(" :-|*.(),=")
    word = next((rating for rating in framework.ratings if rating.lower() == words.lower()), None)
    if words and word is None:
        return None
    shown = _count(signs.group(), framework) if signs else None
    told = numbers.parse(counted["n"]) if counted else None
    if word is None and shown is None and told is None:
        return None
    full = bool(signs) and shown == len(framework.ratings) and told is None
    return _Given(word, told if told is not None else shown, full)


def _count(signs: str, framework: Framework) -> int | None:
    """How many stars are full; None where there are more signs than stars on the scale, or none is full."""
    full, empty = (sum(sign in kind for sign in signs) for kind in (_FULL, _EMPTY))
    return full if full >= 1 and full + empty <= len(framework.ratings) else None


def _told(passage: Passage, framework: Framework) -> Iterator[tuple[Rating, _Given]]:
    """Sentences that rate a theme by the words that the programme has for that."""
    for start, end in passage.sentences():
        sentence = passage.text[start:end]
        for _, standard in framework.standards():
            match = _sentence(standard.rated_as, framework.ratings).search(sentence) if standard.rated_as else None
            if match is None:
                continue
            word = next(r for r in framework.ratings if r.lower() == match["value"].lower())
            after = _SIGNS.search(passage.text[start + match.end() :][:12])
            stars = _count(after.group(), framework) if after else None
            yield _rating(passage, standard, start + match.start(), start + match.end("value")), _Given(word, stars)


@cache
def _sentence(named: tuple[str, ...], ratings: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(named, key=len, reverse=True))
    value = "|".join(re.escape(rating) for rating in sorted(ratings, key=len, reverse=True))
    return re.compile(
        rf"\b(?:{names})\b[^.;:]{{0,60}}? (?:was|were|is|are|has been) (?:judged |rated |assessed )?"
        rf"(?:to be |as )?['\"]?(?P<value>{value})\b['\"]?{_ENDS}",
        re.I,
    )


def _rating(passage: Passage, standard: Standard, start: int, end: int) -> Rating:
    where = passage.span(start, end)
    return Rating(
        level="standard",
        standard_id=standard.id,
        standard=standard.name,
        place=passage.place,
        start=where.start,
        end=where.end,
    )


def _with_stars(rating: Rating, places: Sequence[Rating]) -> Rating:
    """``rating`` with the stars that any place prints for it together with its value."""
    told = (p.comment for p in places if (p.standard_id, p.value) == (rating.standard_id, rating.value) and p.comment)
    most = Counter(told).most_common(1)
    return replace(rating, comment=most[0][0] if most else None)


def _lost(settled: Sequence[Rating], report: Report, framework: Framework) -> list[str]:
    known = {rating.standard_id for rating in settled}
    return [
        f"theme {s.id} {s.name}: neither stars nor a word for them found; stars that are pictures are not in the text"
        for _, s in framework.standards()
        if s.id in report.expected and s.id not in known
    ]


def _name(rating: Rating) -> str:
    return f"theme {rating.standard_id} {rating.standard}"


def _stars(n: int) -> str:
    return f"{n} star" if n == 1 else f"{n} stars"
