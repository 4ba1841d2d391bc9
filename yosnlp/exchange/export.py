"""Frames to the files that analysts take away: CSV, XLSX, Parquet, JSON, told by the name of the file."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Mapping
from math import isinf
from pathlib import Path
from typing import TYPE_CHECKING, Any

from yosnlp.errors import YosnlpError
from yosnlp.exchange.tables import Row, Table, to_csv

if TYPE_CHECKING:
    import pandas as pd


def export(frames: Mapping[str, pd.DataFrame], path: Path) -> list[Path]:
    """Write ``frames``, by name, to ``path`` and give the files written.

    XLSX (a sheet a frame, header frozen, filters on) and JSON (lists of records by name) hold them all; CSV and
    Parquet hold one frame a file: the first goes to ``path``, the others beside it with their name added.

    Raises YosnlpError for a name that ends in none of these, a missing library, or a file that cannot be written.
    """
    check_name(path)
    try:
        contents = _WRITERS[path.suffix.lower()](frames, path)
        for file, content in contents.items():
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
    except OSError as e:
        raise _unwritable(path, e) from e
    return list(contents)


def _unwritable(path: Path, error: OSError) -> YosnlpError:
    return YosnlpError(f"{path}: cannot be written ({error.strerror}). Close it elsewhere, or choose another name.")


def export_json(held: Mapping[str, Any], path: Path) -> None:
    """Write ``held`` to ``path`` as JSON. Raises YosnlpError if the file cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(f"{json.dumps(held, ensure_ascii=False, indent=2)}\n".encode(errors="backslashreplace"))
    except OSError as e:
        raise _unwritable(path, e) from e


def check_name(path: Path) -> None:
    """Raise YosnlpError, before any work, if `export` could not write to a file of that name."""
    if path.suffix.lower() not in _WRITERS:
        raise YosnlpError(f"{path}: ends in none of {', '.join(_WRITERS)}, by which the format is told")
    if path.is_dir():
        raise YosnlpError(f"{path}: is a folder, and a file is needed")


def plain_rows(frame: pd.DataFrame) -> list[Row]:
    """The rows of ``frame`` with plain values: what is not known is None, lists are joined by ``;``."""
    columns = [str(column) for column in frame.columns]
    return [
        {c: _plain(v) for c, v in zip(columns, row, strict=True)} for row in frame.itertuples(index=False, name=None)
    ]


def _plain(value: Any) -> Any:
    if isinstance(value, (tuple, list)):
        return ";".join(str(_plain(part)) for part in value)
    if isinstance(value, Mapping):
        return ";".join(f"{name}={part}" for name, part in value.items())
    if hasattr(value, "item"):  # a number of NumPy's
        value = value.item()
    if isinstance(value, float) and isinf(value):
        return str(value)  # an odds ratio may be infinite, and neither JSON nor Excel has a number for it
    return None if value is None or type(value).__name__ in ("NAType", "NaTType") or value != value else value


def _csv(frames: Mapping[str, pd.DataFrame], path: Path) -> dict[Path, bytes]:
    return {
        _beside(path, i, name): to_csv(Table(tuple(map(str, frame.columns)), plain_rows(frame)))
        for i, (name, frame) in enumerate(frames.items())
    }


def _json(frames: Mapping[str, pd.DataFrame], path: Path) -> dict[Path, bytes]:
    held = {name: plain_rows(frame) for name, frame in frames.items()}
    return {path: f"{json.dumps(held, ensure_ascii=False, indent=1)}\n".encode(errors="backslashreplace")}


def _parquet(frames: Mapping[str, pd.DataFrame], path: Path) -> dict[Path, bytes]:
    import pandas as pd

    contents = {}
    for i, (name, frame) in enumerate(frames.items()):
        file = io.BytesIO()
        rows = pd.DataFrame(plain_rows(frame), columns=list(frame.columns))
        kept = {c: frame[c].dtype for c in frame.columns if frame[c].dtype != "object"}
        try:
            rows.astype(kept).to_parquet(file, index=False)
        except ImportError as e:
            raise YosnlpError(f"{path}: Parquet needs a further library: pip install 'yosnlp[parquet]'") from e
        contents[_beside(path, i, name)] = file.getvalue()
    return contents


def _xlsx(frames: Mapping[str, pd.DataFrame], path: Path) -> dict[Path, bytes]:
    from yosnlp.exchange.workbook import workbook

    sheets = {name: Table(tuple(map(str, frame.columns)), plain_rows(frame)) for name, frame in frames.items()}
    return {path: workbook(sheets)}


def _beside(path: Path, place: int, name: str) -> Path:
    return path if place == 0 else path.with_name(f"{path.stem}_{name}{path.suffix}")


_WRITERS: dict[str, Callable[[Mapping[str, pd.DataFrame], Path], dict[Path, bytes]]] = {
    ".csv": _csv,
    ".xlsx": _xlsx,
    ".parquet": _parquet,
    ".json": _json,
}
