"""`yosnlp ratings`: what one report rates, beside what its own figures come to."""

from __future__ import annotations

from dataclasses import astuple, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yosnlp.cli import terminal

if TYPE_CHECKING:
    from yosnlp.records import KeyQuestion, Rating, Reconciliation, TaggedReport


@dataclass(frozen=True, slots=True)
class RatingLine:
    """A rating as shown. ``check`` is ``agrees``, ``discretion``, ``differs`` or ``not checked``."""

    level: str
    standard: str
    rating: str
    score: str
    recomputed: str
    check: str
    note: str


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """A key question or prompt as shown."""

    question_id: str
    question: str
    figure: str


def ratings(path: Path) -> TaggedReport:
    """The report in ``path``, with its ratings. Raises UnreadableInput."""
    from yosnlp import pipeline

    return pipeline.tag_one(path)


def rating_lines(tagged: TaggedReport) -> list[RatingLine]:
    """A line a settled rating, in the report's order; then what was recomputed and the report does not print."""
    checks = {(check.level, check.standard_id): check for check in tagged.scores.reconciliations}
    lines = [_rated(rating, checks.pop((rating.level, rating.standard_id), None)) for rating in tagged.scores.ratings]
    return lines + [_unprinted(check) for check in checks.values()]


def question_lines(tagged: TaggedReport) -> list[QuestionLine]:
    """A line a key question and prompt, with its figure as the report states it."""
    return [QuestionLine(q.question_id, q.question, _figure(q)) for q in tagged.scores.key_questions]


def ratings_cli(
    path: Annotated[Path, typer.Argument(metavar="PATH", help="A report.")],
    questions: Annotated[bool, typer.Option("--questions", help="Key questions and their figures as well.")] = False,
) -> None:
    """Print the ratings of one report, what its figures come to, and whether the two agree."""
    tagged = ratings(path)
    report = tagged.report
    title = ", ".join(str(part) for part in (report.service or report.id, report.programme, report.year) if part)
    typer.echo(terminal.clean(title))
    rated = [astuple(line) for line in rating_lines(tagged)]
    terminal.table(("level", "standard", "rating", "score", "recomputed", "check", "note"), rated)
    if questions:
        terminal.table(("id", "question", "figure"), [astuple(line) for line in question_lines(tagged)])
    for warning in tagged.scores.warnings:
        terminal.say(f"{path}: {warning}")


def _rated(rating: Rating, check: Reconciliation | None) -> RatingLine:
    score = f"{rating.percent}%" if rating.percent is not None else _text(rating.points)
    return RatingLine(
        level=rating.level,
        standard=" ".join(dict.fromkeys(part for part in (rating.standard_id, rating.standard) if part)),
        rating=rating.value or rating.comment or "",
        score=score,
        recomputed=_text(check.recomputed) if check else "",
        check=_verdict(check, discretion=rating.discretion) if check else "not checked",
        note=check.note if check else "",
    )


def _unprinted(check: Reconciliation) -> RatingLine:
    """A line for what was recomputed where the report prints no rating."""
    return RatingLine(
        level=check.level,
        standard=_text(check.standard_id),
        rating="",
        score=_text(check.published),
        recomputed=_text(check.recomputed),
        check=_verdict(check, discretion=False),
        note=check.note,
    )


def _verdict(check: Reconciliation, *, discretion: bool) -> str:
    if check.agrees is None:
        return "not checked"
    if check.agrees:
        return "agrees"
    return "discretion" if discretion else "differs"


def _figure(question: KeyQuestion) -> str:
    if question.percent is not None:
        return f"{question.percent}%"
    return f"{question.yes} of {question.relevant}" if question.yes is not None else ""


def _text(value: object) -> str:
    return "" if value is None else str(value)
