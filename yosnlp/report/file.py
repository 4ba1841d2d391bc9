"""The page as a file, never over what somebody else wrote."""

from __future__ import annotations

from pathlib import Path

from yosnlp.errors import OutputExists, YosnlpError

#: The mark by which a page of ours is known again; it stands near the start of the file.
MARK = '<meta name="generator" content="yosnlp">'
_START = 1000  # characters


def check_free(path: Path) -> None:
    """Raise OutputExists unless ``path`` is absent or a page that `write` wrote; YosnlpError for another name."""
    if path.suffix.lower() not in (".html", ".htm"):
        raise YosnlpError(f"{path}: the report is a web page; give a name that ends in .html")
    if path.is_dir():
        raise OutputExists(f"{path}: is a folder, and a file is needed. Choose another name.")
    if path.exists() and not _ours(path):
        raise OutputExists(f"{path}: yosnlp did not write this file. Choose another name, or move it away.")


def write(html: str, path: Path) -> None:
    """Write ``html`` to ``path``. Raises as `check_free` does, and YosnlpError where the system refuses to write."""
    check_free(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        new = path.with_name(f".{path.name}.new")
        new.write_bytes(html.encode())
        new.replace(path)
    except OSError as e:
        raise YosnlpError(
            f"{path}: cannot be written ({e.strerror}). Close it elsewhere, or choose another name."
        ) from e


def _ours(path: Path) -> bool:
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            return MARK in file.read(_START)
    except OSError:
        return False
