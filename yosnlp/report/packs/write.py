"""A pack to a file, in the format that its name tells."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from yosnlp.errors import OutputExists, YosnlpError
from yosnlp.report.packs.markdown import markdown
from yosnlp.report.packs.pack import Pack
from yosnlp.report.packs.spreadsheet import spreadsheet
from yosnlp.report.packs.word import word

FORMATS: dict[str, Callable[[Pack], bytes]] = {".docx": word, ".md": markdown, ".xlsx": spreadsheet}


def write_pack(pack: Pack, path: Path, *, replace: bool = False) -> None:
    """Write ``pack`` to ``path``; the same pack gives the same bytes.

    Raises YosnlpError as `check_pack_name` does, and for a file that cannot be written.
    """
    check_pack_name(path, replace=replace)
    content = FORMATS[path.suffix.lower()](pack)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as e:
        raise YosnlpError(
            f"{path}: cannot be written ({e.strerror}). Close it elsewhere, or choose another name."
        ) from e


def check_pack_name(path: Path, *, replace: bool = False) -> None:
    """Raise YosnlpError, before any work, if `write_pack` could not write to a file of that name.

    Raises OutputExists for a file that is there, and is not to be replaced: a person may have worked on it.
    """
    if path.suffix.lower() not in FORMATS:
        raise YosnlpError(f"{path}: ends in none of {', '.join(FORMATS)}, by which the format is told")
    if path.is_dir():
        raise YosnlpError(f"{path}: is a folder, and a file is needed")
    if path.exists() and not replace:
        raise OutputExists(
            f"{path}: is there already, and may hold notes of yours. Choose another name, or replace it with --replace."
        )
