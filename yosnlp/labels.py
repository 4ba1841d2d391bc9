"""Labels of real reports, kept apart from their text: file hash, offsets, labels (``corpus/annotations``).

The reports themselves stay where their reader has them; a file is known by its hash alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from yosnlp import resources
from yosnlp.errors import InvalidData, UnreadableInput
from yosnlp.records import Document, FindingKind, Polarity
from yosnlp.text import view


class Label(BaseModel):
    """One labelled stretch of a report: characters ``start`` up to ``end`` of the text as decoded."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    id: str
    start: int
    end: int
    kind: FindingKind | Literal["sentence"]
    polarity: Polarity
    themes: tuple[str, ...]
    domain: str | None = None
    case: bool = False
    annotators: int = 2

    @model_validator(mode="after")
    def _not_empty(self) -> Label:
        if not 0 <= self.start < self.end:
            raise ValueError(f"label {self.id} runs from {self.start} to {self.end}; it must end after it begins")
        return self


class Annotations(BaseModel):
    """The labels of one report, and the hash of the file that they belong to.

    ``ratings`` holds the figures that the report rates, as read by a person: standards, key questions
    and prompts by id, scores, discretion.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    report: str
    sha256: str
    codebook_version: int
    labels: tuple[Label, ...]
    ratings: dict[str, Any]

    def check(self, document: Document) -> None:
        """Raises UnreadableInput if ``document`` is not the file that was labelled."""
        if document.sha256 != self.sha256:
            raise UnreadableInput(
                document.source,
                f"its hash is {document.sha256[:12]}, the labels of {self.report} are for {self.sha256[:12]}",
                "Give the file that was labelled, unchanged.",
            )

    def texts(self, document: Document) -> Iterator[tuple[Label, str]]:
        """Each label with its text in ``document``, white space and mark-up apart. Checks the hash first."""
        self.check(document)
        for label in self.labels:
            yield label, view(document, label.start, label.end).text


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text with its labels, wherever it comes from. ``source`` is the report or collection it belongs to."""

    text: str
    themes: frozenset[str]
    polarity: Polarity
    listed: bool
    source: str
    case: bool = False


class _Example(BaseModel):
    """A line of ``corpus/examples``: its settled labels. What each annotator said stands beside them."""

    text: str
    themes: frozenset[str]
    polarity: Polarity
    form: Literal["listed", "narrative"]


def load(path: Path) -> Annotations:
    """The annotations in the JSON file ``path``. Raises InvalidData with all that breaks the schema."""
    try:
        return Annotations.model_validate_json(path.read_text(encoding="utf-8"))
    except ValidationError as e:
        raise InvalidData(f"{path}: not valid annotations: {e}") from e


def shipped() -> list[Annotations]:
    """The annotations in ``corpus/annotations``, in the order of their report's name."""
    return [load(path) for path in sorted(resources.corpus("annotations").glob("*.json"))]


def file_of(annotations: Annotations, folder: Path) -> Path | None:
    """The file below ``folder`` that ``annotations`` belong to, by its hash; None if it is not there."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == annotations.sha256:
            return path
    return None


def examples() -> list[Labelled]:
    """The written examples of ``corpus/examples``: texts of our own, labelled by two. Raises InvalidData."""
    found = []
    for path in sorted(resources.corpus("examples").glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            try:
                row = _Example.model_validate_json(line)
            except ValidationError as e:
                raise InvalidData(f"{path}, line {number}: not a written example: {e}") from e
            listed = row.form == "listed"
            found.append(Labelled(row.text, row.themes, row.polarity, listed=listed, source="examples"))
    return found
