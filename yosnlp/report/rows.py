"""Rows of a frame with their types known to the reader."""

from __future__ import annotations

from typing import Any

import pandas as pd


def rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Each row of ``frame`` by the names of its columns."""
    return [{str(name): value for name, value in row.items()} for row in frame.to_dict("records")]


def groups(frame: pd.DataFrame, columns: list[str]) -> dict[tuple[Any, ...], pd.DataFrame]:
    """The rows of each group, in the order of their first row; what a row lacks (None) is a value like others."""
    return dict(iter(frame.groupby(columns, sort=False, dropna=False)))
