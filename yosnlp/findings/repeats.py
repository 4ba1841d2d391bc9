"""The same finding said again: overall, in the domain's summary, in the prose, often reworded."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz, process
from rapidfuzz.utils import default_process

from yosnlp.records import Finding, Polarity

# Similarity, 0..100, from which two findings say the same. A list repeats a list, so its items may be
# reworded more than prose, which elaborates; set on the bundled samples, whose repeats are marked.
_SAME_LISTED = 68
_SAME_PROSE = 86
_NEVER_REPEATS = ("recommendation", "practice_example")
_STOP = re.compile(
    r"\b(?:the|a|an|of|and|to|in|for|was|were|is|are|been|be|by|with|that|which|their|there|had|has|have)\b"
)


def mark(findings: Sequence[Finding]) -> list[Finding]:
    """``findings`` in order, each that says again what one before it said pointing to the first.

    Only within a domain, or after the key findings of all domains together, and only where a heading does not set the
    two apart; recommendations ask for what findings say, and stand by themselves. A key finding that a list says
    again takes its polarity from the heading of that list.
    """
    marked: list[Finding] = []
    first: dict[str | None, list[tuple[str, int]]] = {}
    for finding in findings:
        said = _said(finding.text)
        earlier = first.setdefault(finding.domain, [])
        overall = first.get(None, []) if finding.domain else []  # key findings of all domains together
        alike = [(words, i) for words, i in (*overall, *earlier) if _may_repeat(finding, marked[i])]
        original = _original(finding, said, [(words, marked[i]) for words, i in alike])
        if original is None:
            if finding.kind not in _NEVER_REPEATS:
                earlier.append((said, len(marked)))
            marked.append(finding)
            continue
        index = alike[original][1]
        marked.append(replace(finding, repeat_of=marked[index].id))
        if finding.polarity_origin == "heading" and marked[index].kind == "key_finding":
            _set_right(marked, index, finding.polarity)
    return marked


def _set_right(marked: list[Finding], index: int, polarity: Polarity) -> None:
    """Give the key finding at ``index``, and what said it again as a model judged, the polarity of a heading."""
    key = marked[index].id
    for i, finding in enumerate(marked):
        if finding.id == key or (finding.repeat_of == key and finding.polarity_origin == "model"):
            marked[i] = replace(finding, polarity=polarity, polarity_origin="heading", polarity_confidence=None)


def _may_repeat(finding: Finding, earlier: Finding) -> bool:
    """Lists need agree in polarity only where headings state both; prose must agree as judged."""
    if finding.kind in _NEVER_REPEATS or (finding.kind == earlier.kind and finding.kind != "narrative"):
        return False  # one list does not say the same thing twice
    if finding.polarity == earlier.polarity:
        return True
    return "narrative" not in (finding.kind, earlier.kind) and earlier.polarity_origin == "model"


def _said(text: str) -> str:
    return _STOP.sub(" ", default_process(text))


def _original(finding: Finding, said: str, earlier: Sequence[tuple[str, Finding]]) -> int | None:
    """Index of the earlier finding that is most like ``finding``, if it is like enough."""
    if not earlier:
        return None
    scores = process.cdist([said], [words for words, _ in earlier], scorer=fuzz.token_sort_ratio)[0]
    best = int(scores.argmax())
    prose = "narrative" in (finding.kind, earlier[best][1].kind)
    return best if scores[best] >= (_SAME_PROSE if prose else _SAME_LISTED) else None
