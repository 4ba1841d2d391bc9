"""A corpus in an SQLite file: what is no corpus, what may not be written, what is damaged, what others see of it."""

from __future__ import annotations

import os
import pwd
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store import made
from yosnlp.errors import CorpusError
from yosnlp.store import Corpus
from yosnlp.store import sqlite as backend
from yosnlp.store.sqlite import PAGE


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A corpus of two reports."""
    made.corpus(tmp_path / "yos.db", "north", "south").close()
    return tmp_path / "yos.db"


def test_no_corpus_is_there(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"yos\.db: no corpus here\. Make one: yosnlp add PATH"):
        Corpus.open(tmp_path / "yos.db")
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_is_no_corpus_until_it_is_made_one(tmp_path: Path) -> None:
    (tmp_path / "yos.db").touch()
    with pytest.raises(CorpusError, match=r"no corpus here"):
        Corpus.open(tmp_path / "yos.db")
    assert (tmp_path / "yos.db").read_bytes() == b""
    assert made.corpus(tmp_path / "yos.db", "north").verify() == []


def test_a_folder_is_no_corpus(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"is a folder, and a corpus is a file"):
        Corpus.open(tmp_path, create=True)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"cannot be opened .*Check that its folder is there"):
        Corpus.open(tmp_path / "no" / "yos.db", create=True)


@pytest.mark.parametrize("create", [False, True], ids=["to be read", "to be made"])
def test_other_files_are_left_as_they_are(tmp_path: Path, create: bool) -> None:
    (tmp_path / "notes.txt").write_text("Not a database at all. " * 100)
    with sqlite3.connect(tmp_path / "other.db") as other:
        other.execute("CREATE TABLE things (name TEXT)")
    other.close()
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.raises(CorpusError, match=r"notes\.txt: is no corpus"):
        Corpus.open(tmp_path / "notes.txt", create=create)
    with pytest.raises(CorpusError, match=r"other\.db: is a database, but no corpus"):
        Corpus.open(tmp_path / "other.db", create=create)
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_one_file_remains_when_it_is_closed(file: Path) -> None:
    assert [path.name for path in file.parent.iterdir()] == ["yos.db"]


def test_other_programs_read_it_as_it_is(file: Path) -> None:
    plain = sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)
    views = [name for (name,) in plain.execute("SELECT name FROM sqlite_master WHERE type = 'view' ORDER BY name")]
    assert views == ["areas_for_improvement", "findings_with_ratings", "report_overview", "theme_counts"]
    rows = plain.execute("SELECT finding_id, themes, rating FROM findings_with_ratings ORDER BY finding_id LIMIT 1")
    assert rows.fetchone() == ("north-1", "ete, victims", "Requires improvement")
    found = plain.execute(
        "SELECT finding_id FROM findings_fts JOIN findings ON findings.finding_key = findings_fts.rowid "
        "WHERE findings_fts MATCH 'wish' ORDER BY finding_id"
    )
    assert found.fetchall() == [("north-1",), ("south-1",)]
    assert plain.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    plain.close()


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        pytest.param(
            "INSERT INTO findings_fts (findings_fts, rowid, text) SELECT 'delete', finding_key, text FROM findings",
            "findings_fts: the words of the findings are not those stored",
            id="words that search would miss",
        ),
        pytest.param(
            "DELETE FROM models", "reports: row 1 belongs to nothing in models", id="a row that belongs to nothing"
        ),
        pytest.param(
            "UPDATE vectors SET first_key = 70 WHERE first_key = 4",
            "vectors: one for finding_key 70, which is no finding",
            id="vectors of no finding",
        ),
    ],
)
def test_what_verify_finds(file: Path, damage: str, told: str) -> None:
    with sqlite3.connect(file) as plain:  # without foreign keys
        plain.execute(damage)
    plain.close()
    with Corpus.open(file) as corpus:
        assert told in "\n".join(corpus.verify())


def test_a_damaged_file_is_told(file: Path) -> None:
    content = bytearray(file.read_bytes())
    for page in range(PAGE, len(content), 3 * PAGE):
        content[page : page + 200] = b"\xff" * 200
    file.write_bytes(content)
    try:
        with Corpus.open(file) as corpus:
            assert corpus.verify()
    except CorpusError as e:
        assert "is damaged" in str(e)  # noqa: PT017 - either way of telling will do


def test_a_full_disk_costs_nothing_that_was_stored(file: Path) -> None:
    with Corpus.open(file) as corpus:
        (pages,) = corpus.database.rows("PRAGMA page_count")
        corpus.database.execute(f"PRAGMA max_page_count = {pages['page_count'] + 2}")
        with pytest.raises(CorpusError, match=r"yos\.db: the disk is full; nothing of what was stored is lost"):
            made.put(corpus, *(made.tagged(f"more{i}", text="so much to say " * 200) for i in range(50)))
        assert corpus.verify() == []
        stored = len(corpus.stored())
        corpus.database.execute("PRAGMA max_page_count = 1000000")
        made.put(corpus, made.tagged("last"))
        assert len(corpus.stored()) == stored + 1


def test_a_file_that_may_not_grow(file: Path) -> None:
    """The system itself refuses to write on, in the midst of a transaction."""
    code = (
        "import resource, sys; from tests.store import made; from yosnlp.store import Corpus\n"
        "corpus = Corpus.open(sys.argv[1])\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1_200_000, resource.RLIM_INFINITY))\n"
        "for i in range(200): made.put(corpus, made.tagged(f'more{i}'))\n"
    )
    ran = subprocess.run([sys.executable, "-c", code, str(file)], capture_output=True, text=True)
    assert ran.returncode == 1
    assert "yosnlp.errors.CorpusError" in ran.stderr
    assert "Check that there is room" in ran.stderr or "the disk is full" in ran.stderr
    with Corpus.open(file) as corpus:
        assert corpus.verify() == []
        assert 2 <= len(corpus.stored()) < 202
        made.put(corpus, made.tagged("last"))


@pytest.fixture
def unprivileged() -> Iterator[Path]:
    """A folder of a user whom permissions bind."""
    folder = Path(tempfile.mkdtemp(prefix="yos-"))
    user = os.geteuid()
    if user == 0:
        nobody = pwd.getpwnam("nobody")
        os.chown(folder, nobody.pw_uid, nobody.pw_gid)
        os.seteuid(nobody.pw_uid)
    yield folder
    if user == 0:
        os.seteuid(0)
    folder.chmod(0o700)
    shutil.rmtree(folder)


def test_a_file_that_may_not_be_written_is_read(unprivileged: Path) -> None:
    path = unprivileged / "yos.db"
    made.corpus(path, "north").close()
    path.chmod(0o444)
    _is_read_only(path)


def test_a_folder_that_may_not_be_written_is_read(unprivileged: Path) -> None:
    path = unprivileged / "yos.db"
    made.corpus(path, "north").close()
    path.chmod(0o444)
    unprivileged.chmod(0o555)
    _is_read_only(path)


def _is_read_only(path: Path) -> None:
    before = path.read_bytes()
    with Corpus.open(path) as corpus:
        assert corpus.verify() == []
        assert len(corpus.tables().findings) == 3
        with pytest.raises(CorpusError, match=r"yos\.db: may not be written .*Check its permissions"):
            made.put(corpus, made.tagged("south"))
        assert len(corpus.stored()) == 1
    assert path.read_bytes() == before


def test_a_writer_that_waits_too_long_is_told(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backend, "PATIENCE", 0)
    with (
        Corpus.open(file) as first,
        Corpus.open(file) as second,
        first.database.writing(),
        pytest.raises(CorpusError, match=r"somebody else has been writing to it"),
    ):
        second.remove(["north"])
