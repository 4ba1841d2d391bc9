"""Which standard or domain a line names, by its number or its name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yosnlp.frameworks import Domain, Framework, Standard
from yosnlp.ratings import patterns
from yosnlp.text import letters

STANDARD_NUMBER = patterns.STANDARD_NUMBER
_LONGEST = 90  # characters of a name
_FEWEST_LETTERS_OF_A_BROKEN_NAME = 8


def less_value(text: str, framework: Framework) -> str:
    """``text`` without a rating that ends it."""
    match = patterns.value_at_end(framework.ratings).search(text) if framework.ratings else None
    return text[: match.start()].rstrip(" :-'\"(*") if match else text


def standard(text: str, framework: Framework, domain: str | None) -> Standard | None:
    """The standard that ``text``, a rating at its end set aside, is the name of; None if it is more or less.

    A printed number decides, even where a wrong name follows it. A name alone needs ``domain``, unless only
    one standard of the programme bears it.
    """
    words = less_value(text, framework).strip(" .:*")
    match = STANDARD_NUMBER.match(words)
    if match is None:
        return _by_name(letters(words), framework, domain) if len(words) <= _LONGEST else None
    known = framework.standard(number_of(match))
    name = words[match.end() :]
    if known is None or not name[:1].isupper() or len(name) > _LONGEST:
        return None
    return known if is_name(name, known) or _looks_like_a_name(name) else None


def number_of(match: re.Match[str]) -> str:
    """The id in a match of `STANDARD_NUMBER`: "V.1" as "V1"."""
    return match["number"].replace(" ", "").upper().replace("V.", "V")


def row(cells: Sequence[str], framework: Framework, domain: str | None) -> Standard | None:
    """The standard that a row of a table names in its first cell, or in two: number and name."""
    for name in (cells[0], " ".join(cells[:2])):
        found = standard(name, framework, domain)
        if found is not None:
            return found
    return None


def is_name(name: str, of: Standard) -> bool:
    """Whether ``name`` is a name of the standard, whole or broken off."""
    words = letters(name)
    return any(
        words == known or (len(words) >= _FEWEST_LETTERS_OF_A_BROKEN_NAME and known.startswith(words))
        for known in map(letters, of.names)
    )


def printed_name(text: str, framework: Framework) -> str:
    """The name of a standard in ``text``, without its number and rating."""
    words = less_value(text, framework).strip(" .:*")
    match = STANDARD_NUMBER.match(words)
    return words[match.end() :] if match else words


def domain(text: str, framework: Framework) -> Domain | None:
    """The domain that ``text``, a rating at its end set aside, is the name of."""
    words = less_value(text, framework).strip(" .:*")
    match = patterns.DOMAIN_NUMBER.match(words)
    wanted = {letters(words), letters(words[match.end() :]) if match else letters(words)}
    return next((d for d in framework.domains if wanted & {letters(n) for n in d.names}), None)


def _by_name(words: str, framework: Framework, domain_id: str | None) -> Standard | None:
    found = [
        s
        for d, s in framework.standards()
        if words and words in {letters(n) for n in s.names} and (domain_id is None or d.id == domain_id)
    ]
    return found[0] if len(found) == 1 else None


def _looks_like_a_name(name: str) -> bool:
    """Whether a numbered line of other words is short and no sentence, so that it still is a row."""
    return len(name.split()) <= 8 and not name.endswith((".", "?", ",", ";"))
