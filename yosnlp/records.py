"""The nouns: what the steps of the pipeline take and give.

Every record is frozen. Offsets are half-open character positions into
``Document.text``, which is the file's text as it was decoded, untouched.
A value that the report does not state is ``None``; it is never guessed.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal, TypeAlias, TypeVar

BlockKind: TypeAlias = Literal["heading", "paragraph", "item", "table", "quotation"]
HiddenReason: TypeAlias = Literal[
    "page_header", "page_number", "footnote", "footnote_mark", "contents", "mark_up", "web_page"
]
FindingKind: TypeAlias = Literal[
    "key_finding", "strength", "area_for_improvement", "recommendation", "narrative", "practice_example"
]
Polarity: TypeAlias = Literal["strength", "area_for_improvement", "mixed", "neutral"]
PolarityOrigin: TypeAlias = Literal["heading", "model"]
SectionKind: TypeAlias = Literal[
    "front",
    "contents",
    "acknowledgements",
    "foreword",
    "overall_findings",
    "key_findings",
    "ratings",
    "recommendations",
    "introduction",
    "key_facts",
    "chapter",
    "domain",
    "standard",
    "key_question",
    "summary",
    "strengths",
    "areas_for_improvement",
    "commentary",
    "practice_examples",
    "service_users",
    "methodology",
    "results",
    "glossary",
    "next_steps",
    "annex",
    "notes",
]
ReportKind: TypeAlias = Literal[
    "inspection", "thematic", "annual", "adult_probation", "effective_practice", "research", "other"
]
RatingLevel: TypeAlias = Literal["overall", "domain", "standard", "score", "criterion"]
LinkOrigin: TypeAlias = Literal["section", "terms", "key_question", "prompt"]
Grade: TypeAlias = Literal["complete", "partial", "failed"]
DefectKind: TypeAlias = Literal[
    "scanned_page", "recognised_page", "garbled_text", "broken_table", "unreadable_page", "cut_off"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of ``Document.text``: characters ``start`` up to, not including, ``end``."""

    start: int
    end: int


_S = TypeVar("_S", bound=Span)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hidden(Span):
    """A stretch of the text that is not the report's own prose: page furniture, notes, mark-up."""

    reason: HiddenReason


@dataclass(frozen=True, slots=True, kw_only=True)
class Block(Span):
    """A heading, paragraph, list item or table row. Page furniture inside it is hidden, not cut.

    ``marker`` is the sign of a list item as printed (``•``, ``3.``, ``(2)``), ``level`` the depth of a
    heading where the format states one.
    """

    kind: BlockKind
    marker: str | None = None
    level: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Span):
    """A page, counted from 1 in the order of the file; ``label`` is the number printed on it."""

    number: int
    label: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor(Span):
    """What a heading of a web page holds, up to the next one; ``name`` is what its address ends with after ``#``."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Defect:
    """Something in a file that could not be read as it should be, and where. ``detail`` is a line for a person."""

    kind: DefectKind
    detail: str
    page: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file as read: its text untouched, and what was recognised in it, by offset."""

    text: str
    source: str
    format: str
    encoding: str
    sha256: str
    blocks: tuple[Block, ...] = ()
    hidden: tuple[Hidden, ...] = ()
    pages: tuple[Page, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    defects: tuple[Defect, ...] = ()

    def page_at(self, offset: int) -> int | None:
        """Number of the page that holds ``offset``; None where the file does not mark its pages."""
        page = _around(self.pages, offset)
        return page.number if page else None

    def anchor_at(self, offset: int) -> str | None:
        """Name of the nearest anchor at or before ``offset``; None where there is none."""
        anchor = _around(self.anchors, offset)
        return anchor.name if anchor else None


def _around(spans: Sequence[_S], offset: int) -> _S | None:
    """The one of ``spans``, sorted and apart from one another, that holds ``offset``."""
    at = bisect_right(spans, offset, key=lambda span: span.start)
    return spans[at - 1] if at and offset < spans[at - 1].end else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section(Span):
    """A part of the report. ``parent`` is the index of the section that it lies in."""

    kind: SectionKind
    heading: str
    number: str | None = None
    parent: int | None = None
    domain: str | None = None
    standard_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """First and last day of something. A month alone gives its first and last day."""

    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A document understood as an inspection report, or, where that was asked for, as a report of another ``kind``.

    ``expected`` are the ids of the standards of the domains that the report speaks of, ``missing``
    those of them that have no section in its body: a report cut off half-way misses its last.
    """

    id: str
    document: Document
    programme: str
    kind: ReportKind = "inspection"
    service: str | None = None
    fieldwork: Period | None = None
    published: Period | None = None
    isbn: str | None = None
    samples: dict[str, int] = field(default_factory=dict)
    sections: tuple[Section, ...] = ()
    expected: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def year(self) -> int | None:
        """Year of publication; that of the fieldwork where no publication date is stated."""
        period = self.published or self.fieldwork
        return period.last.year if period else None


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


@dataclass(frozen=True, slots=True, kw_only=True)
class TaggedReport:
    """All that was read out of one report."""

    report: Report
    findings: tuple[Finding, ...]
    themes: dict[str, tuple[ThemeScore, ...]]
    scores: Scores
    links: tuple[Link, ...]
    certificate: Certificate | None = None

    def named(self, report_id: str) -> TaggedReport:
        """The same with another id, also in front of the ids of its findings."""

        def moved(finding_id: str) -> str:
            return report_id + finding_id.removeprefix(self.report.id)

        return replace(
            self,
            report=replace(self.report, id=report_id),
            findings=tuple(
                replace(f, id=moved(f.id), report_id=report_id, repeat_of=moved(f.repeat_of) if f.repeat_of else None)
                for f in self.findings
            ),
            themes={moved(finding_id): scores for finding_id, scores in self.themes.items()},
            links=tuple(replace(link, finding_id=moved(link.finding_id)) for link in self.links),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """An input that was not read, and why. ``repeated``: its text was read from another file."""

    source: str
    reason: str
    repeated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """What made an output: enough to make it again."""

    version: str
    codebook_version: int
    model: str
    model_sha256: str
    options: dict[str, str | float | int | bool]
    inputs: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """The outcome of a run over many inputs. ``themes`` are those coded by, id and label, in codebook order."""

    reports: tuple[TaggedReport, ...]
    unread: tuple[Unread, ...]
    themes: tuple[tuple[str, str], ...]
    provenance: Provenance
