"""What a store needs of a database: rows, one transaction at a time, vectors, and its own checks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

Row: TypeAlias = dict[str, Any]
Vectors: TypeAlias = NDArray[np.float32]

_SQLITE = b"SQLite format 3\0"  # how every file of SQLite begins
_URL = re.compile(r"(postgres(?:ql)?:)/(/?)(?=\S)")


class Database(Protocol):
    """One database behind a corpus. SQL is written with ``?`` for values, and alike for all.

    Every method raises CorpusError, naming the corpus, where the database refuses.
    """

    where: str

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """The rows that a query gives, each by column."""
        ...

    def execute(self, sql: str, values: Sequence[Any] = ()) -> None:
        """Run one statement."""
        ...

    def insert(self, table: str, rows: Iterable[Row]) -> None:
        """Add ``rows``, which have the same columns in the same order."""
        ...

    def writing(self) -> AbstractContextManager[None]:
        """A transaction that no other writer is in: kept whole at its end, dropped whole on an exception."""
        ...

    def put_vectors(self, report_id: str, first_key: int, vectors: Vectors) -> None:
        """Keep the vectors of a report's findings, which have the keys from ``first_key`` on."""
        ...

    def vectors(self, report_ids: Sequence[str] | None = None) -> tuple[NDArray[np.int64], Vectors]:
        """Keys of findings, ascending, and their vectors; of all reports without ``report_ids``."""
        ...

    def cosines(self, query: Vectors, report_ids: Sequence[str] | None = None) -> tuple[NDArray[np.int64], Vectors]:
        """Keys of findings, ascending, and the cosine of the vector of each with ``query``, one of unit length."""
        ...

    def check(self) -> list[str]:
        """What is wrong with the database itself, a sentence each."""
        ...

    def close(self) -> None:
        """Let go of the database."""
        ...


def url(where: str | Path) -> str | None:
    """``where`` as a URL of PostgreSQL, if it is one; as a `Path` it has lost a stroke."""
    found = _URL.match(str(where))
    return f"{found[1]}//{str(where)[found.end() :]}" if found else None


def inserting(table: str, columns: Sequence[str]) -> str:
    """The statement that puts a row of ``columns`` into ``table``."""
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"


def is_corpus(where: str | Path) -> bool:
    """Whether ``where`` is a URL of PostgreSQL or a file of SQLite; a corpus or not, `connect` says."""
    path = Path(where)
    if url(where) is not None or not path.is_file():
        return url(where) is not None
    with path.open("rb") as file:
        return file.read(len(_SQLITE)) == _SQLITE


def connect(where: str | Path, *, create: bool = False) -> Database:
    """The database in an SQLite file, or at a ``postgresql://`` URL, its tables brought up to date.

    Raises CorpusError if there is none and ``create`` is not set, or if it is no corpus.
    """
    address = url(where)
    if address is not None:
        from yosnlp.store.postgres import Postgres

        return Postgres.open(address, create=create)
    from yosnlp.store.sqlite import Sqlite

    return Sqlite.open(Path(where), create=create)


def among(column: str, values: Sequence[Any] | None) -> tuple[str, list[Any]]:
    """A condition that ``column`` holds one of ``values``, any where there are None, and the values to fill in."""
    if values is None:
        return "1 = 1", []
    if not values:
        return "1 = 0", []
    return f"{column} IN ({', '.join('?' * len(values))})", list(values)
