"""A corpus in PostgreSQL: what its errors say, and that a password is in none of them."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import postgres
from tests.store import made
from yosnlp.errors import CorpusError
from yosnlp.store import Corpus, url


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with postgres.server() as started:
        yield started


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        pytest.param("postgresql://ann@host/db", "postgresql://ann@host/db", id="a URL"),
        pytest.param(Path("postgres://ann@host:5432/db"), "postgres://ann@host:5432/db", id="as a path"),
        pytest.param("postgresql:///db", "postgresql:///db", id="a socket"),
        pytest.param("in/yos.db", None, id="a file"),
        pytest.param("postgresql.db", None, id="a file of a like name"),
    ],
)
def test_urls(given: str | Path, meant: str | None) -> None:
    assert url(given) == meant


def test_no_corpus_is_there(server: str) -> None:
    with pytest.raises(CorpusError, match=r"no corpus here\. Make one: yosnlp add PATH"):
        Corpus.open(postgres.database(server))


def test_tables_of_something_else_are_left_alone(server: str) -> None:
    import psycopg

    where = postgres.database(server)
    with psycopg.connect(where, autocommit=True) as plain:
        plain.execute("CREATE TABLE reports (name text)")
    with pytest.raises(CorpusError, match=r"holds tables of something else"):
        Corpus.open(where, create=True)


def test_a_server_that_is_not_there_and_no_password_told() -> None:
    if importlib.util.find_spec("psycopg") is None:
        pytest.skip("psycopg is not installed")
    with pytest.raises(CorpusError, match=r"the server cannot be reached .*Check the URL") as told:
        Corpus.open("postgresql://ann:s3cret@127.0.0.1:9/yos", create=True)
    assert "s3cret" not in str(told.value)
    assert str(told.value).startswith("postgresql://ann@127.0.0.1:9/yos: ")


def test_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    found = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "psycopg" else found(name))
    with pytest.raises(CorpusError, match=r"needs a further library: pip install 'yosnlp\[postgres\]'"):
        Corpus.open("postgresql://127.0.0.1/yos")


def test_a_login_that_may_only_read(server: str) -> None:
    import psycopg

    where = postgres.database(server)
    with Corpus.open(where, create=True) as corpus:
        made.put(corpus, made.tagged("north"))
    with psycopg.connect(where, autocommit=True) as plain:
        plain.execute("CREATE ROLE reader LOGIN; GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader")
    with Corpus.open(where.replace("tests@", "reader@")) as corpus:
        assert corpus.verify() == []
        with pytest.raises(CorpusError, match=r"may not be written or read so"):
            corpus.remove(["north"])


def test_a_server_without_pgvector() -> None:
    folder = postgres.without_pgvector()
    if folder is None:
        pytest.skip("no PostgreSQL without pgvector is installed")
    with postgres.server(folder) as bare:
        where = postgres.database(bare)
        with pytest.raises(CorpusError, match=r"the server lacks the extension pgvector .*postgresql-15-pgvector"):
            Corpus.open(where, create=True)


def test_a_server_that_stops(server: str) -> None:
    import psycopg

    where = postgres.database(server)
    with Corpus.open(where, create=True) as corpus:
        with psycopg.connect(where, autocommit=True) as plain:
            plain.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        with pytest.raises(CorpusError, match=r"run the same again|runs\."):
            made.put(corpus, made.tagged("north"))
    with Corpus.open(where) as corpus:
        assert corpus.stored() == []
