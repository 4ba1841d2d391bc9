"""A Short Quality Screening and a Full Joint Inspection of invented services, made of the parts that a test names."""

from __future__ import annotations

from collections.abc import Mapping

from yosnlp.frameworks import frameworks

PROSE = (
    "Case managers walked over the moor to see each child, and wrote down what they had seen when they came home again."
)
_LETTER = """HM Inspectorate of Probation

To: Ms Ada Quill, Chair of Tarnworth Youth Offending Service Management Board

Copy to: See copy list at end

From: Ines Vale, Assistant Chief Inspector (Youth Justice)

Publication date: 12th March 2014

Report of Short Quality Screening (SQS) of youth offending work in Tarnworth

The inspection was conducted from 3rd-5th February 2014 as part of our programme of inspection of youth offending work.

Context

{context}

Summary

Overall, we found a youth offending service that was kind.

Commentary on the inspection in Tarnworth:

{themes}

{lists}

We strongly recommend that you focus your post-inspection improvement work on those particular aspects of practice.

We are grateful for the tea that we were given by the YOT. Please pass on our thanks to all who made it for us.

Yours sincerely,

Ines Vale

Note 1: The inspectorate stands by itself and is good at that.
"""
_LISTS = """Key strengths

• Children were met every week.
• Reports for court were good.

Areas requiring improvement

• Plans should be reviewed when a child moves."""
_REPORT = """Inspection of Youth Offending Work

Full Joint Inspection of Youth Offending Work in Brackmere

HM Inspectorate of Probation

June 2015

Foreword

This full joint inspection of youth offending work was of the Youth Offending Service (YOS) of Brackmere, which does
not exist. The YOS was inspected in the rain.

Summary of findings

{summary}

Recommendations

The Chair of the Management Board should ensure that:

1. the board has a roof

{themes}

Appendix 1: Background to the inspection

Reducing reoffending

The inspectors looked at this theme in each of the cases that they had with them on the moor that week.
"""
#: The themes of a letter in the words that most letters use, by number.
THEMES = {s.id: s.name for _, s in frameworks()["short_quality_screening"].standards()}
JOINT = {s.id: s.name for _, s in frameworks()["full_joint_inspection"].standards() if s.id != "7"}


def letter(
    themes: Mapping[str, str] | None = None,
    *,
    names: Mapping[str, str] = THEMES,
    lists: str = _LISTS,
    context: str = "We looked at 20 cases that had begun in the weeks before.",
) -> str:
    """A letter; ``themes``: the text under a theme, by its number, in place of the usual one."""
    parts = []
    for number, name in names.items():
        heading = name if number == "5" else f"{number}. {name}"
        parts += [heading, (themes or {}).get(number, f"{number}.1. {PROSE}")]
    return _LETTER.format(themes="\n\n".join(parts), lists=lists, context=context)


def joint_report(
    summary: Mapping[str, str] | None = None,
    themes: Mapping[str, str] | None = None,
    *,
    names: Mapping[str, str] = JOINT,
) -> str:
    """A joint report; ``summary`` and ``themes``: the text under a theme there and in the body, by its number."""
    told = [part for n, name in names.items() for part in (name, (summary or {}).get(n, PROSE))]
    body = []
    for number, name in names.items():
        body += [
            f"Theme {number}: {name}",
            "What we expect to see",
            "Every child should be met each week by someone who knows the way over the moor.",
            "Key findings",
            f"1. {name} was done in good weather.",
            "Explanation of findings",
            (themes or {}).get(number, f"{number}.1. {PROSE}"),
        ]
    return _REPORT.format(summary="\n\n".join(told), themes="\n\n".join(body))
