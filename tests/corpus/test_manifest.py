"""The corpus is what its manifest says."""

from __future__ import annotations

from pathlib import Path

from training.manifest import text
from yosnlp import resources


def test_the_manifest_is_up_to_date() -> None:
    assert Path(resources.corpus("manifest.json")).read_text(encoding="utf-8") == text(), "python -m training.manifest"
