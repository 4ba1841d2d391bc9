"""What a report rates, looked up for the finding that it stands beside."""

from __future__ import annotations

from dataclasses import dataclass

from yosnlp.exchange.tables import Value
from yosnlp.records import Finding, Rating, Scores, TaggedReport


@dataclass(frozen=True, slots=True)
class Figures:
    """What a report rates, looked up by standard."""

    ratings: dict[str, Rating]
    lowest: dict[str, float]
    overall: str | None
    score: int | None

    @classmethod
    def of(cls, tagged: TaggedReport) -> Figures:
        """The figures of a report; where it prints no total score, the one recomputed from its ratings."""
        scores = tagged.scores
        lowest: dict[str, float] = {}
        for question in scores.key_questions:
            share = question.share_percent
            if question.level == "key_question" and share is not None:
                lowest[question.standard_id] = min(share, lowest.get(question.standard_id, share))
        return cls(
            ratings={r.standard_id: r for r in scores.ratings if r.level == "standard" and r.standard_id is not None},
            lowest=lowest,
            overall=next((r.value for r in scores.ratings if r.level == "overall"), None),
            score=_total(scores),
        )

    def beside(self, finding: Finding) -> dict[str, Value]:
        """The columns that set a finding beside the ratings of its standard and of the report."""
        rating = self.ratings.get(finding.standard_id or "")
        lowest = self.lowest.get(finding.standard_id or "")
        return {
            "rating": rating.value if rating else None,
            "rating_points": rating.points if rating else None,
            "lowest_key_question_percent": None if lowest is None else round(lowest, 1),
            "overall_rating": self.overall,
            "overall_score": self.score,
        }


def _total(scores: Scores) -> int | None:
    """The total score printed; failing that, the one recomputed. Headline scores, which are per cent, are none."""
    for rating in scores.ratings:
        if rating.level == "score" and rating.standard_id is None and rating.points is not None:
            return rating.points
    for check in scores.reconciliations:
        if check.level == "score" and check.standard_id is None and (check.recomputed or "").isdecimal():
            return int(check.recomputed or "")
    return None
