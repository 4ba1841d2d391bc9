"""Ratings of the standards, at every place: rows of tables, headings, and ratings alone under a heading.

Also which standards and domains a report says it did not rate: their value is None.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from yosnlp.frameworks import Domain, Framework, Standard
from yosnlp.ratings import names, patterns
from yosnlp.ratings.passages import Passage
from yosnlp.records import Rating, SectionKind

_NEVER: frozenset[SectionKind] = frozenset({"contents", "glossary", "notes"})
# Parts that speak about ratings in general: there only a numbered row is a rating.
_ABOUT_RATINGS: frozenset[SectionKind] = frozenset(
    {"methodology", "key_facts", "recommendations", "acknowledgements", "next_steps", "service_users", "annex"}
)
_WITH_HEADINGS: frozenset[SectionKind] = frozenset({"standard", "domain", "ratings", "results"})
_NEAR = 6  # passages from the heading of a standard within which its rating stands
_LONGEST_ROW = 160  # characters of the name of a standard and its rating
_LONGEST_DESCRIBED = 500  # characters of a row that holds the description of the standard too
_UNRATED = re.compile(patterns.NOT_RATED, re.I)


@dataclass(frozen=True, slots=True)
class _Awaited:
    """The heading just passed, whose rating may still come: ``passed`` passages ago."""

    section: int
    passed: int = 0
    standard_id: str | None = None
    domain: Domain | None = None


def rated(passages: list[Passage], framework: Framework) -> tuple[list[Rating], list[str]]:
    """The rating of a standard or domain at every place that gives one, in order, and what is odd about them.

    ``discretion`` is set where the rating is printed with an asterisk.
    """
    found: list[Rating] = []
    odd: list[str] = []
    awaited: _Awaited | None = None
    for passage in passages:
        if passage.part in _NEVER:
            continue
        awaited = _awaited(passage, awaited, framework)
        rating = _row(passage, framework) or _domain_row(passage, framework)
        ratings = [rating] if rating else list(_run_together(passage, framework))
        if rating is not None:
            odd += _misnamed(passage, rating, framework)
        elif not ratings and awaited and (rating := _under_heading(passage, awaited, framework)):
            ratings = [rating]
        if ratings:
            found += ratings
            awaited = _Awaited(passage.section)
    return found, odd


def value_of(words: str, framework: Framework) -> str | None:
    """The rating on the programme's scale that ``words`` are, however they are spelt; None for "Not rated"."""
    spelt = re.sub(r"[\s-]+", " ", words).lower()
    return next((rating for rating in framework.ratings if rating.lower() == spelt), None)


def points_of(value: str | None, framework: Framework) -> int | None:
    """Points of a rating, 0 for the worst; None without a rating."""
    return framework.ratings.index(value) if value in framework.ratings else None


def _awaited(passage: Passage, before: _Awaited | None, framework: Framework) -> _Awaited | None:
    """Whose rating may stand alone at ``passage``: that of the standard or domain whose heading was just passed."""
    if passage.part in _ABOUT_RATINGS or passage.inside not in _WITH_HEADINGS:
        return None
    new_section = before is None or before.section != passage.section
    if new_section or (before and before.standard_id and before.standard_id != passage.standard_id):
        domain = names.domain(passage.text, framework) if passage.inside != "standard" else None
        return _Awaited(passage.section, 0, passage.standard_id, domain)
    passed = before.passed + 1 if before else 0
    if before is None or passed > _NEAR:
        return _Awaited(passage.section, passed)
    return replace(before, passed=passed)


def _row(passage: Passage, framework: Framework) -> Rating | None:
    """A row that names a standard and ends with its rating."""
    match = patterns.value_at_end(framework.ratings).search(passage.text)
    if match is None:
        return None
    cells = [passage.text[a:b] for a, b in passage.cells]
    numbered = names.STANDARD_NUMBER.match(passage.text)
    if not numbered and (passage.part in _ABOUT_RATINGS or (len(cells) == 1 and passage.kind == "item")):
        return None
    if len(cells) > 1:
        alone = patterns.value_alone(framework.ratings).match(cells[-1])
        standard = names.row(cells[:-1], framework, passage.domain) if alone else None
    else:
        name = passage.text[: match.start()]
        standard = names.standard(name, framework, passage.domain) if len(name) <= _LONGEST_ROW else None
        standard = standard or (_described(passage.text, match, framework) if numbered else None)
    return _rating(passage, match, 0, standard, framework) if standard else None


def _described(text: str, match: re.Match[str], framework: Framework) -> Standard | None:
    """The standard of a row "3.1. Assessment Assessment is well informed ... Good", its description included."""
    number = names.STANDARD_NUMBER.match(text)
    if number is None or len(text) > _LONGEST_DESCRIBED or not match["value"][0].isupper():
        return None
    standard = framework.standard(names.number_of(number))
    ended = text[: match.start()].rstrip(" '\"*").endswith(".")
    named = standard and any(text[number.end() :].startswith(f"{name} ") for name in standard.names)
    return standard if named and ended else None


def _run_together(passage: Passage, framework: Framework) -> Iterator[Rating]:
    """Numbered rows that the extraction put into one line, with each other or with what follows them."""
    if not names.STANDARD_NUMBER.match(passage.text):
        return
    found = []
    for _, standard in framework.standards():
        for match in patterns.row_of(standard.id, standard.names, framework.ratings).finditer(passage.text):
            before_a_number = passage.text[match.end() : match.end() + 2].strip()[:1].isdigit()
            if before_a_number or not match["value"].islower():
                found.append((match, standard))
    for match, standard in sorted(found, key=lambda pair: pair[0].start()):
        yield _rating(passage, match, 0, standard, framework, start=match.start())


def _under_heading(passage: Passage, awaited: _Awaited, framework: Framework) -> Rating | None:
    """The rating that stands alone, or in the last cell of a row, under the heading that it belongs to."""
    start, end = passage.cells[-1]
    match = patterns.value_alone(framework.ratings).match(passage.text[start:end])
    if match is None or passage.kind == "item":
        return None
    standard = framework.standard(awaited.standard_id)
    if standard is not None:
        return _rating(passage, match, start, standard, framework, start=start + match.start("value"))
    if awaited.domain is not None and awaited.passed == 1 and _UNRATED.fullmatch(match["value"]):
        return _unrated_domain(passage, awaited.domain, end)
    return None


def _domain_row(passage: Passage, framework: Framework) -> Rating | None:
    """A domain that is said not to be rated, in one line."""
    match = patterns.value_at_end(framework.ratings).search(passage.text)
    if match is None or not _UNRATED.fullmatch(match["value"]) or len(passage.text) > _LONGEST_ROW:
        return None
    domain = names.domain(passage.text[: match.start()], framework)
    return _unrated_domain(passage, domain, match.end("value")) if domain else None


def _unrated_domain(passage: Passage, domain: Domain, end: int) -> Rating:
    where = passage.span(0, end)
    return Rating(
        level="domain",
        standard_id=domain.number,
        standard=domain.name,
        place=passage.place,
        start=where.start,
        end=where.end,
    )


def _rating(
    passage: Passage, match: re.Match[str], at: int, standard: Standard, framework: Framework, *, start: int = 0
) -> Rating:
    """The rating that ``match``, found from ``at`` on, gives; its span begins at ``start``."""
    where = passage.span(start, at + match.end("value"))
    value = value_of(match["value"], framework)
    before = passage.text[max(0, at + match.start("value") - 4) : at + match.start("value")]
    return Rating(
        level="standard",
        standard_id=standard.id,
        standard=standard.name,
        value=value,
        points=points_of(value, framework),
        discretion=_marks(match["after"]) > _marks(before),
        place=passage.place,
        start=where.start,
        end=where.end,
    )


def _marks(text: str) -> int:
    return text.count("*") + text.count("†") + text.lower().count("discretion")


def _misnamed(passage: Passage, row: Rating, framework: Framework) -> list[str]:
    """A row whose number and name do not fit; the number was taken."""
    standard = framework.standard(row.standard_id)
    name = names.printed_name(passage.text, framework)
    if row.level != "standard" or standard is None or names.is_name(name, standard):
        return []
    if any(name.startswith(f"{known} ") for known in standard.names):
        return []
    return [f"standard {standard.id}: called '{name}' in {row.place}, not '{standard.name}'"]
