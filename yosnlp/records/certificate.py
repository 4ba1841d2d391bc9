"""How much of a report was read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Grade: TypeAlias = Literal["complete", "partial", "failed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A sentence on what is wrong or odd with a report as read, and where: page, offset, heading of the section.

    ``code`` stays the same from version to version, whatever the sentence says.
    """

    code: str
    says: str
    page: int | None = None
    offset: int | None = None
    section: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Ids of what a report should hold by its programme, or by what it says itself, and of what was found."""

    expected: tuple[str, ...] = ()
    found: tuple[str, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """What is expected and was not found."""
        return tuple(one for one in self.expected if one not in self.found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """How much of a report was read, and whether that is all of it.

    ``kept`` and ``dropped`` count characters by what became of them; each character of the text is counted once.
    ``sections`` are domains by number and standards by id; ``lists`` a number or id and the kind of list ("2.1
    strengths"); ``ratings`` standards by id, or ``overall``. ``reconciled`` counts the ratings that agree with the
    report's own figures, that do not, or that were not checked. ``body`` counts the letters and digits of the prose
    and lists of the domains, ``in_findings`` those of them that stand in a finding. ``reasons`` say why the grade is
    not ``complete``; ``warnings`` do not change it. ``text_whole``: none of the reasons speaks of lost text, only of
    ratings or figures. ``pages`` is None where the file does not mark its pages.
    """

    grade: Grade
    text_whole: bool = True
    reasons: tuple[Remark, ...] = ()
    warnings: tuple[Remark, ...] = ()
    pages: int | None = None
    pages_read: int | None = None
    characters: int = 0
    kept: dict[str, int] = field(default_factory=dict)
    dropped: dict[str, int] = field(default_factory=dict)
    sections: Tally = field(default_factory=Tally)
    lists: Tally = field(default_factory=Tally)
    ratings: Tally = field(default_factory=Tally)
    key_questions: Tally = field(default_factory=Tally)
    reconciled: dict[str, int] = field(default_factory=dict)
    body: int = 0
    in_findings: int = 0

    @property
    def share_in_findings(self) -> float | None:
        """Share of the body's letters and digits that stand in a finding, 0..1; None where there is no body."""
        return self.in_findings / self.body if self.body else None


@dataclass(frozen=True, slots=True, kw_only=True)
class InPart:
    """A report that was read, but is not known to be whole: its file, the reasons, and as `Certificate` has it."""

    source: str
    reasons: tuple[str, ...]
    text_whole: bool
