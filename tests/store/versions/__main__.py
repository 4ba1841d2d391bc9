"""Make the corpora of the present version."""

from __future__ import annotations

import gzip
import os
import subprocess
import tempfile
from pathlib import Path

from tests import postgres
from tests.store import made
from yosnlp.store import Corpus
from yosnlp.store.schema import migrations

NAMES = ("north", "south")


def main() -> None:
    here = Path(__file__).resolve().parent
    os.chdir("/")  # the paths of the reports are in it
    version = len(migrations("sqlite"))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "yos.db"
        made.corpus(path, *NAMES).close()
        _write(here / f"{version:04d}.db.gz", path.read_bytes())
    programs = postgres.programs()
    if programs is None:
        raise SystemExit(postgres.missing())
    with postgres.server() as server:
        url = postgres.database(server)
        with Corpus.open(url, create=True) as corpus:
            made.put(corpus, *(made.tagged(name) for name in NAMES))
        dump = [str(programs / "pg_dump"), "--inserts", "--no-owner", "--no-privileges", url]
        lines = subprocess.run(dump, check=True, capture_output=True).stdout.splitlines(keepends=True)
        _write(here / f"{version:04d}.postgres.sql.gz", b"".join(x for x in lines if not x.startswith(b"\\")))


def _write(path: Path, content: bytes) -> None:
    path.write_bytes(gzip.compress(content, mtime=0))


main()
