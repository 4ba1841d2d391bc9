"""Which inspection programme a document is of, and whether it is an inspection report at all."""

from __future__ import annotations

import re
from collections.abc import Mapping

from yosnlp.errors import NotAReport
from yosnlp.frameworks import Framework, Standard
from yosnlp.records import Document
from yosnlp.reports.headings import of_framework
from yosnlp.text import letters, plain, view

_YOUTH = re.compile(r"(?i:youth (?:offending|justice))|\bY(?:OS|OT|JS)s?\b")
_INSPECTED = re.compile(r"inspect", re.I)
_ADULT = re.compile(
    r"\bPDUs?\b|probation delivery unit|\bCRCs?\b|community rehabilitation compan"
    r"|national probation service|probation practitioner",
    re.I,
)
_THEMATIC = re.compile(r"thematic (?:inspection|review|report)", re.I)
_TITLE = 1500  # characters in which a report says what it is
_FEWEST_MENTIONS = 3  # of youth offending or justice
_FIT_OF_AN_ALIAS = 0.9  # 1 is that of the name itself
_FEWEST_STANDARDS = 0.2  # share of the programme's standards that must be seen as headings


def programme(document: Document, frameworks: Mapping[str, Framework]) -> Framework:
    """The framework that ``document`` fits best: by the standards that it heads, then by telling words.

    Raises NotAReport where none fits: too few standards, or no youth justice in it.
    """
    text = plain(view(document, 0, len(document.text)).text)
    lowered = text.lower()
    _refuse_others(document.source, text)
    headings = [_labelled(document, i) for i in range(len(document.blocks))]
    headed = {framework.id: _headed(headings, framework) for framework in frameworks.values()}
    of_any = len(set().union(*headed.values()))
    best, best_fit, most_seen = None, (0.0, 0.0), 0.0
    for framework in frameworks.values():
        named = headed[framework.id]
        seen = len({standard.id for standard in named.values()}) / sum(1 for _ in framework.standards())
        fit = sum(_fit(headings[i], standard) for i, standard in named.items()) / max(of_any, 1)
        telling = sum(cue.weight for cue in framework.recognise if cue.words in lowered)
        score = (fit + telling / sum(cue.weight for cue in framework.recognise), seen)
        if seen >= _FEWEST_STANDARDS and score > best_fit:
            best, best_fit = framework, score
        most_seen = max(most_seen, seen)
    mentions = len(_YOUTH.findall(document.text))
    if best is None or mentions < _FEWEST_MENTIONS or not _INSPECTED.search(lowered):
        raise NotAReport(
            document.source,
            "not an inspection report of a known programme "
            f"({most_seen:.0%} of the standards of the nearest one found, youth justice named {mentions} times)",
            "Give a report of one youth offending or youth justice service, whole and as text.",
        )
    return best


def _refuse_others(source: str, text: str) -> None:
    """Raise NotAReport for the inspectorate's other reports, which share headings with those on one service."""
    youth, adult = len(_YOUTH.findall(text)), len(_ADULT.findall(text))
    if adult > youth:
        what = f"a report on adult probation (named {adult} times, youth justice {youth})"
    elif _THEMATIC.search(text[:_TITLE]):
        what = "a thematic report, which is not on one service"
    else:
        return
    raise NotAReport(source, what, "Give a report of one youth offending or youth justice service.")


def _labelled(document: Document, index: int) -> str:
    block = document.blocks[index]
    text = view(document, block.start, min(block.end, block.start + 400)).text
    return f"{block.marker} {text}" if block.marker else text


def _headed(headings: list[str], framework: Framework) -> dict[int, Standard]:
    """The headings, by index, that are those of standards of ``framework``, by number and name."""
    found = ((i, of_framework(text, framework)) for i, text in enumerate(headings))
    return {i: h.standard for i, h in found if h and h.standard and not h.named_only}


def _fit(text: str, standard: Standard) -> float:
    """How well a heading fits the standard that it is taken for: less by another name than by its own."""
    return 1.0 if letters(standard.name) in letters(text) else _FIT_OF_AN_ALIAS
