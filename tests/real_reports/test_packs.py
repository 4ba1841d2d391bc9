"""Evidence packs of the real reports: every quotation stands in its report, where its citation says."""

from pathlib import Path

import pytest

from tests.packs import check_packs
from tests.real import REPORTS
from yosnlp.cli.tag import tag
from yosnlp.exchange import read_folder


def test_every_quotation_stands_where_its_citation_says(tmp_path: Path) -> None:
    if not REPORTS.is_dir():
        pytest.skip(f"no real reports in {REPORTS}")
    tag([REPORTS], tmp_path / "out", model="fast")
    check_packs(read_folder(tmp_path / "out"))
