"""Key questions and prompts with their figures, by the programme's ids.

A question of a table is a key question, told by its number or by the words in ``about``. A key question asked again
over a table of its own is the heading of its prompts, numbered as they are printed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby

from yosnlp.frameworks import Framework, Standard
from yosnlp.ratings.passages import Passage
from yosnlp.ratings.rows import Row
from yosnlp.ratings.tables import rows
from yosnlp.records import KeyQuestion
from yosnlp.text import letters


def read(passages: list[Passage], framework: Framework) -> tuple[list[KeyQuestion], list[str]]:
    """The key questions and prompts in the order of the programme, and what does not fit.

    A figure that stands at several places is given once; places that differ are reported.
    """
    found: list[tuple[KeyQuestion, Row]] = []
    odd: list[str] = []
    read_rows = [row for row in rows(passages) if _numbered_or_placed(row, framework)]
    for (standard_id, _), group in groupby(read_rows, key=lambda r: (_standard_of(r, framework), r.place)):
        standard = framework.standard(standard_id)
        if standard is not None:
            table = _Standard(standard)
            table.read(group)
            found += table.found
            odd += table.odd
    return _once(found, odd, framework), odd


def _standard_of(row: Row, framework: Framework) -> str | None:
    """The standard of a row: by the number that its question bears, or by where it stands."""
    if row.number:
        head = row.number.upper()
        numbered = next((s.id for _, s in framework.standards() if head.startswith(f"{s.id}.")), None)
        return numbered or row.standard_id
    return row.standard_id


def _numbered_or_placed(row: Row, framework: Framework) -> bool:
    return _standard_of(row, framework) is not None


@dataclass(slots=True)
class _Standard:
    """The questions of one standard at one place, as its tables are read."""

    standard: Standard
    found: list[tuple[KeyQuestion, Row]] = field(default_factory=list)
    odd: list[str] = field(default_factory=list)
    asked: str | None = None  # the key question just asked without a figure
    over: str | None = None  # the key question whose prompts are being read
    last_over: str | None = None
    prompts: int = 0
    after_prose: bool = False
    unknown: list[Row] = field(default_factory=list)

    def read(self, group: Iterable[Row]) -> None:
        for row in group:
            if row.kind == "prose":
                self.after_prose, self.asked, self.over = True, None, None
            elif row.kind == "heading":
                self.asked = self._id(row) or self.asked
            elif row.kind == "head":
                self._head(row)
            else:
                self._row(row)
        self._settle_unknown()

    def _head(self, row: Row) -> None:
        """The head of a table: of prompts, if a key question stands over it or the key questions are done."""
        if self.asked:
            self._open(self.asked)
        elif self.after_prose and self.found and self.over is None and (following := self._next()):
            self._open(following)
            self.odd.append(
                f"standard {self.standard.id}: a table of prompts without its key question in {row.place}, "
                f"taken by its order to belong to {following}"
            )
        self.asked, self.after_prose = None, False

    def _open(self, question_id: str) -> None:
        if question_id != self.over:
            self.over, self.last_over, self.prompts = question_id, question_id, 0

    def _next(self) -> str | None:
        """The key question after the one whose prompts were read last."""
        ids = [q.id for q in self.standard.key_questions]
        at = ids.index(self.last_over) + 1 if self.last_over in ids else 0
        return ids[at] if at < len(ids) else None

    def _row(self, row: Row) -> None:
        if not _possible(row):
            self.odd.append(f"standard {self.standard.id}: impossible figure in {row.place}: '{row.question}'")
            return
        known = {q.question_id for q, _ in self.found}
        number = row.number.count(".") - self.standard.id.count(".") if row.number else 0
        question_id = self._id(row)
        if number == 2 and row.number:
            self._open(row.number.rpartition(".")[0].upper())
            self._prompt(row)
        elif self.over is not None and number == 0:
            self._prompt(row)
        elif question_id and question_id not in known:
            self._keep(row, question_id)
        elif self.asked and row.question:
            self._open(self.asked)
            self._prompt(row)
        else:
            self.unknown.append(row)
        self.asked = None

    def _prompt(self, row: Row) -> None:
        self.prompts += 1
        question_id = f"{self.over}.{self.prompts}"
        self.found.append((_question(row, "prompt", question_id, self.standard, self._matter(self.over)), row))
        if not row.question:
            self.odd.append(f"prompt {question_id}: the figure has no question beside it")

    def _keep(self, row: Row, question_id: str) -> None:
        matter = self._matter(question_id)
        self.found.append((_question(row, "key_question", question_id, self.standard, matter), row))

    def _matter(self, question_id: str | None) -> str | None:
        return next((q.matter for q in self.standard.key_questions if q.id == question_id), None)

    def _id(self, row: Row) -> str | None:
        """Id of the key question that a row asks."""
        if row.number:
            number = row.number.upper()
            return number if number.count(".") == self.standard.id.count(".") + 1 else None
        words = letters(row.question)
        told = [(len(a), q.id) for q in self.standard.key_questions for a in q.about if letters(a) in words]
        return max(told, key=lambda pair: pair[0])[1] if told else None

    def _settle_unknown(self) -> None:
        """One question not known by its words is the one key question that is left, if so it stands."""
        known = {q.question_id for q, _ in self.found if q.level == "key_question"}
        left = [q.id for q in self.standard.key_questions if q.id not in known]
        if known and len(self.unknown) == len(left) == 1 and self.unknown[0].question:
            self._keep(self.unknown[0], left[0])
            return
        for row in self.unknown:
            if row.question:
                self.odd.append(
                    f"standard {self.standard.id}: not a known key question in {row.place}: '{row.question}'"
                )


def _possible(row: Row) -> bool:
    if row.percent is not None:
        return row.percent <= 100
    return row.yes is None or row.relevant is None or row.yes <= row.relevant


def _question(row: Row, level: str, question_id: str, standard: Standard, matter: str | None) -> KeyQuestion:
    return KeyQuestion(
        level="prompt" if level == "prompt" else "key_question",
        standard_id=standard.id,
        question_id=question_id,
        question=row.question,
        matter=matter,
        percent=row.percent,
        yes=row.yes,
        relevant=row.relevant,
        start=row.start,
        end=row.end,
    )


def _once(found: list[tuple[KeyQuestion, Row]], odd: list[str], framework: Framework) -> list[KeyQuestion]:
    """Each question once, the first place first; in the order of the programme."""
    kept: dict[str, tuple[KeyQuestion, Row]] = {}
    for question, row in found:
        first, first_row = kept.setdefault(question.question_id, (question, row))
        if first.share_percent is None and question.share_percent is not None:
            kept[question.question_id] = (question, row)
        elif question.share_percent is not None and first.share_percent != question.share_percent:
            odd.append(
                f"key question {question.question_id}: {_figure(first)} in {first_row.place}, "
                f"{_figure(question)} in {row.place}"
            )
    order = {s.id: i for i, (_, s) in enumerate(framework.standards())}
    questions = [question for question, _ in kept.values()]
    return sorted(questions, key=lambda q: (order[q.standard_id], _parts(q.question_id)))


def _figure(question: KeyQuestion) -> str:
    return f"{question.percent}%" if question.percent is not None else f"{question.yes} of {question.relevant}"


def _parts(question_id: str) -> tuple[int, ...]:
    return tuple(int(part.lstrip("V") or 0) for part in question_id.split("."))
