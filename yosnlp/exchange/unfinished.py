"""A run under way: what it has found of each file, kept on disk, so that nothing done is lost and memory stays flat."""

from __future__ import annotations

import json
import shutil
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from yosnlp.errors import OutputExists, YosnlpError
from yosnlp.exchange.certificate import certificate_entry, unread_entry
from yosnlp.exchange.content import Content
from yosnlp.exchange.jsonl import finding_records
from yosnlp.exchange.rows import key_question_rows, rating_rows
from yosnlp.records import TaggedReport, Unread

_TABLES = ("findings", "ratings", "key_questions")
_RUN, _INPUTS = "run.json", "inputs.jsonl"


@dataclass(frozen=True, slots=True)
class Done:
    """A file that is done: its hash, what of it is remembered, and its entry in the certificate or why it has none.

    ``rows``: of each table, the bytes from and up to which its rows stand, and how many they are.
    """

    sha256: str
    memory: Mapping[str, Any]
    report: Mapping[str, Any] | None
    unread: Mapping[str, Any] | None
    rows: Mapping[str, tuple[int, int, int]]


class Unfinished:
    """A folder beside ``out`` that holds what is done of a run into it, one file after another.

    A line of ``inputs.jsonl`` is written after the rows that it speaks of: what a kill cuts off is not spoken of.
    """

    def __init__(self, out: Path) -> None:
        self.folder = folder_of(out)
        self.done: dict[str, Done] = {}

    def begin(self, run: Mapping[str, Any]) -> None:
        """Begin anew. Raises OutputExists where something else has the folder's name, YosnlpError if it cannot be."""
        if self.folder.exists() and not (self.folder / _RUN).is_file():
            raise OutputExists(f"{self.folder}: needed for the work, and is not of yosnlp. Move it away.")
        try:
            shutil.rmtree(self.folder, ignore_errors=True)
            self.folder.mkdir(parents=True)
            (self.folder / _RUN).write_text(json.dumps(run, ensure_ascii=False), encoding="utf-8")
        except OSError as e:
            raise YosnlpError(f"{self.folder}: cannot be written ({e.strerror}). Choose another folder.") from e

    def resume(self, run: Mapping[str, Any]) -> None:
        """Go on with what is there. Raises YosnlpError if there is nothing, or it was begun with another model."""
        if not (self.folder / _RUN).is_file():
            raise YosnlpError(f"{self.folder}: no unfinished run. Begin it without --resume.")
        begun = json.loads((self.folder / _RUN).read_text(encoding="utf-8"))
        if begun != json.loads(json.dumps(run)):
            raise YosnlpError(
                f"{self.folder}: begun by another version, model or choice of options. Begin anew without --resume."
            )
        for line in self._lines(_INPUTS):
            entry = json.loads(line)
            where = entry.pop("where")
            self.done[where] = Done(**entry)
        for table in _TABLES:
            self._cut(table)

    def keep(
        self,
        where: str,
        sha256: str,
        outcome: TaggedReport | Unread,
        *,
        themes: Sequence[str],
        memory: Mapping[str, Any],
    ) -> None:
        """Keep what became of the file ``where``; it is safe when this returns."""
        tagged = outcome if isinstance(outcome, TaggedReport) else None
        found: dict[str, list[Any]] = {table: [] for table in _TABLES}
        if tagged is not None:
            found["findings"] += finding_records(tagged, themes)
            found["ratings"] += rating_rows(tagged)
            found["key_questions"] += key_question_rows(tagged)
        entry = {
            "sha256": sha256,
            "memory": memory,
            "report": certificate_entry(tagged) if tagged else None,
            "unread": None if isinstance(outcome, TaggedReport) else _unread(outcome),
            "rows": {table: self._append(table, rows) for table, rows in found.items()},
        }
        with (self.folder / _INPUTS).open("ab") as file:
            file.write(f"{_json({'where': where, **entry})}\n".encode(errors="backslashreplace"))
        self.done[where] = Done(**json.loads(_json(entry)))

    def count(self) -> int:
        """How many files are done, in a run that was stopped."""
        path = self.folder / _INPUTS
        return path.read_bytes().count(b"\n") if path.is_file() else 0

    def content(self, run: Mapping[str, Any], order: Sequence[str]) -> Content:
        """What the run found, its files in that ``order``; rows are read from disk as they are asked for."""
        entries = [self.done[where] for where in order]
        reports = [entry.report for entry in entries if entry.report is not None]
        unread = [entry.unread for entry in entries if entry.unread is not None]
        certificate = {
            "reports_read": len(reports),
            "inputs_unread": len(unread),
            "reports": reports,
            "unread": [unread_entry(Unread(**told)) for told in unread],
        }
        rows = {t: _Rows(self.folder / f"{t}.jsonl", [entry.rows[t] for entry in entries]) for t in _TABLES}
        return Content(certificate=certificate, run=run, **rows)

    def remove(self) -> None:
        """Remove the folder: the run is finished, or nothing of it is worth keeping."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _append(self, table: str, rows: Sequence[Any]) -> tuple[int, int, int]:
        with (self.folder / f"{table}.jsonl").open("ab") as file:
            start = file.tell()
            file.write("".join(f"{_json(row)}\n" for row in rows).encode(errors="backslashreplace"))
            return start, file.tell(), len(rows)

    def _cut(self, table: str) -> None:
        """Cut off rows whose file was not done."""
        path = self.folder / f"{table}.jsonl"
        end = max((entry.rows[table][1] for entry in self.done.values()), default=0)
        with path.open("ab") as file:
            file.truncate(end)

    def _lines(self, name: str) -> Iterator[bytes]:
        path = self.folder / name
        data = path.read_bytes() if path.exists() else b""
        whole = data[: data.rfind(b"\n") + 1]
        if whole != data:
            path.write_bytes(whole)
        return iter(whole.splitlines())


@dataclass(frozen=True, slots=True)
class _Rows(Collection[Mapping[str, Any]]):
    """Rows in a file of JSON lines, read each time that they are gone through."""

    path: Path
    stretches: Sequence[tuple[int, int, int]]

    def __iter__(self) -> Iterator[Mapping[str, Any]]:
        with self.path.open("rb") as file:
            for start, end, _ in self.stretches:
                file.seek(start)
                for line in file.read(end - start).splitlines():
                    yield json.loads(line)

    def __len__(self) -> int:
        return sum(count for _, _, count in self.stretches)

    def __contains__(self, row: object) -> bool:
        return any(row == other for other in self)


def folder_of(out: Path) -> Path:
    """The folder in which a run into ``out`` keeps what is done."""
    return out.parent / f"{out.name}.unfinished"


def _unread(unread: Unread) -> dict[str, Any]:
    return {"source": unread.source, "reason": unread.reason, "repeated": unread.repeated}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
