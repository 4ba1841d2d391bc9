"""Where a panel used its professional discretion: an asterisk at a rating, a note, or a sentence that says so."""

from __future__ import annotations

import re
from dataclasses import replace

from yosnlp.frameworks import Framework
from yosnlp.ratings import patterns
from yosnlp.ratings.passages import Passage
from yosnlp.records import Document, Rating, SectionKind
from yosnlp.text import fold, plain

_TABLES: frozenset[SectionKind] = frozenset({"ratings", "results"})
_ABOUT_RATINGS: frozenset[SectionKind] = frozenset({"methodology", "introduction", "annex", "glossary"})
_NOTE_SIGNS = ("*", "†")
_FEWEST_WORDS_OF_A_NOTE = 4
_MOST_NOTES = 3  # more lines that begin with the sign are a list
_NUMBER = re.compile(r"\d{1,3}")


def flagged(
    places: list[Rating], passages: list[Passage], document: Document, framework: Framework
) -> tuple[list[Rating], frozenset[str]]:
    """``places`` with ``discretion`` where it is marked there, and the ids of all standards rated so.

    An asterisk counts unless the notes to the tables say that it means something else.
    """
    told = _told(passages, framework)
    notes = [p for p in passages if p.part in _TABLES and _is_note(p, framework)]
    says_so = any(patterns.DISCRETION.search(p.text) for p in notes)
    means_it = says_so or not 0 < len(notes) <= _MOST_NOTES
    footnotes = _footnotes(document)
    settled = []
    for place in places:
        marked = (place.discretion and means_it) or _footnoted(place, document, footnotes)
        settled.append(replace(place, discretion=marked))
    marked_ids = {p.standard_id for p in settled if p.discretion and p.standard_id}
    return settled, frozenset(told | marked_ids)


def _is_note(passage: Passage, framework: Framework) -> bool:
    signed = (passage.marker or "") in _NOTE_SIGNS or passage.text.startswith(_NOTE_SIGNS)
    long_enough = len(passage.text.split()) >= _FEWEST_WORDS_OF_A_NOTE
    return signed and long_enough and not patterns.value_at_end(framework.ratings).search(passage.text)


def _told(passages: list[Passage], framework: Framework) -> set[str]:
    """Standards for which a sentence says that discretion was exercised: by number, by name, or by its place."""
    found: set[str] = set()
    for passage in passages:
        if "discretion" not in passage.text.lower():
            continue
        for start, end in passage.sentences():
            sentence = passage.text[start:end]
            match = patterns.DISCRETION.search(sentence)
            if match and not patterns.NOT_EXERCISED.search(sentence[: match.start()]):
                found |= _standards_in(sentence, passage, framework)
    return found


def _standards_in(sentence: str, passage: Passage, framework: Framework) -> set[str]:
    ids = {m["number"] for m in patterns.STANDARD_MENTION.finditer(sentence)}
    known = {s.id for _, s in framework.standards()} & ids
    if known:
        return known
    if passage.standard_id and passage.part == "domain":
        return {passage.standard_id}
    if passage.part in _ABOUT_RATINGS:
        return set()
    return _by_name(sentence.lower(), framework)


def _by_name(sentence: str, framework: Framework) -> set[str]:
    """Standards that ``sentence`` names together with their domain, or by a name that only one bears."""
    named = [(d, s) for d, s in framework.standards() if any(_has(sentence, name) for name in s.names)]
    domains = {d.id for d in framework.domains if any(_has(sentence, name) for name in d.names)}
    if any(d.id in domains for d, _ in named):
        named = [(d, s) for d, s in named if d.id in domains]
    return {s.id for _, s in named if sum(1 for _, other in named if other.name == s.name) == 1}


def _has(sentence: str, name: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(name.lower())}\b", sentence) is not None


def _footnotes(document: Document) -> dict[str, str]:
    """The text of each footnote by its number."""
    notes: dict[str, str] = {}
    number = ""
    for hidden in document.hidden:
        if hidden.reason != "footnote":
            continue
        text = plain(fold(document.text[hidden.start : hidden.end]))
        first = _NUMBER.match(text.lstrip("[<sup>"))
        number = first.group() if first else number
        notes[number] = f"{notes.get(number, '')} {text}".strip()
    return notes


def _footnoted(place: Rating, document: Document, notes: dict[str, str]) -> bool:
    """Whether a mark at the rating calls a footnote that says so."""
    for hidden in document.hidden:
        if hidden.reason == "footnote_mark" and place.end <= hidden.start <= place.end + 2:
            number = _NUMBER.search(document.text[hidden.start : hidden.end])
            text = notes.get(number.group(), "") if number else ""
            match = patterns.DISCRETION.search(text)
            return bool(match) and not patterns.NOT_EXERCISED.search(text[: match.start()] if match else "")
    return False
