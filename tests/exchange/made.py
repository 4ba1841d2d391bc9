"""A tagged report made by hand, about a service that does not exist: what the outputs are tested on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from yosnlp.records import (
    Document,
    Evidence,
    Finding,
    Hidden,
    KeyQuestion,
    Link,
    Page,
    Period,
    Provenance,
    Quantity,
    Rating,
    Reconciliation,
    Report,
    Results,
    Scores,
    Section,
    TaggedReport,
    ThemeScore,
    Unread,
)

THEMES = ("ete", "victims", "oocd_decision_making")
LABELS = (
    ("ete", "Education, training and employment"),
    ("victims", "Victims"),
    ("oocd_decision_making", "Out-of-court decisions"),
)

TEXT = """An inspection of youth offending services in Marrowdale
Overall: Good
2. Court disposals
2.1 Assessment: Requires improvement*
Does assessment keep the child safe? 64%
Does assessment keep others safe? 5 of 8
Strengths
- Victims’ wishes were weighed in two-thirds of cases, and tutors visited.
\f=Marrowdale was slow to put plans for school in place.
Kit, aged 15, wrote to the person he had harmed.
"""


def span(words: str) -> tuple[int, int]:
    """Where ``words`` stand in `TEXT`."""
    start = TEXT.index(words)
    return start, start + len(words)


def finding(finding_id: str, words: str, **fields: object) -> Finding:
    start, end = span(words)
    given = {"kind": "strength", "polarity": "strength", "polarity_origin": "heading", "section": 1, **fields}
    return Finding(id=finding_id, report_id="marrowdale", text=words, start=start, end=end, **given)  # type: ignore[arg-type]


def score(theme: str, probability: float, *words: str, assigned: bool = True) -> ThemeScore:
    evidence = tuple(Evidence(theme=theme, text=w, start=span(w)[0], end=span(w)[1]) for w in words)
    return ThemeScore(theme=theme, probability=probability, assigned=assigned, evidence=evidence)


def rating(level: str, words: str, **fields: object) -> Rating:
    start, end = span(words)
    given = {"level": level, "standard_id": None, "standard": None, **fields}
    return Rating(start=start, end=end, **given)  # type: ignore[arg-type]


def question(number: str, words: str, **fields: object) -> KeyQuestion:
    start, end = span(words)
    given = {"level": "key_question", "standard_id": "2.1", "question_id": number, "question": words, **fields}
    return KeyQuestion(start=start, end=end, **given)  # type: ignore[arg-type]


def document() -> Document:
    cut = TEXT.index("\f") + 1
    return Document(
        text=TEXT,
        source="in/marrowdale.txt",
        format="text",
        encoding="utf-8",
        sha256="ab" * 32,
        hidden=(Hidden(start=0, end=3, reason="page_header"), Hidden(start=9, end=11, reason="page_header")),
        pages=(Page(number=1, start=0, end=cut), Page(number=2, start=cut, end=len(TEXT))),
    )


def report() -> Report:
    start = TEXT.index("2. Court")
    return Report(
        id="marrowdale",
        document=document(),
        programme="2018",
        service="Marrowdale",
        published=Period(first=date(2019, 5, 1), last=date(2019, 5, 31)),
        sections=(
            Section(kind="domain", heading="2. Court disposals", start=start, end=len(TEXT), domain="court"),
            Section(kind="standard", heading="2.1", start=start, end=len(TEXT), parent=0, standard_id="2.1"),
            Section(kind="ratings", heading="Ratings", start=0, end=start),
            Section(kind="standard", heading="2.2", start=0, end=start, parent=2, standard_id="2.2"),
        ),
        warnings=("standard 2.2 Planning: no section in the body of the report",),
    )


def findings() -> tuple[Finding, ...]:
    amount = "two-thirds"
    thirds = Quantity(words=amount, share=2 / 3, start=span(amount)[0], end=span(amount)[1])
    in_court = {"domain": "court", "standard_id": "2.1"}
    return (
        finding(
            "marrowdale-1",
            "Victims’ wishes were weighed in two-thirds of cases, and tutors visited.",
            quantities=(thirds,),
            **in_court,
        ),
        finding(
            "marrowdale-2",
            "=Marrowdale was slow to put plans for school in place.",
            kind="area_for_improvement",
            polarity="area_for_improvement",
            polarity_origin="model",
            polarity_confidence=0.87654321,
            repeat_of="marrowdale-1",
        ),
        finding(
            "marrowdale-3", "Kit, aged 15, wrote to the person he had harmed.", kind="practice_example", **in_court
        ),
    )


def scores() -> Scores:
    return Scores(
        ratings=(
            rating("overall", "Overall: Good", value="Good"),
            rating(
                "standard",
                "2.1 Assessment: Requires improvement*",
                standard_id="2.1",
                standard="Assessment",
                value="Requires improvement",
                points=1,
                discretion=True,
            ),
        ),
        key_questions=(
            question("2.1.1", "Does assessment keep the child safe?", percent=64),
            question("2.1.2", "Does assessment keep others safe?", yes=5, relevant=8),
            question("2.1.2.1", "others safe", level="prompt", yes=1, relevant=8),
        ),
        reconciliations=(
            Reconciliation(
                level="standard",
                standard_id="2.1",
                published="Requires improvement",
                recomputed="Good",
                agrees=False,
                note="discretion: within five points",
            ),
            Reconciliation(level="score", standard_id=None, published=None, recomputed="21", agrees=None),
        ),
        warnings=("overall: stated once only",),
    )


def tagged(report_id: str = "marrowdale") -> TaggedReport:
    return TaggedReport(
        report=replace(report(), id=report_id),
        findings=findings(),
        themes={
            "marrowdale-1": (
                score("victims", 0.98765, "Victims’ wishes"),
                score("oocd_decision_making", 0.12344, assigned=False),
                score("ete", 0.5, "tutors visited"),
            ),
            "marrowdale-2": (score("ete", 0.931, "plans for school"),),
        },
        scores=scores(),
        links=(Link(finding_id="marrowdale-1", target="standard", target_id="2.1", origin="section"),),
    )


def results(*reports: TaggedReport, unread: tuple[Unread, ...] = ()) -> Results:
    return Results(
        reports=reports,
        unread=unread,
        themes=LABELS,
        provenance=Provenance(
            version="0.1.0",
            codebook_version=1,
            model="cues",
            model_sha256="cd" * 32,
            options={},
            inputs={"in/marrowdale.txt": "ab" * 32},
        ),
    )
