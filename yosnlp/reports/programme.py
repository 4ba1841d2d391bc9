"""Which inspection programme a document is of, and whether it is an inspection report at all."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from yosnlp.errors import NotAReport
from yosnlp.frameworks import OTHER, Framework, Standard
from yosnlp.records import Document, ReportKind
from yosnlp.reports.headings import of_framework
from yosnlp.reports.other_kinds import PROBATION, YOUTH, Other, other_kind
from yosnlp.text import letters, plain, view

_INSPECTED = re.compile(r"inspect", re.I)
_FEWEST_MENTIONS = 3  # of youth offending or justice
_FIT_OF_AN_ALIAS = 0.9  # 1 is that of the name itself
_ONE_SERVICE = "Give a report of one youth offending or youth justice service."
_ONE_SERVICE_WHOLE = "Give a report of one youth offending or youth justice service, whole and as text."
_ALLOW = "To tag it all the same, without service and ratings: --allow-other."
_FEWEST_STANDARDS = 0.2  # share of the programme's standards that must be seen as headings


@dataclass(frozen=True, slots=True)
class Recognised:
    """The framework that a document is of, the kind of report, and what that is in words (empty: an inspection)."""

    framework: Framework
    kind: ReportKind = "inspection"
    what: str = ""


def recognised(document: Document, frameworks: Mapping[str, Framework], *, allow_other: bool = False) -> Recognised:
    """What ``document`` is: an inspection of a programme, or, if ``allow_other``, a report of another kind.

    Raises NotAReport for what is neither, and for a report of another kind that is not allowed; says what it is.
    """
    text = plain(view(document, 0, len(document.text)).text)
    other = other_kind(document, text)
    if other is None:
        best, reason = _best(document, text, frameworks)
        if best is not None:
            return Recognised(best)
        if not (YOUTH.search(text) or PROBATION.search(text)):
            raise NotAReport(document.source, reason, _ONE_SERVICE_WHOLE)
        other = Other("other", reason)
    if allow_other:
        return Recognised(frameworks[OTHER], other.kind, other.what)
    mend = _ONE_SERVICE_WHOLE if other.kind == "other" else _ONE_SERVICE
    raise NotAReport(document.source, other.what, f"{mend} {_ALLOW}")


def programme(document: Document, frameworks: Mapping[str, Framework]) -> Framework:
    """The framework that ``document``, an inspection of one service, is of. Raises NotAReport."""
    return recognised(document, frameworks).framework


def _best(document: Document, text: str, frameworks: Mapping[str, Framework]) -> tuple[Framework | None, str]:
    """The framework that fits best, by the standards that are headed, then by telling words; why none does."""
    lowered = text.lower()
    programmes = [framework for framework in frameworks.values() if not framework.apart]
    headings = [_labelled(document, i) for i in range(len(document.blocks))]
    headed = {framework.id: _headed(headings, framework) for framework in programmes}
    of_any = len(set().union(*headed.values()))
    best, best_fit, most_seen = None, (0.0, 0.0), 0.0
    for framework in programmes:
        named = headed[framework.id]
        seen = len({standard.id for standard in named.values()}) / sum(1 for _ in framework.standards())
        fit = sum(_fit(headings[i], standard) for i, standard in named.items()) / max(of_any, 1)
        telling = sum(cue.weight for cue in framework.recognise if cue.words in lowered)
        score = (fit + telling / sum(cue.weight for cue in framework.recognise), seen)
        if seen >= _FEWEST_STANDARDS and score > best_fit:
            best, best_fit = framework, score
        most_seen = max(most_seen, seen)
    mentions = len(YOUTH.findall(text))
    if best is not None and mentions >= _FEWEST_MENTIONS and _INSPECTED.search(lowered):
        return best, ""
    return None, (
        "not an inspection report of a known programme "
        f"({most_seen:.0%} of the standards of the nearest one found, youth justice named {mentions} times)"
    )


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
