"""Evidence packs of the bundled samples: every quotation stands in its report, where its citation says."""

from pathlib import Path

from tests.packs import check_packs
from yosnlp import resources
from yosnlp.cli.tag import tag
from yosnlp.exchange import read_folder


def test_every_quotation_stands_where_its_citation_says(tmp_path: Path) -> None:
    tag([resources.corpus("sample")], tmp_path / "out", model="fast")
    check_packs(read_folder(tmp_path / "out"))
