"""No sentence of a real report stands in the project: no run of 14 words is shared with one."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tests.real import REPORTS

ROOT = Path(__file__).resolve().parents[2]
RUN = 14


def _words(path: Path) -> list[str]:
    return re.findall(r"[a-z0-9]+", path.read_text(encoding="utf-8").lower())


def _runs(words: list[str]) -> set[tuple[str, ...]]:
    return {tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}


def test_no_run_of_words_is_shared_with_a_real_report() -> None:
    if not REPORTS.is_dir():
        pytest.skip("the real reports are not part of the repository")
    reports = [p for p in REPORTS.iterdir() if p.suffix in (".txt", ".md") and p.stem != "README"]
    known = set().union(*(_runs(_words(path)) for path in reports))
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    files = [ROOT / name for name in listed.splitlines() if not name.endswith((".safetensors", ".onnx", ".gz"))]
    borrowed = [path.name for path in files if path.is_file() and _runs(_words(path)) & known]
    assert borrowed == []
