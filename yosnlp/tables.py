"""What a run found, as frames: what the analysis takes, whether it comes from a run, a folder or a store."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

#: The version of the tables that `yosnlp tag` writes; another one is refused, not misread.
VERSION = 1

_TEXT, _WHOLE, _NUMBER, _TRUTH, _HELD = "str", "Int64", "float64", "bool", "object"

#: A row a report. ``expected`` and ``missing`` are tuples of standard ids: of the domains that the report speaks
#: of, and of those without a section in it. ``report_kind``: ``inspection``, or what else the report is. ``inspected``
#: and ``published`` are the last day, as an ISO date. ``grade`` is that of the certificate and ``reasons`` a tuple of
#: its sentences; None and empty where an earlier version wrote it.
REPORTS = {
    "report_id": _TEXT,
    "source_file": _TEXT,
    "sha256": _TEXT,
    "service": _TEXT,
    "programme": _TEXT,
    "report_kind": _TEXT,
    "year": _WHOLE,
    "inspected": _TEXT,
    "published": _TEXT,
    "pages": _WHOLE,
    "overall_rating": _TEXT,
    "overall_score": _WHOLE,
    "expected": _HELD,
    "missing": _HELD,
    "grade": _TEXT,
    "reasons": _HELD,
    "warnings": _HELD,
}
#: A row a finding: the columns of ``findings.csv``, with ``themes`` (a tuple of ids), ``theme_scores`` (a map of
#: all themes to probabilities), ``evidence``, ``quantities`` and ``links`` (tuples of maps, as in
#: ``findings.jsonl``) held as they are, and ``counts``: whether the finding enters counts (`Finding.counts`).
FINDINGS = {
    "finding_id": _TEXT,
    "report_id": _TEXT,
    "source_file": _TEXT,
    "service": _TEXT,
    "programme": _TEXT,
    "year": _WHOLE,
    "domain": _TEXT,
    "standard_id": _TEXT,
    "standard": _TEXT,
    "kind": _TEXT,
    "polarity": _TEXT,
    "polarity_origin": _TEXT,
    "polarity_confidence": _NUMBER,
    "themes": _HELD,
    "theme_scores": _HELD,
    "evidence": _HELD,
    "text": _TEXT,
    "start": _WHOLE,
    "end": _WHOLE,
    "page": _WHOLE,
    "quantity_share": _NUMBER,
    "quantity_n": _WHOLE,
    "quantity_total": _WHOLE,
    "repeat_of": _TEXT,
    "rating": _TEXT,
    "rating_points": _WHOLE,
    "lowest_key_question_percent": _NUMBER,
    "overall_rating": _TEXT,
    "overall_score": _WHOLE,
    "quantities": _HELD,
    "links": _HELD,
    "addressee": _TEXT,
    "anchor": _TEXT,
    "counts": _TRUTH,
}
#: A row a settled rating: the columns of ``ratings.csv``.
RATINGS = {
    "report_id": _TEXT,
    "service": _TEXT,
    "programme": _TEXT,
    "year": _WHOLE,
    "level": _TEXT,
    "standard_id": _TEXT,
    "standard": _TEXT,
    "rating": _TEXT,
    "points": _WHOLE,
    "percent": _WHOLE,
    "comment": _TEXT,
    "discretion": _TRUTH,
    "start": _WHOLE,
    "end": _WHOLE,
    "page": _WHOLE,
}
#: A row a key question or prompt: the columns of ``key_questions.csv``, and ``share_percent``, its figure in per
#: cent however the report states it.
KEY_QUESTIONS = {
    "report_id": _TEXT,
    "standard_id": _TEXT,
    "question_id": _TEXT,
    "level": _TEXT,
    "question": _TEXT,
    "percent": _WHOLE,
    "yes": _WHOLE,
    "relevant": _WHOLE,
    "start": _WHOLE,
    "end": _WHOLE,
    "page": _WHOLE,
    "share_percent": _NUMBER,
}
#: A row a finding drawn for a person to code. ``stratum_drawn`` of the ``stratum_findings`` of its stratum were drawn,
#: so that it stands for as many as one is in the other. The person fills ``reviewed_themes`` (ids or labels joined by
#: ``;``, or `NO_THEME`) and, where wanted, ``reviewed_polarity``.
REVIEW = {
    "finding_id": _TEXT,
    "report_id": _TEXT,
    "place": _TEXT,
    "text": _TEXT,
    "reviewed_themes": _TEXT,
    "reviewed_polarity": _TEXT,
    "stratum": _WHOLE,
    "stratum_findings": _WHOLE,
    "stratum_drawn": _WHOLE,
}
#: What a person writes for a finding that no theme fits: an empty cell is one not yet coded.
NO_THEME = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """Frames of a run with the columns above. ``themes``: id and label of those coded, in codebook order.

    ``unread``: the inputs that were not read, each with its reason. ``run``: what made the tables (version, model,
    codebook, hashes). Text columns hold None where nothing is known, number columns NA.
    """

    reports: pd.DataFrame
    findings: pd.DataFrame
    ratings: pd.DataFrame
    key_questions: pd.DataFrame
    themes: tuple[tuple[str, str], ...]
    unread: tuple[tuple[str, str], ...]
    run: Mapping[str, Any]

    @property
    def labels(self) -> dict[str, str]:
        """The label of each theme, in codebook order."""
        return dict(self.themes)

    def of(self, report_ids: Iterable[str]) -> Tables:
        """The same, of some reports alone."""
        kept = set(report_ids)
        frames = {
            name: frame[frame["report_id"].isin(kept)].reset_index(drop=True)
            for name in ("reports", "findings", "ratings", "key_questions")
            for frame in (getattr(self, name),)
        }
        return Tables(**frames, themes=self.themes, unread=self.unread, run=self.run)


def frame(rows: Iterable[Mapping[str, Any]], columns: Mapping[str, str]) -> pd.DataFrame:
    """``rows`` as a frame of exactly ``columns``, each of its type; what a row lacks is None or NA."""
    import pandas as pd  # here, since commands that only print a report do without

    listed = list(rows)
    made = {}
    for name, kind in columns.items():
        values = [row.get(name) for row in listed]
        if kind in (_TEXT, _HELD):
            column = pd.Series(values, dtype="object")
        elif kind == _TRUTH:
            column = pd.Series([bool(value) for value in values], dtype="bool")
        else:
            column = pd.Series([None if value == "" else value for value in values], dtype=kind)
        made[name] = column
    return pd.DataFrame(made, columns=list(columns))


def with_none(frame: pd.DataFrame) -> pd.DataFrame:
    """``frame`` with None for text that is not known, where pandas has put NaN."""
    texts = [name for name in frame.columns if frame[name].dtype in ("str", "object")]
    return frame.assign(**{str(n): frame[n].astype("object").where(frame[n].notna(), None) for n in texts})
