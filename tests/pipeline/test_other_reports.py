"""Reports of another kind, from files to figures: refused, or read and kept apart."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.reports.test_other_kinds import of
from yosnlp import analysis, pipeline, resources
from yosnlp.analysis import scope
from yosnlp.report.page import page
from yosnlp.store import Corpus

THEMATIC = of("A thematic inspection of schools on moors")


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    shutil.copy(resources.corpus("sample", "northmere-yjs.md"), folder)
    (folder / "schools.md").write_text(THEMATIC, encoding="utf-8")
    return folder


def test_it_is_refused_with_what_it_is_and_how_to_read_it(reports: Path) -> None:
    found = pipeline.tag([reports], model="fast")
    (unread,) = found.unread
    assert unread.source.endswith("schools.md")
    assert "a thematic report" in unread.reason
    assert "--allow-other" in unread.reason


def test_allowed_it_is_tagged_and_in_no_share(reports: Path, tmp_path: Path) -> None:
    pipeline.tag_to([reports], tmp_path / "out", model="fast", allow_other=True)
    tables = pipeline.read_tables(tmp_path / "out")
    assert tables.run["options"] == {"allow_other": True}
    assert dict(zip(tables.reports["report_id"], tables.reports["report_kind"], strict=True)) == {
        "northmere-yjs": "inspection",
        "schools": "thematic",
    }
    assert len(tables.findings[tables.findings["report_id"] == "schools"]) == 5
    assert set(tables.ratings["report_id"]) == {"northmere-yjs"}
    assert set(analysis.frequency(tables)["reports_in_scope"]) <= {0, 1}
    assert "1 report is of another kind" in page(tables)


def test_a_corpus_holds_it_and_tags_it_again(reports: Path, tmp_path: Path) -> None:
    with Corpus.open(tmp_path / "c.db", create=True) as corpus:
        assert pipeline.add([reports], corpus, model="fast").added == ("northmere-yjs",)
        assert pipeline.add([reports], corpus, model="fast", allow_other=True).added == ("schools",)
        assert pipeline.add([reports], corpus, model="fast").unchanged == ("northmere-yjs", "schools")
        again = pipeline.retag(corpus, "fast", everything=True)
        assert (again.unread, set(again.retagged)) == ((), {"northmere-yjs", "schools"})
        tables = corpus.tables()
    assert set(scope.inspected(tables).reports["report_id"]) == {"northmere-yjs"}
