"""How relevant findings are to the queries, by two judges apart from each other: settled, and kept without any text.

    python -m evaluation.search.relevance TAGGED JUDGED

TAGGED is the folder of `yosnlp tag` that the pool was made of (`evaluation.search.pool`). JUDGED holds what the judges
wrote: ``judge_A_01.jsonl`` and so on, ``judge_B_01.jsonl`` and so on, each line ``query_id``, ``finding_id`` and
``grade``, 0 (not about it) to 3 (exactly what is wanted). The grade is their mean. Where they differ by 2 or more, a
third settles it in ``settled.jsonl``; what that file lacks is listed in ``to_settle.jsonl``, and nothing is written.
What was judged before and is not in JUDGED stays.

``relevance.json`` names a finding by the SHA-256 of its report and its place there, so that it stays true for every
version of the models and holds no sentence of a report.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from nltk.metrics.agreement import AnnotationTask
from nltk.metrics.distance import interval_distance
from sklearn.metrics import cohen_kappa_score

from evaluation.record import rounded
from evaluation.search.measures import ANSWERS, answered
from evaluation.search.queries import load_queries
from yosnlp.errors import InvalidData
from yosnlp.exchange import read_folder

__all__ = ["Judgement", "Place", "agreement", "judgements", "load_queries", "load_relevance", "settled", "write"]

RELEVANCE = Path(__file__).with_name("relevance.json")
GRADES = (0, 1, 2, 3)
APART = 2  # grades so far apart go to a third
Pair = tuple[str, str]  # a query and a finding, by their ids


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A finding, by the SHA-256 of its report and its place in the report's text."""

    sha256: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Judgement:
    """What two judges said of a pair, and a third where they were `APART`."""

    first: int
    second: int
    third: int | None = None

    @property
    def apart(self) -> bool:
        """Whether a third has to settle it."""
        return abs(self.first - self.second) >= APART

    @property
    def grade(self) -> float:
        """The mean of the two, or what the third said. Raises InvalidData where a third is wanted and missing."""
        if not self.apart:
            return (self.first + self.second) / 2
        if self.third is None:
            raise InvalidData(f"grades {self.first} and {self.second} are too far apart; a third has to settle them")
        return float(self.third)


def load_relevance(path: Path = RELEVANCE) -> dict[str, dict[Place, float]]:
    """The grades (0 to 3, in halves) of the findings judged, by the id of the query. Raises InvalidData."""
    if not path.is_file():
        raise InvalidData(f"{path}: no relevance judged yet; make it with python -m evaluation.search.relevance")
    graded = json.loads(path.read_text(encoding="utf-8"))["grades"]
    return {
        query: {Place(sha256, start, end): grade for sha256, rows in reports.items() for start, end, grade, *_ in rows}
        for query, reports in graded.items()
    }


def read(judge: str, folder: Path) -> dict[Pair, int]:
    """The grades in the files of one ``judge`` (``A`` or ``B``). Raises InvalidData with every bad line."""
    return _grades(sorted(folder.glob(f"judge_{judge}_*.jsonl")))


def settled(folder: Path) -> dict[Pair, Judgement]:
    """What the judges said in ``folder``. Raises InvalidData where one judged what the other did not, or none did."""
    first, second = read("A", folder), read("B", folder)
    alone = sorted(first.keys() ^ second.keys())
    if alone or not first:
        some = ", ".join(" ".join(pair) for pair in alone[:5])
        raise InvalidData(f"{folder}: {len(alone)} of {len(first | second)} pairs have one judge only ({some})")
    third = _grades([path for path in [folder / "settled.jsonl"] if path.is_file()])
    said = {pair: Judgement(first[pair], second[pair]) for pair in first}
    return {pair: Judgement(j.first, j.second, third.get(pair)) if j.apart else j for pair, j in said.items()}


def agreement(judgements: Iterable[Judgement]) -> dict[str, float]:
    """How far the two agree: kappa with quadratic weights, Krippendorff's alpha (interval), and plain shares."""
    said = np.array([(j.first, j.second) for j in judgements])
    first, second = said.T
    named = [(who, i, int(grade)) for i, pair in enumerate(said) for who, grade in enumerate(pair)]
    return {
        "pairs": len(said),
        "kappa_quadratic": float(cohen_kappa_score(first, second, labels=GRADES, weights="quadratic")),
        "kappa_answers": float(cohen_kappa_score(first >= 2, second >= 2, labels=[False, True])),
        "alpha_interval": float(AnnotationTask(named, distance=interval_distance).alpha()),
        "same": float((first == second).mean()),
        "within_one": float((abs(first - second) <= 1).mean()),
        "to_settle": int((abs(first - second) >= APART).sum()),
    }


def judgements(path: Path = RELEVANCE) -> dict[tuple[str, Place], Judgement]:
    """What was judged before, by query and place."""
    graded = json.loads(path.read_text(encoding="utf-8"))["grades"] if path.is_file() else {}
    return {
        (query, Place(sha256, start, end)): Judgement(*said)
        for query, reports in graded.items()
        for sha256, rows in reports.items()
        for start, end, _, *said in rows
    }


def write(judged: Mapping[tuple[str, Place], Judgement], path: Path = RELEVANCE) -> None:
    """Write ``judged`` to ``path``: the grade of each place, then what each judge said. A line a query and report."""
    graded: dict[str, dict[str, list[list[float | int]]]] = {}
    for (query, at), said in sorted(judged.items(), key=lambda item: item[0]):
        row: list[float | int] = [at.start, at.end, said.grade, said.first, said.second]
        row += [said.third] if said.third is not None else []
        graded.setdefault(query, {}).setdefault(at.sha256, []).append(row)
    agreed = json.dumps(rounded(agreement(judged.values())))
    queries = ",\n".join(f" {json.dumps(query)}: {_lines(reports)}" for query, reports in graded.items())
    row_is = json.dumps(["start", "end", "grade", "first", "second", "third where they were apart"])
    text = f'{{"row": {row_is},\n"agreement": {agreed},\n"grades": {{\n{queries}\n}}}}\n'
    path.write_text(text, encoding="utf-8")


def places(reports: pd.DataFrame, findings: pd.DataFrame) -> dict[str, Place]:
    """Where each finding stands, by its id."""
    sha256 = dict(zip(reports["report_id"], reports["sha256"], strict=True))
    rows = findings[["finding_id", "report_id", "start", "end"]].itertuples(index=False)
    return {finding: Place(sha256[report], int(start), int(end)) for finding, report, start, end in rows}


def main(tagged: Path, folder: Path) -> None:
    """Settle what the judges wrote in ``folder``, and say which queries nothing answers."""
    judged = settled(folder)
    print(json.dumps(rounded(agreement(judged.values())), indent=1))
    missing = {pair for pair, said in judged.items() if said.apart and said.third is None}
    if missing:
        rows = (row for path in sorted(folder.glob("batch_*.jsonl")) for row in _rows(path))
        wanted = [json.dumps(row) for row in rows if (row["query_id"], row["finding_id"]) in missing]
        (folder / "to_settle.jsonl").write_text("\n".join(wanted) + "\n", encoding="utf-8")
        raise SystemExit(f"{len(missing)} pairs to settle: {folder / 'to_settle.jsonl'}; grades into settled.jsonl")
    tables = read_folder(tagged)
    at = places(tables.reports, tables.findings)
    placed = {(query, at[finding]): said for (query, finding), said in judged.items()}
    write({**judgements(), **placed})
    found = load_relevance()
    said_none = {query.id for query in load_queries() if not query.answered}
    none = {query for query, grades in found.items() if not answered(grades)}
    print(f"{RELEVANCE}: {len(judged)} pairs of {len(found)} queries; a grade of {ANSWERS} or more answers")
    print("to mark `answer: none` in queries.yaml:", *sorted(none - said_none))
    print("marked `answer: none` though something answers:", *sorted(said_none - none))


def _lines(reports: Mapping[str, object]) -> str:
    lines = (f"  {json.dumps(sha256)}: {json.dumps(rows, separators=(',', ':'))}" for sha256, rows in reports.items())
    return "{\n" + ",\n".join(lines) + "}"


def _grades(paths: Iterable[Path]) -> dict[Pair, int]:
    grades: dict[Pair, int] = {}
    wrong = []
    for path in paths:
        for number, row in enumerate(_rows(path), start=1):
            pair = (str(row.get("query_id")), str(row.get("finding_id")))
            if row.get("grade") not in GRADES or isinstance(row["grade"], bool):
                wrong.append(f"{path}, line {number}: grade {row.get('grade')!r}; expected 0, 1, 2 or 3")
            elif grades.get(pair, row["grade"]) != row["grade"]:
                wrong.append(f"{path}, line {number}: {' '.join(pair)} has two grades")
            else:
                grades[pair] = row["grade"]
    if wrong:
        raise InvalidData("\n".join(wrong))
    return grades


def _rows(path: Path) -> list[dict[str, Any]]:
    try:
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    except ValueError as e:
        raise InvalidData(f"{path}: not JSON lines ({e})") from e


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
