"""What inspectors found, with the themes that it was coded by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from yosnlp.records.document import Span

FindingKind: TypeAlias = Literal[
    "key_finding", "strength", "area_for_improvement", "recommendation", "narrative", "practice_example"
]
Polarity: TypeAlias = Literal["strength", "area_for_improvement", "mixed", "neutral"]
PolarityOrigin: TypeAlias = Literal["heading", "model"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What a model makes of a text: its polarity, and the probability of that (0..1).

    ``leaning`` is the log odds of praise over criticism, ``both`` those of both at once over the best
    of the other polarities.
    """

    polarity: Polarity
    probability: float
    leaning: float
    both: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity(Span):
    """An amount that inspectors gave: ``share`` in 0..1, or ``n`` of ``total`` cases, or both.

    ``words`` are the words that it came from. A word without a figure ("most") leaves all three
    unknown and gives the bounds, ``low`` and ``high``, of the share that it can mean.
    """

    words: str
    share: float | None = None
    n: int | None = None
    total: int | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding(Span):
    """A statement by the inspectors. ``text`` is its span, white space and mark-up apart."""

    id: str
    report_id: str
    section: int
    kind: FindingKind
    text: str
    domain: str | None = None
    standard_id: str | None = None
    polarity: Polarity = "neutral"
    polarity_origin: PolarityOrigin = "model"
    polarity_confidence: float | None = None
    addressee: str | None = None
    quantities: tuple[Quantity, ...] = ()
    repeat_of: str | None = None

    @property
    def listed(self) -> bool:
        """Whether the report sets it out as an item of a list, rather than in prose."""
        return self.kind not in ("narrative", "practice_example")

    @property
    def counts(self) -> bool:
        """Whether the finding enters a count: not a single case, and not said before."""
        return self.kind != "practice_example" and self.repeat_of is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Span):
    """The words of a finding that carry a theme."""

    theme: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeScore:
    """How sure the classifier is that a finding is about a theme (``probability`` in 0..1)."""

    theme: str
    probability: float
    assigned: bool
    evidence: tuple[Evidence, ...] = ()
