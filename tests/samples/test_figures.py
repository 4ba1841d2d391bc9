"""The figures across the bundled samples, each worked out anew from the tables with pandas alone."""

from pathlib import Path

from tests.figures import check_all
from yosnlp import resources
from yosnlp.cli.tag import tag
from yosnlp.exchange import read_folder


def test_every_figure_is_found_again_in_the_tables(tmp_path: Path) -> None:
    tag([resources.corpus("sample")], tmp_path / "out", model="fast")
    check_all(read_folder(tmp_path / "out"), tmp_path / "out")
