"""A corpus in PostgreSQL, for a team that shares one; vectors by its extension pgvector."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from yosnlp.errors import CorpusError
from yosnlp.store.database import Row, Vectors, among, inserting
from yosnlp.store.schema import Migration, migrations

if TYPE_CHECKING:
    import psycopg

    Connection = psycopg.Connection[dict[str, Any]]

#: The lock that writers wait for, so that one at a time gives out keys and ids. Any number that others do not use.
LOCK = 0x796F736E
#: How long a writer waits for another one, in milliseconds.
PATIENCE = 60_000
_HEADER = 4  # bytes before the numbers of a vector as pgvector sends it: how many there are, and nothing

_MENDS = {
    "LockNotAvailable": ("somebody else has been writing to it for a minute", "Run the same again later."),
    "DiskFull": ("the server's disk is full; nothing of what was stored is lost", "Make room and run the same again."),
    "ReadOnlySqlTransaction": ("may not be written", "Use a login that may, and a server that is no copy."),
    "InsufficientPrivilege": ("may not be written or read so", "Ask the owner of the database for the right."),
    "FeatureNotSupported": (
        "the server lacks the extension pgvector",
        "Install it there (Debian: apt install postgresql-15-pgvector) and run the same again.",
    ),
    "OperationalError": ("the server cannot be reached", "Check the URL, and that the server runs."),
    "AdminShutdown": ("the server was stopped", "Start it and run the same again."),
}


class Postgres:
    """The database at a URL."""

    def __init__(self, where: str, connection: Connection) -> None:
        self.where = where
        self.connection = connection

    @classmethod
    def open(cls, url: str, *, create: bool = False) -> Postgres:
        """As `database.connect`; the database itself is there, ``create`` makes the tables in it."""
        where = _without_password(url)
        if importlib.util.find_spec("psycopg") is None:
            raise CorpusError(f"{where}: PostgreSQL needs a further library: pip install 'yosnlp[postgres]'")
        with told(where):
            database = cls(where, _connected(url))
            try:
                database._bring_up_to_date(migrations("postgres"), create=create)
            except BaseException:
                database.close()
                raise
        return database

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        with told(self.where):
            return self.connection.execute(_sql(sql), _storable(values)).fetchall()

    def execute(self, sql: str, values: Sequence[Any] = ()) -> None:
        with told(self.where):
            self.connection.execute(_sql(sql), _storable(values))

    def insert(self, table: str, rows: Iterable[Row]) -> None:
        listed = list(rows)
        if listed:
            sql = inserting(table, list(listed[0]))
            with told(self.where), self.connection.cursor() as cursor:
                cursor.executemany(_sql(sql), [_storable(list(row.values())) for row in listed])

    @contextmanager
    def writing(self) -> Iterator[None]:
        with told(self.where), self.connection.transaction():
            self.connection.execute(_sql("SELECT pg_advisory_xact_lock(?)"), [LOCK])
            yield

    def put_vectors(self, report_id: str, first_key: int, vectors: Vectors) -> None:  # noqa: ARG002 - by finding here
        self.insert(
            "vectors",
            [{"finding_key": key, "embedding": _shown(vector)} for key, vector in enumerate(vectors, start=first_key)],
        )

    def vectors(self, report_ids: Sequence[str] | None = None) -> tuple[NDArray[np.int64], Vectors]:
        condition, values = among("report_id", report_ids)
        sql = (
            "SELECT finding_key, vector_send(embedding) AS sent FROM vectors "
            f"WHERE finding_key IN (SELECT finding_key FROM findings WHERE {condition}) ORDER BY finding_key"
        )
        with told(self.where), self.connection.cursor(binary=True) as cursor:
            rows = cursor.execute(_sql(sql), values).fetchall()
        if not rows:
            return np.empty(0, dtype=np.int64), np.empty((0, 0), dtype=np.float32)
        numbers = np.frombuffer(b"".join(row["sent"][_HEADER:] for row in rows), dtype=">f4")
        return np.array([row["finding_key"] for row in rows]), numbers.reshape(len(rows), -1).astype(np.float32)

    def cosines(self, query: Vectors, report_ids: Sequence[str] | None = None) -> tuple[NDArray[np.int64], Vectors]:
        condition, values = among("report_id", report_ids)
        rows = self.rows(
            "SELECT finding_key, 1 - (embedding <=> ?::vector) AS cosine FROM vectors "
            f"WHERE finding_key IN (SELECT finding_key FROM findings WHERE {condition}) ORDER BY finding_key",
            [_shown(query), *values],
        )
        found = np.array([row["finding_key"] for row in rows], dtype=np.int64)
        return found, np.array([row["cosine"] for row in rows], dtype=np.float32)

    def check(self) -> list[str]:
        """PostgreSQL keeps keys and words in step by itself, and tells a damaged page as it reads it."""
        return []

    def close(self) -> None:
        self.connection.close()

    def _bring_up_to_date(self, steps: Sequence[Migration], *, create: bool) -> None:
        """Apply the ``steps`` that the database has not seen, all or none."""
        version = self._version()
        if not version and not create:
            raise CorpusError(f"{self.where}: no corpus here. Make one: yosnlp add PATH... --corpus {self.where}")
        if version == len(steps):
            return
        with self.writing():  # another writer may be doing the same
            version = self._version()
            if version > len(steps):
                raise CorpusError(
                    f"{self.where}: made by a newer yosnlp (tables of version {version}; this one knows {len(steps)}). "
                    "Install the newer one."
                )
            for step in steps[version:]:
                self.connection.execute(step.sql.encode())
                self.execute(
                    "INSERT INTO meta (name, value) VALUES ('version', ?) "
                    "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                    [str(step.version)],
                )

    def _version(self) -> int:
        """The version of the tables, 0 without any. Raises CorpusError for tables of something else."""
        (row,) = self.rows(
            "SELECT to_regclass('meta') IS NOT NULL AS ours, to_regclass('reports') IS NOT NULL AS taken"
        )
        if not row["ours"]:
            if row["taken"]:
                raise CorpusError(f"{self.where}: holds tables of something else. Give a database of its own.")
            return 0
        versions = self.rows("SELECT value FROM meta WHERE name = 'version'")
        return int(versions[0]["value"]) if versions else 0


@contextmanager
def told(where: str) -> Iterator[None]:
    """What PostgreSQL refuses, as a CorpusError that says how to mend it."""
    import psycopg

    try:
        yield
    except psycopg.Error as e:
        kinds = [kind.__name__ for kind in type(e).__mro__]
        said = " ".join(str(e).split())
        reason, mend = next((_MENDS[kind] for kind in kinds if kind in _MENDS), ("", ""))
        if not reason:
            raise CorpusError(f"{where}: the database says '{said}'. Check it: yosnlp verify --corpus {where}") from e
        raise CorpusError(f"{where}: {reason} ({said}). {mend}") from e


def _connected(url: str) -> Connection:
    import psycopg
    from psycopg.rows import dict_row
    from psycopg.types.string import TextLoader

    connection = psycopg.connect(url, autocommit=True, row_factory=dict_row, connect_timeout=10)
    connection.adapters.register_loader("json", TextLoader)  # JSON is read where it is used, alike for all databases
    connection.execute(f"SET lock_timeout = {PATIENCE}")
    return connection


def _sql(sql: str) -> bytes:
    return sql.replace("?", "%s").encode()


def _storable(values: Sequence[Any]) -> list[Any]:
    """``values`` without the character NUL, which PostgreSQL cannot hold: a sign of one takes its place."""
    return [value.replace("\x00", "\N{SYMBOL FOR NULL}") if isinstance(value, str) else value for value in values]


def _shown(vector: NDArray[np.float32]) -> str:
    return f"[{','.join(f'{number:.7g}' for number in vector.tolist())}]"


def _without_password(url: str) -> str:
    password = urlsplit(url).password
    return url.replace(f":{password}@", "@", 1) if password else url
