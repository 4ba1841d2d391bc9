"""Entries of the contents page that have no heading in the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from yosnlp.certificate.material import Material
from yosnlp.records import Document, Remark, Tally
from yosnlp.text import PARTS_WORDS, letters

_LINE = re.compile(r"[^\r\n\f]+")
_TAG = re.compile(r"</?[a-zA-Z][^<>\r\n\f]{0,300}>")
_PAGE = re.compile(r"(?<![\s.…·_|])[\s.…·_|]*(?P<page>\d{1,3})[\s|*_]*$")
_HEADINGS_OF_IT = frozenset({"contents", "tableofcontents", "onthispage", "page"})
_NUMBER = re.compile(r"^(?P<id>\d(?:\.\d)?|V\d)\.?\s+")
_AROUND = " \t*_|.…•-–"  # signs of lists and leaders around the words of an entry
_LONGEST = 160  # characters of an entry
_BEFORE_IT = ("front", "contents")  # where the list stands
_FEWEST = 3  # entries
_FEWEST_LETTERS_OF_A_BROKEN_HEADING = 12


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the contents page: its words, its page as printed, and where it stands."""

    words: str
    start: int
    end: int
    page: int | None = None


def contents(of: Material, held: Tally) -> list[Remark]:
    """A remark for each entry of the contents page that no heading bears and no section tells of.

    ``held``: domains by number and standards by id, as `sections.sections` has them, so that a heading that was lost
    alone is not told as a loss of its section.
    """
    entries = list(_printed(of.report.document)) or _of_web_page(of)
    if len(entries) < _FEWEST:
        return []
    start, end = entries[0].start, max(entry.end for entry in entries)
    around = [
        (block.start, letters(text[:_LONGEST]), letters(seen.text[:_LONGEST]))
        for block, text, seen in zip(of.report.document.blocks, of.labelled, of.views, strict=True)
        if not _in_table(of, block.start)
    ]
    heads = [head for head in around if head[0] >= end] + [head for head in around if head[0] < start]
    return list(_missing(of, entries, [(labelled, seen) for _, labelled, seen in heads], held))


def _in_table(of: Material, offset: int) -> bool:
    """Whether a row of a part that names the domains and standards without being them stands at ``offset``."""
    index = of.section_at(offset)
    part = of.outermost(index) if index is not None else None
    return part is not None and part.kind in ("ratings", "results") and part.start != offset


def _missing(of: Material, entries: list[Entry], heads: list[tuple[str, str]], held: Tally) -> Iterator[Remark]:
    """Entries are looked for in their order, then anywhere among the heads that no other entry has."""
    at = 0
    taken: set[int] = set()
    for entry in entries:
        number = _NUMBER.match(entry.words)
        whole, bare = letters(entry.words), letters(entry.words[number.end() :] if number else entry.words)
        fits = [i for i, head in enumerate(heads) if i not in taken and _fits(whole, bare, *head)]
        found = next((i for i in fits if i >= at), next(iter(fits), None))
        if found is not None:
            taken.add(found)
            at = max(at, found)
        elif not (number and number["id"] in held.found) and not _told_otherwise(of, whole, entries):
            page = f" (page {entry.page})" if entry.page else ""
            says = f"The contents page names “{entry.words}”{page}, which is not in the text."
            yield of.remark("contents_entry_missing", says, entry.start)


def _fits(whole: str, bare: str, labelled: str, seen: str) -> bool:
    """Whether a heading, with its number and without, is that of an entry; it may be broken off."""
    broken = len(labelled) >= _FEWEST_LETTERS_OF_A_BROKEN_HEADING and whole.startswith(labelled)
    return labelled.startswith(whole) or seen.startswith(whole) or seen == bare or broken


def _told_otherwise(of: Material, entry: str, entries: list[Entry]) -> bool:
    """Whether the sections of a kind that an entry names are as many as the entries that name it."""
    for kind, count in Counter(section.kind for section in of.report.sections).items():
        name = letters(kind)
        if name in entry and count >= sum(name in letters(other.words) for other in entries):
            return True
    return False


def _printed(document: Document) -> Iterator[Entry]:
    """The entries of a printed contents page, told by reading: each ends with the number of its page."""
    words, start = "", None
    for hidden in document.hidden:
        if hidden.reason != "contents":
            continue
        for line in _LINE.finditer(document.text, hidden.start, hidden.end):
            text = _TAG.sub("", line.group())
            match = _PAGE.search(text)
            name = PARTS_WORDS.sub(" ", text[: match.start()] if match else text).strip(_AROUND)
            start = line.start() if start is None else start
            words = f"{words} {name}".strip()
            if match or not words:
                if words and letters(words) not in _HEADINGS_OF_IT:
                    yield Entry(words, start, line.end(), int(match["page"]) if match else None)
                words, start = "", None
        if letters(words) in _HEADINGS_OF_IT or len(words) > _LONGEST:
            words, start = "", None


def _of_web_page(of: Material) -> list[Entry]:
    """The entries of a list of contents that stands before the first part, as web pages have it.

    Where most of them end with a number, it is that of their page.
    """
    entries: list[Entry] = []
    listing = False
    for block, seen in zip(of.report.document.blocks, of.views, strict=True):
        index = of.section_at(block.start)
        kind = of.report.sections[index].kind if index is not None else "front"
        if letters(seen.text) in _HEADINGS_OF_IT:
            listing = True
        elif listing and kind in _BEFORE_IT and block.kind in ("item", "table") and len(seen.text) < _LONGEST:
            entries.append(Entry(seen.text, block.start, block.end))
        elif listing:
            break
    numbered = [_PAGE.search(entry.words) for entry in entries]
    if sum(match is not None for match in numbered) <= len(entries) / 2:
        return entries
    return [
        replace(entry, words=entry.words[: match.start()], page=int(match["page"])) if match else entry
        for entry, match in zip(entries, numbered, strict=True)
    ]
