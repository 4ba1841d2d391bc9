"""What every database behind a corpus must do: SQLite and PostgreSQL alike."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from tests import postgres
from tests.exchange.made import results
from tests.store import made
from yosnlp.errors import CorpusError
from yosnlp.exchange import Content
from yosnlp.records import TaggedReport
from yosnlp.store import Corpus


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with postgres.server() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgres"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return str(tmp_path / "yos.db")
    return postgres.database(request.getfixturevalue("server"))


@pytest.fixture
def corpus(where: str) -> Iterator[Corpus]:
    with Corpus.open(where, create=True) as opened:
        yield opened


def counts(corpus: Corpus) -> dict[str, int]:
    """Rows of each table."""
    names = (
        *("reports", "documents", "findings", "finding_themes", "evidence", "quantities", "links", "ratings"),
        *("key_questions", "vectors", "models", "themes"),
    )
    return {name: corpus.database.rows(f"SELECT count(*) AS n FROM {name}")[0]["n"] for name in names}


def test_an_empty_corpus_is_whole(corpus: Corpus) -> None:
    assert corpus.verify() == []
    assert corpus.tables().findings.empty
    assert corpus.reports().empty
    assert (corpus.model(), corpus.stored(), corpus.vectors()[0]) == (None, [], [])


def test_tables_are_those_of_the_run(corpus: Corpus) -> None:
    reports = [made.tagged("north"), made.tagged("south")]
    made.put(corpus, *reversed(reports))
    run, held = Content.of(results(*reports)).tables(), corpus.tables()
    for name in ("reports", "findings", "ratings", "key_questions"):
        pd.testing.assert_frame_equal(getattr(run, name), getattr(held, name))
    assert held.themes == run.themes
    assert {held.run[name] for name in ("model", "version")} == {"cues", "0.1.0"}


def test_tables_of_some_reports(corpus: Corpus) -> None:
    made.put(corpus, made.tagged("north"), made.tagged("south"), made.tagged("west"))
    held = corpus.tables(["south", "north"])
    assert list(held.reports["report_id"]) == ["north", "south"]
    assert set(held.findings["report_id"]) == {"north", "south"}
    assert corpus.tables([]).reports.empty


def test_the_text_comes_back_as_it_was_read(corpus: Corpus) -> None:
    report = made.tagged("north")
    made.put(corpus, report)
    assert corpus.document("north") == replace(report.report.document, blocks=())


def test_vectors_come_back_by_finding(corpus: Corpus) -> None:
    reports = [made.tagged(name) for name in ("north", "south", "west")]
    made.put(corpus, *reports)
    ids, vectors = corpus.vectors()
    assert ids == [f.id for report in reports for f in report.findings]
    cosines = np.sum(vectors * np.concatenate([made.vectors(report) for report in reports]), axis=1)
    assert cosines == pytest.approx(1, abs=0.005)
    assert vectors.dtype == np.float32
    assert corpus.vectors(["south"])[0] == ["south-1", "south-2", "south-3"]
    assert corpus.vectors([])[0] == []


def test_cosines_are_those_of_the_vectors(corpus: Corpus) -> None:
    reports = [made.tagged(name) for name in ("north", "south")]
    made.put(corpus, *reports)
    query = made.vectors(reports[1])[2]
    keys, cosines = corpus.database.cosines(query)
    assert list(keys) == list(corpus.database.vectors()[0])
    expected = np.concatenate([made.vectors(report) for report in reports]) @ query
    assert cosines == pytest.approx(expected, abs=0.005)
    assert len(corpus.database.cosines(query, ["south"])[0]) == 3
    assert len(corpus.database.cosines(query, [])[0]) == 0


def test_the_same_file_again_takes_its_own_place(corpus: Corpus) -> None:
    made.put(corpus, made.tagged("north"), made.tagged("south"))
    before = counts(corpus)
    assert made.put(corpus, made.tagged("north")) == ["north"]
    assert counts(corpus) == before


def test_a_report_that_replaces_another_keeps_its_id(corpus: Corpus) -> None:
    made.put(corpus, made.tagged("north"))
    changed = made.tagged("later", text="second edition")
    stored = corpus.put(changed, made.provenance(), made.LABELS, made.vectors(changed), replaces="north")
    assert stored == "north"
    assert list(corpus.tables().findings["finding_id"]) == ["north-1", "north-2", "north-3"]
    assert corpus.document("north").text.endswith("second edition\n")
    assert corpus.verify() == []


def test_two_reports_of_one_name_are_both_kept(corpus: Corpus) -> None:
    other = made.tagged("north", source="elsewhere/north.txt", text="another one")
    ids = made.put(corpus, made.tagged("north"), other)
    assert ids == ["north", f"north-{other.report.document.sha256[:8]}"]
    assert corpus.tables().findings["finding_id"].is_unique
    repeats = corpus.tables([ids[1]]).findings["repeat_of"]
    assert repeats[1] == f"{ids[1]}-1"


def test_what_is_known_of_a_file(corpus: Corpus) -> None:
    report = made.tagged("north")
    made.put(corpus, report)
    document = report.report.document
    stored = corpus.known(document.sha256)
    assert stored is not None
    assert (stored.report_id, stored.source_file, stored.model_sha256) == ("north", "in/north.txt", "cd" * 32)
    assert corpus.known_at(Path("in/north.txt")) == stored
    assert corpus.known_text(document.text.upper().replace(" ", "\n")) == stored
    assert corpus.known("00") is corpus.known_at(Path("in/south.txt")) is corpus.known_text("something else") is None


def test_a_file_that_moved(corpus: Corpus) -> None:
    made.put(corpus, made.tagged("north"))
    corpus.moved("north", Path("archive/n.txt"))
    assert set(corpus.tables().findings["source_file"]) == {"archive/n.txt"}
    assert list(corpus.tables().reports["source_file"]) == ["archive/n.txt"]
    assert corpus.known_at(Path("archive/n.txt")) is not None


def test_what_is_removed_leaves_nothing_behind(corpus: Corpus) -> None:
    made.put(corpus, made.tagged("north"))
    before = counts(corpus)
    made.put(corpus, made.tagged("south"), model_sha256="ef" * 32)
    corpus.remove(["south"])
    assert counts(corpus) == before
    corpus.remove(["north"])
    assert set(counts(corpus).values()) == {0}
    assert corpus.verify() == []


def test_a_report_that_is_not_there_is_told_and_none_removed(corpus: Corpus) -> None:
    made.put(corpus, made.tagged("north"))
    with pytest.raises(CorpusError, match=r"no report 'nroth'\. Did you mean north\? See those there: yosnlp list"):
        corpus.remove(["north", "nroth"])
    assert [stored.report_id for stored in corpus.stored()] == ["north"]
    with pytest.raises(CorpusError, match="no report 'nroth'"):
        corpus.document("nroth")


def test_a_report_that_fails_half_way_leaves_the_former_one(corpus: Corpus) -> None:
    report = made.tagged("north")
    made.put(corpus, report)
    before, tables = counts(corpus), corpus.tables()
    twice = replace(report, findings=(*report.findings, report.findings[0]))
    with pytest.raises(CorpusError, match=r"(?i)unique"):
        made.put(corpus, twice)
    assert counts(corpus) == before
    pd.testing.assert_frame_equal(corpus.tables().findings, tables.findings)


def test_vectors_that_do_not_fit_are_refused(corpus: Corpus) -> None:
    report = made.tagged("north")
    with pytest.raises(CorpusError, match="north: 1 vectors for 3 findings"):
        corpus.put(report, made.provenance(), made.LABELS, made.vectors(report)[:1])
    assert corpus.stored() == []


def test_a_report_without_findings(corpus: Corpus) -> None:
    empty = replace(made.tagged("north"), findings=(), themes={}, links=())
    made.put(corpus, empty)
    assert corpus.verify() == []
    assert list(corpus.reports()["findings"]) == [0]


def test_text_of_any_character_is_stored(corpus: Corpus) -> None:
    odd = "It’s \x01\t “odd”: %s ? ; -- '\"\\ 🙂 ﬁ \u2028 end"
    report = made.tagged("north", text=odd)
    made.put(corpus, report)
    assert corpus.document("north").text == report.report.document.text
    assert corpus.verify() == []


def test_the_character_nul_moves_no_offset(corpus: Corpus) -> None:
    report = made.tagged("north", text="a\x00b")
    made.put(corpus, report)
    assert len(corpus.document("north").text) == len(report.report.document.text)


def test_themes_are_those_of_the_models_in_use(corpus: Corpus) -> None:
    made.put(corpus, made.tagged("north"))
    other = made.tagged("south")
    bare = replace(other, themes={})
    corpus.put(bare, made.provenance("ef" * 32, codebook_version=2), [("housing", "Housing")], made.vectors(bare))
    assert corpus.themes() == (("ete", "Education, training and employment"), ("housing", "Housing"), *made.LABELS[1:])
    corpus.remove(["north"])
    assert corpus.themes() == (("housing", "Housing"),)


@pytest.mark.parametrize(
    ("view", "rows"),
    [
        pytest.param("report_overview", 2, id="reports"),
        pytest.param("findings_with_ratings", 6, id="findings with ratings"),
        pytest.param("areas_for_improvement", 0, id="areas for improvement: the only one repeats another finding"),
        pytest.param("theme_counts", 2, id="themes by polarity"),
    ],
)
def test_views(corpus: Corpus, view: str, rows: int) -> None:
    made.put(corpus, made.tagged("north"), made.tagged("south"))
    assert len(corpus.database.rows(f"SELECT * FROM {view}")) == rows


def test_list_of_reports(corpus: Corpus) -> None:
    made.put(corpus, made.tagged("south"), made.tagged("north"))
    (first, _) = corpus.reports().to_dict("records")
    assert {k: first[k] for k in ("report_id", "service", "year", "findings", "findings_that_count", "model")} == {
        "report_id": "north",
        "service": "North",
        "year": 2019,
        "findings": 3,
        "findings_that_count": 1,
        "model": "cues",
    }
    assert first["added"].startswith("20")


def test_the_date_of_adding_stays_when_a_report_is_tagged_again(corpus: Corpus) -> None:
    made.put(corpus, made.tagged("north"))
    corpus.database.execute("UPDATE reports SET added = '2020-01-01T00:00:00+00:00'")
    made.put(corpus, made.tagged("north"), model_sha256="ef" * 32)
    assert list(corpus.reports()["added"]) == ["2020-01-01T00:00:00+00:00"]


def test_writers_wait_for_each_other(where: str) -> None:
    """Four writers make the corpus and store reports of one name at once: none is lost, none fails."""
    failed: list[BaseException] = []

    def write(writer: int) -> None:
        try:
            with Corpus.open(where, create=True) as corpus:
                made.put(corpus, *(_edition(writer, i) for i in range(6)))
        except BaseException as e:
            failed.append(e)

    writers = [threading.Thread(target=write, args=[n]) for n in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert failed == []
    with Corpus.open(where) as corpus:
        assert len({stored.report_id for stored in corpus.stored()}) == 24
        assert corpus.verify() == []


def _edition(writer: int, number: int) -> TaggedReport:
    return made.tagged("north", source=f"of{writer}/north{number}.txt", text=f"writer {writer}, edition {number}")


def test_a_corpus_is_read_while_another_writes(where: str) -> None:
    with Corpus.open(where, create=True) as writer, Corpus.open(where) as reader:
        made.put(writer, made.tagged("north"))
        with writer.database.writing():
            writer.database.execute("DELETE FROM reports")
            assert [stored.report_id for stored in reader.stored()] == ["north"]
        assert reader.stored() == []


def test_a_span_that_points_elsewhere_is_told(corpus: Corpus) -> None:
    made.put(corpus, made.tagged("north"))
    corpus.database.execute("UPDATE findings SET span_start = span_start + 1 WHERE finding_id = 'north-2'")
    assert corpus.verify() == [f"north-2: its text does not stand in the report at {_start(corpus)}"]


def _start(corpus: Corpus) -> int:
    (row,) = corpus.database.rows("SELECT span_start FROM findings WHERE finding_id = 'north-2'")
    return int(row["span_start"])


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        pytest.param("DELETE FROM vectors", "north-1: has no vector", id="a vector is missing"),
        pytest.param("DELETE FROM documents", "north: its text is missing", id="the text is missing"),
        pytest.param(
            "UPDATE documents SET text = text || 'more'",
            "north: its text is not the one that was stored",
            id="the text changed",
        ),
        pytest.param(
            "UPDATE evidence SET text = 'of schools'",
            "north-1: its evidence does not stand in the report at",
            id="evidence that is not there",
        ),
    ],
)
def test_what_verify_finds(corpus: Corpus, damage: str, told: str) -> None:
    made.put(corpus, made.tagged("north"))
    corpus.database.execute(damage)
    assert told in "\n".join(corpus.verify())
