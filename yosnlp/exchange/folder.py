"""An output folder, written whole or not at all, and never over what somebody else put there."""

from __future__ import annotations

import contextlib
import hashlib
import json
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from yosnlp.errors import OutputExists, YosnlpError
from yosnlp.exchange.certificate import AUTHOR

#: The file that says what a folder holds.
RUN = "run.json"
_LEFT_BY_SYSTEM = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})


def check_free(out: Path) -> None:
    """Raise OutputExists unless ``out`` is absent, empty, or a folder of ours that nobody changed since."""
    if not out.exists():
        return
    if not out.is_dir():
        raise OutputExists(f"{out}: is a file, and a folder is needed. Choose another name.")
    written = _written(out)
    files = (path for path in out.rglob("*") if path.is_file() and path.name not in _LEFT_BY_SYSTEM)
    names = sorted(path.relative_to(out).as_posix() for path in files)
    foreign = [name for name in names if name not in written and not (written and name == RUN)]
    if foreign:
        raise OutputExists(
            f"{out}: holds what yosnlp did not write ({_some(foreign)}). Choose another folder, or move that away."
        )
    changed = [name for name in names if name in written and _sha256(out / name) != written[name]]
    if changed:
        raise OutputExists(
            f"{out}: {_some(changed)} changed since yosnlp wrote it. Choose another folder, or move that away."
        )


def replace(out: Path, fill: Callable[[Path], None]) -> None:
    """Make ``out`` a folder of exactly what ``fill`` writes to the folder that it is given, in one step.

    It is written to a folder beside it, which then takes its place; if that fails, the former folder is
    put back. Raises OutputExists as `check_free` does, and YosnlpError where the system refuses to write.
    """
    check_free(out)
    out = out.resolve()
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with _beside(out) as hold:
            new, old = hold / "new", hold / "old"
            new.mkdir()
            fill(new)
            _exchange(out, new, old)
    except OSError as e:
        raise YosnlpError(
            f"{out}: cannot be written ({e.strerror}). Close what has its files open, or choose another folder."
        ) from e


def _exchange(out: Path, new: Path, old: Path) -> None:
    if out.exists():
        out.rename(old)
    try:
        new.rename(out)
    except BaseException:
        if old.exists():
            old.rename(out)
        raise


@contextlib.contextmanager
def _beside(out: Path) -> Iterator[Path]:
    """A working folder on the same file system, removed afterwards unless it still holds the former output."""
    hold = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    try:
        yield hold
    finally:
        if out.exists() or not (hold / "old").exists():
            shutil.rmtree(hold, ignore_errors=True)


def _written(out: Path) -> dict[str, str]:
    """The files that yosnlp wrote to the folder, with their SHA-256; empty if it wrote none."""
    try:
        run = json.loads((out / RUN).read_text(encoding="utf-8"))
        if run["written_by"] != AUTHOR:
            return {}
        return {str(name): str(file["sha256"]) for name, file in run["files"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def _some(names: list[str]) -> str:
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
