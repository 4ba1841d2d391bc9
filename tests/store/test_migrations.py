"""Tables of every earlier version are brought up to date, whole or not at all."""

from __future__ import annotations

import gzip
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

from tests import postgres
from tests.store import made
from yosnlp.errors import CorpusError
from yosnlp.store import Corpus
from yosnlp.store.schema import Migration, migrations

VERSIONS = Path(__file__).parent / "versions"
SQLITE = sorted(VERSIONS.glob("*.db.gz"))
POSTGRES = sorted(VERSIONS.glob("*.postgres.sql.gz"))
NOW = len(migrations("sqlite"))
NEXT = Migration(
    NOW + 1,
    "made_up",
    "-- A version that there is not.\nALTER TABLE reports ADD COLUMN region TEXT;\n"
    "CREATE VIEW regions AS SELECT region, count(*) AS reports FROM reports GROUP BY region;\n"
    "UPDATE reports SET region = 'unknown; not stated';\n",
)
BROKEN = Migration(NOW + 1, "broken", "ALTER TABLE reports ADD COLUMN region TEXT;\nUPDATE nothing SET x = 1;\n")


def schema(path: Path) -> dict[str, str]:
    """The SQL of each table, index, view and trigger."""
    plain = sqlite3.connect(path)
    rows = dict(plain.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"))
    plain.close()
    return rows


def unpacked(sample: Path, folder: Path) -> Path:
    path = folder / "yos.db"
    path.write_bytes(gzip.decompress(sample.read_bytes()))
    return path


def is_whole(corpus: Corpus, fresh: Corpus) -> None:
    """It holds what one made today holds, and takes more."""
    assert corpus.verify() == []
    for name in ("reports", "findings", "ratings", "key_questions"):
        pd.testing.assert_frame_equal(getattr(corpus.tables(), name), getattr(fresh.tables(), name))
    assert corpus.vectors()[0] == fresh.vectors()[0]
    made.put(corpus, made.tagged("west"))
    assert corpus.verify() == []


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Corpus]:
    with made.corpus(tmp_path / "fresh.db", "north", "south") as corpus:
        yield corpus


@pytest.mark.parametrize("backend", ["sqlite", "postgres"])
def test_versions_follow_one_another(backend: str) -> None:
    assert [step.version for step in migrations(backend)] == list(range(1, len(migrations(backend)) + 1))


@pytest.mark.parametrize(("backend", "samples"), [("sqlite", SQLITE), ("postgres", POSTGRES)])
def test_each_version_has_a_corpus_to_start_from(backend: str, samples: list[Path]) -> None:
    assert [int(path.name[:4]) for path in samples] == [step.version for step in migrations(backend)]


@pytest.mark.parametrize("sample", SQLITE, ids=lambda path: path.name[:4])
def test_sqlite_from_every_version(sample: Path, tmp_path: Path, fresh: Corpus) -> None:
    path = unpacked(sample, tmp_path)
    with Corpus.open(path) as corpus:
        is_whole(corpus, fresh)
    assert schema(path) == schema(Path(fresh.where))  # in no way other than one made today


@pytest.mark.parametrize("sample", POSTGRES, ids=lambda path: path.name[:4])
def test_postgres_from_every_version(sample: Path, fresh: Corpus) -> None:
    with postgres.server() as server:
        import psycopg

        url = postgres.database(server)
        with psycopg.connect(url, autocommit=True) as plain:
            plain.execute(gzip.decompress(sample.read_bytes()))
        with Corpus.open(url) as corpus:
            is_whole(corpus, fresh)


@pytest.fixture(params=["sqlite", "postgres"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A corpus of the present version with a report in it."""
    if request.param == "sqlite":
        made.corpus(tmp_path / "yos.db", "north").close()
        yield str(tmp_path / "yos.db")
        return
    with postgres.server() as server:
        url = postgres.database(server)
        with Corpus.open(url, create=True) as corpus:
            made.put(corpus, made.tagged("north"))
        yield url


def coming(monkeypatch: pytest.MonkeyPatch, step: Migration) -> None:
    """From here on, yosnlp is one that knows a further version."""
    for backend in ("sqlite", "postgres"):
        steps = [*migrations(backend), step]
        monkeypatch.setattr(f"yosnlp.store.{backend}.migrations", lambda _, steps=steps: steps)


def test_a_further_version(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    coming(monkeypatch, NEXT)
    for _ in range(2):  # the second time there is nothing to do
        with Corpus.open(where) as corpus:
            assert corpus.database.rows("SELECT * FROM regions") == [{"region": "unknown; not stated", "reports": 1}]
            assert corpus.verify() == []


def test_a_version_that_fails_half_way_changes_nothing(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as later:
        coming(later, BROKEN)
        with pytest.raises(CorpusError, match=r"nothing"):
            Corpus.open(where)
    with Corpus.open(where) as corpus:
        assert "region" not in corpus.database.rows("SELECT * FROM reports")[0]
        made.put(corpus, made.tagged("south"))
        assert corpus.verify() == []


def test_a_newer_corpus_is_not_touched(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as later:
        coming(later, NEXT)
        Corpus.open(where).close()
    told = rf"made by a newer yosnlp \(tables of version {NOW + 1}; this one knows {NOW}\)"
    with pytest.raises(CorpusError, match=told):
        Corpus.open(where)
