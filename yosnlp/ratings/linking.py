"""Ties findings to what the report rates: the standard, and the figure of the question on the same matter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import yaml

from yosnlp import resources
from yosnlp.frameworks import Domain, Framework, Standard
from yosnlp.records import Finding, KeyQuestion, Link, Scores
from yosnlp.text import plain

_VICTIMS = "victims"  # asked by a prompt under several questions, not by a question of its own


def link(findings: Sequence[Finding], framework: Framework, scores: Scores) -> tuple[Link, ...]:
    """The links of each finding, in the order of the findings.

    To the standard: by the section that the finding stands in; else, for lists that cover a whole
    domain or report, by the terms of one standard alone ("where that is clear"). To a key question or
    prompt: where the finding names the matter that its standard's question asks about.
    """
    links: list[Link] = []
    for finding in findings:
        standard = framework.standard(finding.standard_id)
        if standard is not None:
            links.append(Link(finding_id=finding.id, target="standard", target_id=standard.id, origin="section"))
        elif clear := _by_terms(finding, framework):
            standard = clear
            links.append(Link(finding_id=finding.id, target="standard", target_id=standard.id, origin="terms"))
        if standard is not None:
            links.extend(_to_questions(finding, standard, scores.key_questions))
    return tuple(links)


def _by_terms(finding: Finding, framework: Framework) -> Standard | None:
    """The standard whose terms ``finding`` uses more of than of any other; None where two are level."""
    domains: Iterable[Domain] = [d for d in framework.domains if finding.domain in (None, d.id)]
    said = plain(finding.text)
    counts = [(len(_terms(s.concerns).findall(said)), s) for d in domains for s in d.standards if s.concerns]
    most = max((n for n, _ in counts), default=0)
    first = [s for n, s in counts if n == most]
    return first[0] if most and len(first) == 1 else None


@cache
def _terms(words: tuple[str, ...]) -> re.Pattern[str]:
    """Whole words; abbreviations in capitals as printed, all others in any case."""
    each = [re.escape(w) if _abbreviation(w) else f"(?i:{re.escape(w)})" for w in sorted(words, key=len, reverse=True)]
    return re.compile(rf"(?<!\w)(?:{'|'.join(each)})(?!\w)") if each else re.compile(r"(?!)")


def _abbreviation(word: str) -> bool:
    return sum(c.isupper() for c in word) > 1


@cache
def _matters() -> dict[str, re.Pattern[str]]:
    data = yaml.safe_load(resources.corpus("matters.yaml").read_text(encoding="utf-8"))
    return {matter: _terms(tuple(words)) for matter, words in data.items()}


def _to_questions(finding: Finding, standard: Standard, questions: Sequence[KeyQuestion]) -> Iterator[Link]:
    said = plain(finding.text)
    named = {matter for matter, terms in _matters().items() if terms.search(said)}
    for question in questions:
        if question.standard_id != standard.id:
            continue
        if question.level == "key_question" and question.matter in named:
            yield Link(
                finding_id=finding.id, target="key_question", target_id=question.question_id, origin="key_question"
            )
        if question.level == "prompt" and _VICTIMS in named and _matters()[_VICTIMS].search(plain(question.question)):
            yield Link(finding_id=finding.id, target="prompt", target_id=question.question_id, origin="prompt")
