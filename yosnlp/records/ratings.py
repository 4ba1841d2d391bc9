"""What a report rates, and how findings are tied to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from yosnlp.records.document import Span
from yosnlp.records.report import SectionKind

RatingLevel: TypeAlias = Literal["overall", "domain", "standard", "score", "criterion"]
LinkOrigin: TypeAlias = Literal["section", "terms", "key_question", "prompt"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating(Span):
    """A rating or score at one place of the report.

    ``value`` is a word of the programme's scale; ``points`` 0..3 a standard, or the total; ``percent``
    and ``comment`` belong to Core Case Inspections, ``comparison`` are their lowest, highest and
    average scores elsewhere. ``place`` says where in the report it stands.
    """

    level: RatingLevel
    standard_id: str | None
    standard: str | None
    value: str | None = None
    points: int | None = None
    percent: int | None = None
    comment: str | None = None
    comparison: tuple[int, int, int] | None = None
    discretion: bool = False
    place: SectionKind = "front"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyQuestion(Span):
    """The figure of a key question or of a prompt under it: ``percent``, or ``yes`` of ``relevant``."""

    level: Literal["key_question", "prompt"]
    standard_id: str
    question_id: str
    question: str
    matter: str | None = None
    percent: int | None = None
    yes: int | None = None
    relevant: int | None = None

    @property
    def share_percent(self) -> float | None:
        """The figure as a percentage, 0..100, however the report states it."""
        if self.percent is not None:
            return float(self.percent)
        if self.yes is not None and self.relevant:
            return 100 * self.yes / self.relevant
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciliation:
    """A published rating beside the one recomputed from the report's own figures.

    ``agrees`` is None where the figures needed are missing. ``note`` says why the two differ, where
    the report gives the reason (discretion), or which figures are missing.
    """

    level: RatingLevel
    standard_id: str | None
    published: str | None
    recomputed: str | None
    agrees: bool | None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """All that the report rates: one settled rating a matter, every place, and what does not fit."""

    ratings: tuple[Rating, ...] = ()
    places: tuple[Rating, ...] = ()
    key_questions: tuple[KeyQuestion, ...] = ()
    reconciliations: tuple[Reconciliation, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A finding tied to the rating of a standard, or to a key question's figure. ``origin``: how."""

    finding_id: str
    target: Literal["standard", "key_question", "prompt"]
    target_id: str
    origin: LinkOrigin
