"""A corpus in one SQLite file, which any number may read while one writes."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from yosnlp.errors import CorpusError
from yosnlp.store.database import Row, Vectors, among, inserting
from yosnlp.store.schema import Migration, migrations
from yosnlp.store.vectors import cosines, keys, packed, unpacked

#: "yosn": by it a corpus is told from other SQLite files.
APPLICATION = 0x796F736E
#: How long a writer waits for another one, in seconds. A report is stored in well under one.
PATIENCE = 60
_PAUSE = 0.02
#: Bytes of a page. Vectors lie in long rows: at SQLite's own 4096 it takes thrice as long to read them all.
PAGE = 16384

_MENDS = {
    "SQLITE_READONLY": ("may not be written", "Check its permissions and its folder's, or choose another corpus."),
    "SQLITE_FULL": ("the disk is full; nothing of what was stored is lost", "Make room and run the same again."),
    "SQLITE_IOERR": (
        "the disk could not be read or written",
        "Check that there is room on it, and run the same again.",
    ),
    "SQLITE_BUSY": ("somebody else has been writing to it for a minute", "Run the same again later."),
    "SQLITE_CANTOPEN": ("cannot be opened", "Check that its folder is there and may be written."),
    "SQLITE_NOTADB": ("is no corpus", "Give one that 'yosnlp add' made."),
    "SQLITE_CORRUPT": ("is damaged", "Take it from a copy, or remove it and add the reports again."),
}


class Sqlite:
    """The database in the file ``where``."""

    def __init__(self, where: str, connection: sqlite3.Connection) -> None:
        self.where = where
        self.connection = connection

    @classmethod
    def open(cls, path: Path, *, create: bool = False) -> Sqlite:
        """As `database.connect`. A file that may not be written is opened to be read."""
        if not path.exists() and not create:
            raise _none(str(path))
        if path.is_dir():
            raise CorpusError(f"{path}: is a folder, and a corpus is a file. Give its name too.")
        with told(str(path)):
            database = cls(str(path), _connected(path))
            try:
                database._bring_up_to_date(migrations("sqlite"), create=create)
            except BaseException:
                database.close()
                raise
        return database

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        with told(self.where):
            return [dict(row) for row in self.connection.execute(sql, values)]

    def execute(self, sql: str, values: Sequence[Any] = ()) -> None:
        with told(self.where):
            self.connection.execute(sql, values)

    def insert(self, table: str, rows: Iterable[Row]) -> None:
        listed = list(rows)
        if listed:
            sql = inserting(table, list(listed[0]))
            with told(self.where):
                self.connection.executemany(sql, [tuple(row.values()) for row in listed])

    @contextmanager
    def writing(self) -> Iterator[None]:
        with told(self.where):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:  # a full disk ends it by itself
                    self.connection.execute("ROLLBACK")
                raise

    def put_vectors(self, report_id: str, first_key: int, vectors: Vectors) -> None:
        self.insert("vectors", [{"report_id": report_id, "first_key": first_key, **packed(vectors)}])

    def vectors(self, report_ids: Sequence[str] | None = None) -> tuple[NDArray[np.int64], Vectors]:
        held = self._packed(report_ids)
        return keys(held), unpacked(held)

    def cosines(self, query: Vectors, report_ids: Sequence[str] | None = None) -> tuple[NDArray[np.int64], Vectors]:
        held = self._packed(report_ids)
        return keys(held), cosines(held, query)

    def check(self) -> list[str]:
        said = [f"SQLite: {row['integrity_check']}" for row in self.rows("PRAGMA integrity_check")]
        wrong = [line for line in said if line != "SQLite: ok"]
        lost = self.rows("PRAGMA foreign_key_check")
        wrong += [f"{row['table']}: row {row['rowid']} belongs to nothing in {row['parent']}" for row in lost]
        return wrong + self._words_out_of_step()

    def close(self) -> None:
        self.connection.close()

    def _packed(self, report_ids: Sequence[str] | None) -> list[Row]:
        condition, values = among("report_id", report_ids)
        rows = self.rows(f"SELECT * FROM vectors WHERE {condition} AND findings", values)
        return sorted(rows, key=lambda row: int(row["first_key"]))  # SQLite would copy the vectors to sort them

    def _words_out_of_step(self) -> list[str]:
        """Findings that word search would not find, or would find by words that they do not hold."""
        try:
            self.connection.execute("INSERT INTO findings_fts (findings_fts, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError as e:
            if e.sqlite_errorname.startswith("SQLITE_READONLY"):
                return []  # the check is written as a change, though it makes none
            return [f"findings_fts: the words of the findings are not those stored ({e})"]
        return []

    def _bring_up_to_date(self, steps: Sequence[Migration], *, create: bool) -> None:
        """Apply the ``steps`` that the file has not seen, all or none."""
        version = self._version()  # first of all: what is no corpus is left as it is
        if not version and not create:
            raise _none(self.where)
        if version == len(steps):
            return
        if not version:
            self.connection.execute(f"PRAGMA page_size = {PAGE}")
            self._write_ahead()
        with self.writing():  # another writer may be doing the same
            version = self._version()
            if version > len(steps):
                raise CorpusError(
                    f"{self.where}: made by a newer yosnlp (tables of version {version}; this one knows {len(steps)}). "
                    "Install the newer one."
                )
            for step in steps[version:]:
                for statement in statements(step.sql):
                    self.connection.execute(statement)
                self.connection.execute(f"PRAGMA user_version = {step.version}")
            self.connection.execute(f"PRAGMA application_id = {APPLICATION}")

    def _write_ahead(self) -> None:
        """Keep a write-ahead log. SQLite does not wait here by itself where another writer makes the same corpus."""
        given_up = time.monotonic() + PATIENCE
        while True:
            try:
                self.connection.execute("PRAGMA journal_mode = WAL")
                return
            except sqlite3.OperationalError as e:
                if not e.sqlite_errorname.startswith("SQLITE_BUSY") or time.monotonic() > given_up:
                    raise
                time.sleep(_PAUSE)

    def _version(self) -> int:
        """The version of the tables. Raises CorpusError for a file of something else."""
        (version,) = self.connection.execute("PRAGMA user_version").fetchone()
        (application,) = self.connection.execute("PRAGMA application_id").fetchone()
        (objects,) = self.connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if application != APPLICATION and (objects or version):
            raise CorpusError(f"{self.where}: is a database, but no corpus. Give one that 'yosnlp add' made.")
        return int(version)


def statements(sql: str) -> Iterator[str]:
    """The statements of an SQL file, one by one: `executescript` would end the transaction that they stand in."""
    held = ""
    for line in sql.splitlines(keepends=True):
        held += line
        if sqlite3.complete_statement(held):
            yield held
            held = ""


@contextmanager
def told(where: str) -> Iterator[None]:
    """What SQLite refuses, as a CorpusError that says how to mend it."""
    try:
        yield
    except sqlite3.Error as e:
        name = getattr(e, "sqlite_errorname", "")
        reason, mend = next((said for start, said in _MENDS.items() if name.startswith(start)), ("", ""))
        if not reason:
            raise CorpusError(f"{where}: the database says '{e}'. Check it: yosnlp verify --corpus {where}") from e
        raise CorpusError(f"{where}: {reason} ({e}). {mend}") from e


def _none(where: str) -> CorpusError:
    return CorpusError(f"{where}: no corpus here. Make one: yosnlp add PATH... --corpus {where}")


def _connected(path: Path) -> sqlite3.Connection:
    """A connection set to wait for other writers, to keep foreign keys, and to keep what is committed."""
    connection = _opened(path.resolve())
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def _opened(path: Path) -> sqlite3.Connection:
    try:
        connection = _connect(f"{path.as_uri()}?mode=rwc")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        return connection
    except sqlite3.OperationalError as e:
        if not path.exists() or not e.sqlite_errorname.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN")):
            raise
    # A file beside which nothing may be written, as a write-ahead log needs it: so nobody can be writing to it either.
    return _connect(f"{path.as_uri()}?immutable=1")


def _connect(uri: str) -> sqlite3.Connection:
    return sqlite3.connect(uri, uri=True, timeout=PATIENCE, isolation_level=None)
