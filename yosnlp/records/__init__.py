"""The nouns: what the steps of the pipeline take and give.

Every record is frozen. Offsets are half-open character positions into
``Document.text``, which is the file's text as it was decoded, untouched.
A value that the report does not state is ``None``; it is never guessed.
"""

from yosnlp.records.certificate import Certificate, Grade, InPart, Remark, Tally
from yosnlp.records.document import (
    Anchor,
    Block,
    BlockKind,
    Defect,
    DefectKind,
    Document,
    Hidden,
    HiddenReason,
    Page,
    Span,
)
from yosnlp.records.findings import (
    Evidence,
    Finding,
    FindingKind,
    Judgement,
    Polarity,
    PolarityOrigin,
    Quantity,
    ThemeScore,
)
from yosnlp.records.ratings import KeyQuestion, Link, LinkOrigin, Rating, RatingLevel, Reconciliation, Scores
from yosnlp.records.report import Period, Report, ReportKind, Section, SectionKind
from yosnlp.records.results import Provenance, Results, TaggedReport, Unread

__all__ = [
    "Anchor",
    "Block",
    "BlockKind",
    "Certificate",
    "Defect",
    "DefectKind",
    "Document",
    "Evidence",
    "Finding",
    "FindingKind",
    "Grade",
    "Hidden",
    "HiddenReason",
    "InPart",
    "Judgement",
    "KeyQuestion",
    "Link",
    "LinkOrigin",
    "Page",
    "Period",
    "Polarity",
    "PolarityOrigin",
    "Provenance",
    "Quantity",
    "Rating",
    "RatingLevel",
    "Reconciliation",
    "Remark",
    "Report",
    "ReportKind",
    "Results",
    "Scores",
    "Section",
    "SectionKind",
    "Span",
    "TaggedReport",
    "Tally",
    "ThemeScore",
    "Unread",
]
