"""Short reports of the tests' own making, read as the pipeline reads them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from yosnlp.frameworks import frameworks
from yosnlp.ratings import read_scores
from yosnlp.reading import read
from yosnlp.records import Rating, Report, Scores
from yosnlp.reports import understand

STANDARDS = {standard.id: standard.name for _, standard in frameworks()["2018"].standards()}
DOMAINS = {"1": "Organisational delivery", "2": "Court disposals", "3": "Out-of-court disposals", "4": "Resettlement"}
PROSE = (
    "Staff of the YOS did this with care, in fair weather and foul, for every child whom the inspectors of it had met."
)
FRONT = """An inspection of youth offending services in Exbourne

HM Inspectorate of Probation

Foreword

This is an invented inspection of Exbourne Youth Offending Service (YOS), which stands for no other service and
whose staff, children and offices are invented too. The inspectors met the YOS in a week of rain and of long talk.
{foreword}

"""


@dataclass(frozen=True)
class Read:
    """A report and its scores, with what the tests ask of them."""

    report: Report
    scores: Scores

    def words(self, rating: Rating) -> str:
        return " ".join(self.report.document.text[rating.start : rating.end].split())

    def rating(self, standard_id: str | None, level: str = "standard") -> Rating | None:
        return next((r for r in self.scores.ratings if r.standard_id == standard_id and r.level == level), None)

    @property
    def values(self) -> dict[str | None, str | None]:
        return {r.standard_id: r.value for r in self.scores.ratings if r.level == "standard"}

    @property
    def overall(self) -> str | None:
        rating = self.rating(None, "overall")
        return rating.value if rating else None

    @property
    def score(self) -> int | None:
        rating = self.rating(None, "score")
        return rating.points if rating else None

    @property
    def figures(self) -> dict[str, int | tuple[int | None, int | None]]:
        return {
            q.question_id: q.percent if q.percent is not None else (q.relevant, q.yes)
            for q in self.scores.key_questions
        }


Reader = Callable[..., Read]


def scores_of(path: Path, programme: str | None = None) -> Read:
    """The file at ``path`` read under its own programme, or under ``programme``."""
    known = frameworks() if programme is None else {programme: frameworks()[programme]}
    report = understand(read(path), known)
    return Read(report, read_scores(report, frameworks()[report.programme]))


def body(ratings: Mapping[str, str] | None = None, names: Mapping[str, str] = STANDARDS) -> str:
    """The domains and standards, each with a line of prose, and a rating behind the heading where one is given."""
    lines = ["Recommendations", "", "The YOS should keep its umbrellas by the door.", ""]
    for number, name in names.items():
        if number.endswith(".1"):
            lines += [
                f"{number[0]}. {DOMAINS[number[0]]}",
                "",
                PROSE,
                "",
            ]
        lines += [f"{number}. {name} {(ratings or {}).get(number, '')}".rstrip(), ""]
        lines += [PROSE, ""]
    return "\n".join(lines)


def table(ratings: Mapping[str, str], names: Mapping[str, str] = STANDARDS) -> str:
    """The table of ratings as plain lines."""
    lines = []
    for number, value in ratings.items():
        if number.endswith(".1"):
            lines += [f"{number[0]}. {DOMAINS[number[0]]}", ""]
        lines += [f"{number} {names[number]} {value}", ""]
    return "\n".join(lines)
