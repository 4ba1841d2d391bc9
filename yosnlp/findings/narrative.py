"""The prose of domains and standards as sentences, with examples of single cases told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import yaml

from yosnlp import language, resources
from yosnlp.findings import patterns
from yosnlp.findings.drafts import Draft, Outline
from yosnlp.frameworks import Framework
from yosnlp.records import Block, Document, FindingKind, Report, SectionKind, Span
from yosnlp.text import View, letters, plain, view

_BODY: frozenset[SectionKind] = frozenset({"domain", "standard", "key_question", "commentary", "summary", "chapter"})
_AROUND_IT: frozenset[SectionKind] = frozenset({"domain", "chapter"})
_TERMINAL = re.compile(r"[.!…][\"'’”)\]]*$")
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|been|can|could|did|does|do|will|would|should|may|need\w*)\b", re.I
)
_FEWEST_WORDS = 3
_FEWEST_WORDS_WITHOUT_STOP = 10
_FEWEST_WORDS_OF_EXAMPLE = 15


def narrative(report: Report, framework: Framework, outline: Outline) -> Iterator[Draft]:
    """A draft for each sentence of the body that may be a finding, and for each of a practice example.

    Left out are standing text, questions, tables and what is no sentence.
    """
    standing = _standing(framework)
    expecting = False  # the block before ended by announcing an example or a quotation
    quoting = False  # the block before opened a quotation and did not close it
    for block in report.document.blocks:
        index = outline.innermost(block)
        above = outline.above(index)
        kind = above[0].kind
        if kind == "practice_examples":
            yield from _example(report.document, block, index)
            continue
        if above[-1].kind not in _AROUND_IT or kind not in _BODY or block.kind in ("heading", "table"):
            expecting = quoting = False
            continue
        shown = view(report.document, block.start, block.end)
        whole = block.kind == "quotation" or (expecting and block.kind == "paragraph")
        quoted, closed = _quoted(shown.text, 0, goes_on=quoting)
        until = len(shown.text) if whole else quoted  # up to where the text speaks of a single case
        quoting = not closed and not quoting  # a quotation of further paragraphs opens each of them anew
        expecting = False
        for start, end in _sentences(shown.text):
            sentence = shown.text[start:end]
            introduces = bool(patterns.CASE_INTRODUCTION.search(sentence))
            if introduces:
                until = max(until, _quoted(shown.text, end + 1)[0] or len(shown.text))
            until = max(until, _closing(shown.text, start, end))
            expecting = introduces and end == len(shown.text) and sentence.endswith(":")
            single = introduces or start < until
            if _is_finding(sentence, standing) or (single and len(sentence.split()) >= _FEWEST_WORDS):
                yield Draft(shown.span(start, end), index, _kind(sentence, single=single))


def _quoted(text: str, start: int, *, goes_on: bool = False) -> tuple[int, bool]:
    """Where the quotation ends that opens at ``start``, or ``goes_on`` from before, and whether it is closed.

    0 if there is none: a word or two in quotation marks are a name or a rating, not what someone said.
    """
    opens = patterns.OPENING_QUOTE.match(text, start) and not patterns.NAME_IN_QUOTES.match(text, start)
    if not opens and not goes_on:
        return 0, True
    closing = patterns.CLOSING_QUOTE.search(text, start + 1)
    return (closing.end(), True) if closing else (len(text), False)


def _closing(text: str, start: int, end: int) -> int:
    """Where the quotation closes that a sentence of ``text`` opens and does not close; 0 if it opens none."""
    opens = text.rfind("“", start, end) > text.rfind("”", start, end)
    return text.find("”", end) + 1 if opens else 0


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of ``text``; one that introduces an example ends at its colon."""
    for start, end in language.sentences(text):
        colon = text.find(": ", start, end)
        if colon >= 0 and patterns.CASE_INTRODUCTION.search(text[start : colon + 1]):
            yield start, colon + 1
            start = colon + 2
        yield start, end


def _kind(sentence: str, *, single: bool) -> FindingKind:
    return "practice_example" if single or patterns.SINGLE_CASE.search(sentence) else "narrative"


def _is_finding(sentence: str, standing: tuple[str, ...]) -> bool:
    words = sentence.split()
    if len(words) < _FEWEST_WORDS or sentence.rstrip("\"'’”)").endswith(("?", ":")):
        return False
    if not _TERMINAL.search(sentence) and (
        len(words) < _FEWEST_WORDS_WITHOUT_STOP or not _VERB.search(sentence) or patterns.ASKS.match(sentence)
    ):
        return False
    said = letters(sentence)
    return not any(phrase in said for phrase in standing)


@cache
def _set_phrases() -> tuple[str, ...]:
    data = yaml.safe_load(resources.corpus("boilerplate.yaml").read_text(encoding="utf-8"))
    return tuple(letters(phrase) for phrase in data["set_phrases"])


def _standing(framework: Framework) -> tuple[str, ...]:
    """Set phrases and the descriptions of the standards, folded to letters."""
    described = (letters(words) for _, standard in framework.standards() for words in standard.describes)
    return (*_set_phrases(), *described)


def _example(document: Document, block: Block, index: int) -> Iterator[Draft]:
    """An example set apart under its own heading; of a table row, the longest cell."""
    start, end = _longest_cell(document, block) if block.kind == "table" else (block.start, block.end)
    shown = view(document, start, end)
    if block.kind == "heading" or len(shown.text.split()) < _FEWEST_WORDS_OF_EXAMPLE:
        return
    for first, last in language.sentences(plain(shown.text)):
        if len(shown.text[first:last].split()) >= _FEWEST_WORDS:
            yield Draft(_span(shown, first, last), index, "practice_example")


def _longest_cell(document: Document, block: Block) -> tuple[int, int]:
    row = document.text[block.start : block.end]
    cells = [(block.start + m.start(), block.start + m.end()) for m in re.finditer(r"[^|\t]+", row)]
    return max(cells, key=lambda cell: cell[1] - cell[0], default=(block.start, block.end))


def _span(shown: View, start: int, end: int) -> Span:
    return shown.span(*shown.trimmed(start, end))
