"""The figures across the real reports, each worked out anew from the tables with pandas alone."""

from pathlib import Path

import pytest

from tests.figures import check_all
from tests.real import REPORTS
from yosnlp.cli.tag import tag
from yosnlp.exchange import read_folder


def test_every_figure_is_found_again_in_the_tables(tmp_path: Path) -> None:
    if not REPORTS.is_dir():
        pytest.skip(f"no real reports in {REPORTS}")
    tag([REPORTS], tmp_path / "out", model="fast")
    check_all(read_folder(tmp_path / "out"), tmp_path / "out")
