"""Reports about invented services, made of the parts that a test cares about, and judges that need no model."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from yosnlp import findings
from yosnlp.frameworks import frameworks
from yosnlp.reading import read
from yosnlp.records import Finding, Judgement, Polarity, Report
from yosnlp.reports import understand

_NAMES = {standard.id: standard.name for _, standard in frameworks()["2018"].standards()}
_DOMAINS = {"1": "Organisational delivery", "2": "Court disposals", "3": "Out-of-court disposals"}
_FRONT = """An inspection of youth offending services in Pellbrook

HM Inspectorate of Probation

Foreword

This report tells of Pellbrook Youth Offending Service (YOS), which does not exist, and of the week that nobody spent
there. The YOS has no rooms. A youth offending service without rooms is rare in youth justice, and so a youth offending
team was not met. The YOS was kind about it.

Overall findings

{overall}

Recommendations

{recommendations}

"""
_FILLER = "Rain fell on the roof all week, and those who had come to look at the roof looked at the rain and went home."
_PRAISE = re.compile(r"\b(?:good|well|warm|strong|prompt(?:ly)?|always|skilled)\b", re.I)
_BLAME = re.compile(r"\b(?:not|poor(?:ly)?|weak|late|too|seldom|missing|no)\b", re.I)


class WordJudge:
    """Praise and blame by a few words. As much of both is mixed, none of either neutral."""

    def __call__(self, texts: Sequence[str]) -> list[Judgement]:
        return [self._judged(text) for text in texts]

    def _judged(self, text: str) -> Judgement:
        good, bad = len(_PRAISE.findall(text)), len(_BLAME.findall(text))
        polarity: Polarity = "neutral"
        if good or bad:
            polarity = "mixed" if good == bad else "strength" if good > bad else "area_for_improvement"
        both = 1.0 if good and bad else -8.0
        return Judgement(polarity=polarity, probability=0.9, leaning=float(good - bad), both=both)


def report_text(
    sections: Mapping[str, str] | None = None,
    *,
    overall: str = "It was a quiet place.",
    recommendations: str = "The YOS should buy an umbrella.",
    summaries: Mapping[str, str] | None = None,
) -> str:
    """A report of the 2018 programme: prose by standard, a summary by the number of its domain."""
    parts = [_FRONT.format(overall=overall, recommendations=recommendations)]
    for number, name in _NAMES.items():
        domain, place = number.split(".")
        if place == "1":
            parts.append(f"{domain}. {_DOMAINS[domain]}\n\nWhat inspectors saw of it is set out below.\n")
        parts.append(f"{number}. {name} Good\n\n{(sections or {}).get(number, _FILLER)}\n")
        if place == "4" and domain in (summaries or {}):
            parts.append(f"Summary\n\n{(summaries or {})[domain]}\n")
    return "\n".join(parts)


def understood(text: str, folder: Path, suffix: str = ".txt") -> Report:
    """The report that ``text`` is, read from a file as the pipeline does."""
    path = folder / f"pellbrook{suffix}"
    path.write_text(text, encoding="utf-8")
    return understand(read(path))


def found(text: str, folder: Path, suffix: str = ".txt") -> tuple[Finding, ...]:
    """The findings of the report that ``text`` is, judged by a few words."""
    report = understood(text, folder, suffix)
    return findings.extract(report, frameworks()[report.programme], WordJudge())


def in_standard(found: Sequence[Finding], number: str) -> list[Finding]:
    """The findings in the section of one standard."""
    return [finding for finding in found if finding.standard_id == number]
