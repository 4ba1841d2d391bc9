"""What a run found as plain rows: the same whether results, a folder or a corpus gives it."""

from __future__ import annotations

import sys
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from yosnlp import tables
from yosnlp.exchange.certificate import certificate, run
from yosnlp.exchange.jsonl import finding_records
from yosnlp.exchange.rows import key_question_rows, rating_rows
from yosnlp.records import Results
from yosnlp.tables import Tables

_Rows = Collection[Mapping[str, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What ``certificate.json`` and ``run.json`` say, the records of ``findings.jsonl``, and rows of figures.

    Rows may be gone through more than once; those of a long run are read from disk each time.
    """

    certificate: Mapping[str, Any]
    run: Mapping[str, Any]
    findings: _Rows
    ratings: _Rows
    key_questions: _Rows

    @classmethod
    def of(cls, results: Results) -> Content:
        """The content of ``results``."""
        themes = [theme for theme, _ in results.themes]
        return cls(
            certificate=certificate([*results.reports, *results.unread]),
            run=run(results.provenance, results.themes),
            findings=[record for tagged in results.reports for record in finding_records(tagged, themes)],
            ratings=[row for tagged in results.reports for row in rating_rows(tagged)],
            key_questions=[row for tagged in results.reports for row in key_question_rows(tagged)],
        )

    def tables(self, *, words: bool = True) -> Tables:
        """The same as frames, for the analysis; without ``words``, for counting alone, findings lack theirs."""
        findings = self.findings if words else [_counted(finding) for finding in self.findings]
        figures = [{**question, "share_percent": _share(question)} for question in self.key_questions]
        return Tables(
            reports=tables.frame([_report(entry) for entry in self.certificate["reports"]], tables.REPORTS),
            findings=tables.frame([{**f, **_held(f)} for f in findings], tables.FINDINGS),
            ratings=tables.frame(self.ratings, tables.RATINGS),
            key_questions=tables.frame(figures, tables.KEY_QUESTIONS),
            themes=tuple((theme["id"], theme["label"]) for theme in self.run["themes"]),
            unread=tuple((unread["source"], unread["reason"]) for unread in self.certificate["unread"]),
            run=self.run,
        )


def _report(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **entry,
        "report_kind": entry.get("kind", "inspection"),
        "source_file": entry["source"],
        "inspected": (entry["fieldwork"] or [None])[-1],
        "published": (entry["published"] or [None])[-1],
        "expected": tuple(entry["standards"]["expected"]),
        "missing": tuple(entry["standards"]["missing"]),
        "grade": entry.get("grade"),
        "reasons": tuple(reason["says"] for reason in (entry.get("certificate") or {}).get("reasons", ())),
        "warnings": tuple(entry["warnings"]),
    }


_WORDS: dict[str, Any] = {"text": None, "theme_scores": {}, "evidence": (), "quantities": (), "links": ()}


def _counted(finding: Mapping[str, Any]) -> dict[str, Any]:
    """A finding without what takes most of its room; the words that recur are kept once for all."""
    return {
        name: sys.intern(value) if isinstance(value, str) else value for name, value in {**finding, **_WORDS}.items()
    }


def _held(finding: Mapping[str, Any]) -> dict[str, Any]:
    lists = {name: tuple(finding[name]) for name in ("themes", "evidence", "quantities", "links")}
    return {**lists, "counts": finding["kind"] != "practice_example" and finding["repeat_of"] is None}


def _share(question: Mapping[str, Any]) -> float | None:
    if question["percent"] is not None:
        return float(question["percent"])
    return (
        100 * question["yes"] / question["relevant"] if question["yes"] is not None and question["relevant"] else None
    )
