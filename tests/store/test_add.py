"""Reports added to a corpus: what is new, the same, changed, moved, said twice or not readable."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.store.stand_in import HALF, LOST, NO_REPORT, Model, write
from yosnlp import pipeline
from yosnlp.errors import CorpusError, NoReports
from yosnlp.pipeline import Added
from yosnlp.records import InPart
from yosnlp.store import Corpus


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("north", "south", "west"):
        write(tmp_path / "in", name)
    return tmp_path / "in"


def test_all_are_added_and_told_as_they_are_done(corpus: Corpus, model: Model, folder: Path) -> None:
    told: list[tuple[int, int, str]] = []
    done = pipeline.add([folder], corpus, progress=lambda *step: told.append(step))
    assert done == Added(added=("north", "south", "west"))
    assert told == [(i, 3, str(folder / f"{name}.txt")) for i, name in enumerate(("north", "south", "west"), start=1)]
    assert corpus.verify() == []


def test_the_same_files_again_add_nothing(corpus: Corpus, model: Model, folder: Path) -> None:
    pipeline.add([folder], corpus)
    model.tagged.clear()
    assert pipeline.add([folder], corpus) == Added(unchanged=("north", "south", "west"))
    assert model.tagged == []


def test_a_changed_file_is_done_again_alone(corpus: Corpus, model: Model, folder: Path) -> None:
    pipeline.add([folder], corpus)
    model.tagged.clear()
    changed = write(folder, "south", more="A page was added.")
    assert pipeline.add([folder], corpus) == Added(replaced=("south",), unchanged=("north", "west"))
    assert model.tagged == [str(changed)]
    assert "A page was added." in corpus.document("south").text


def test_a_file_saved_with_other_line_ends_is_the_same_report_changed(
    corpus: Corpus, model: Model, folder: Path
) -> None:
    pipeline.add([folder], corpus)
    south = folder / "south.txt"
    south.write_bytes(south.read_bytes().replace(b"\n", b"\r\n"))
    assert pipeline.add([south], corpus).replaced == ("south",)


def test_a_newer_model_does_all_again(corpus: Corpus, model: Model, folder: Path) -> None:
    pipeline.add([folder], corpus)
    model.sha256 = "ef" * 32
    done = pipeline.add([folder / "north.txt"], corpus)
    assert (done.replaced, done.others) == (("north",), 2)
    assert pipeline.add([folder], corpus) == Added(replaced=("south", "west"), unchanged=("north",))
    assert {stored.model_sha256 for stored in corpus.stored()} == {"ef" * 32}


def test_vectors_of_another_embedding_are_made_again(corpus: Corpus, model: Model, folder: Path) -> None:
    pipeline.add([folder], corpus)
    corpus.database.execute("UPDATE reports SET embedding_sha256 = '' WHERE report_id = 'south'")
    assert pipeline.add([folder], corpus) == Added(replaced=("south",), unchanged=("north", "west"))
    corpus.database.execute("UPDATE reports SET embedding_sha256 = ''")
    assert pipeline.retag(corpus).retagged == ("north", "south", "west")


def test_a_file_that_moved_is_known_by_its_hash(corpus: Corpus, model: Model, folder: Path) -> None:
    pipeline.add([folder], corpus)
    model.tagged.clear()
    (folder / "south.txt").rename(folder / "south-2019.txt")
    assert pipeline.add([folder], corpus) == Added(unchanged=("north", "west"), moved=("south",))
    assert model.tagged == []
    assert corpus.document("south").source == str(folder / "south-2019.txt")


@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["copied", "saved again"])
def test_the_same_report_in_a_second_file_is_told(corpus: Corpus, model: Model, folder: Path, ends: str) -> None:
    copy = folder / "zz.txt"
    copy.write_bytes((folder / "south.txt").read_bytes().replace(b"\n", ends.encode()))
    done = pipeline.add([folder], corpus)
    assert done.added == ("north", "south", "west")
    (unread,) = done.unread
    assert (unread.source, unread.repeated) == (str(copy), True)
    assert unread.reason == f"the same report as {folder / 'south.txt'}, read once."
    assert pipeline.add([folder], corpus).unread == (unread,)


def test_a_name_used_again_for_another_report_loses_none(corpus: Corpus, model: Model, tmp_path: Path) -> None:
    latest = write(tmp_path, "latest", "Northmere")
    pipeline.add([latest], corpus)
    write(tmp_path, "latest", "Southmere")
    done = pipeline.add([latest], corpus)
    assert (len(done.added), done.replaced) == (1, ())
    write(tmp_path, "latest", "Southmere", year=2023)
    pipeline.add([latest], corpus)
    assert sorted((stored.service, stored.year) for stored in corpus.stored()) == [
        ("Northmere", 2019),
        ("Southmere", 2019),
        ("Southmere", 2023),
    ]


def test_files_of_one_name_in_two_folders(corpus: Corpus, model: Model, tmp_path: Path) -> None:
    for place in ("north", "south"):
        write(tmp_path / place, "report", place)
    first, second = pipeline.add([tmp_path / "north", tmp_path / "south"], corpus).added
    assert first == "report"
    assert second.startswith("report-")
    again = pipeline.add([tmp_path / "north", tmp_path / "south"], corpus)
    assert again == Added(unchanged=(first, second))


def test_what_cannot_be_read_is_told_and_the_others_are_done(corpus: Corpus, model: Model, folder: Path) -> None:
    (folder / "empty.txt").write_text("")
    (folder / "soup.txt").write_text(NO_REPORT)
    (folder / "scan.pdf").write_bytes(b"%PDF-1.7")
    done = pipeline.add([folder, folder / "lost.txt"], corpus)
    assert done.added == ("north", "south", "west")
    assert {Path(unread.source).name: unread.reason.split(".")[0].split(",")[0] for unread in done.unread} == {
        "empty.txt": "the file is empty",
        "lost.txt": "no such file",
        "scan.pdf": "the PDF is damaged and cannot be opened",
        "soup.txt": "not an inspection report",
    }


def test_a_report_read_in_part_is_told_each_time(corpus: Corpus, model: Model, folder: Path) -> None:
    half = write(folder, "half", more=HALF)
    told = (InPart(source=str(half), reasons=(LOST,), text_whole=False),)
    assert pipeline.add([folder], corpus).partial == told
    assert pipeline.add([folder], corpus).partial == told


def test_nothing_to_read(corpus: Corpus, model: Model, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    with pytest.raises(NoReports, match="no reports found"):
        pipeline.add([tmp_path / "none"], corpus)


def test_the_corpus_keeps_to_its_model(corpus: Corpus, model: Model, folder: Path) -> None:
    pipeline.add([folder], corpus)
    corpus.database.execute("UPDATE models SET model = 'mine'")
    with pytest.raises(CorpusError, match=r"tagged by the model 'mine'.*Give its folder: --model DIR"):
        pipeline.add([folder], corpus)
    assert pipeline.add([folder], corpus, model="fast").unchanged == ("north", "south", "west")


def test_retag_needs_no_files(corpus: Corpus, model: Model, folder: Path) -> None:
    pipeline.add([folder], corpus)
    shutil.rmtree(folder)
    model.sha256 = "ef" * 32
    assert pipeline.retag(corpus).retagged == ("north", "south", "west")
    assert pipeline.retag(corpus).unchanged == ("north", "south", "west")
    assert pipeline.retag(corpus, everything=True).retagged == ("north", "south", "west")
    assert {stored.model_sha256 for stored in corpus.stored()} == {"ef" * 32}
    assert corpus.verify() == []


def test_retag_after_a_newer_version_of_yosnlp(
    corpus: Corpus, model: Model, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipeline.add([folder], corpus)
    monkeypatch.setattr("yosnlp.__version__", "99.0")
    assert pipeline.add([folder], corpus).unchanged == ("north", "south", "west")
    assert len(pipeline.retag(corpus).retagged) == 3


def test_retag_keeps_the_id_of_a_report_and_what_it_cannot_tag(corpus: Corpus, model: Model, tmp_path: Path) -> None:
    first, second = (write(tmp_path / place, "report", place) for place in ("north", "south"))
    ids = pipeline.add([first, second], corpus).added
    corpus.database.execute(
        "UPDATE documents SET text = ? WHERE report_id = ?", [f"{corpus.document(ids[0]).text} {NO_REPORT}", ids[0]]
    )
    done = pipeline.retag(corpus, everything=True)
    assert done.retagged == ids[1:]
    assert done.unread[0].reason.startswith("not an inspection report")
    assert {stored.report_id for stored in corpus.stored()} == set(ids)


def test_tables_are_read_from_a_corpus_as_from_a_folder(corpus: Corpus, model: Model, folder: Path) -> None:
    pipeline.add([folder], corpus)
    assert len(pipeline.read_tables(corpus.where).findings) == 9
    assert len(pipeline.read_tables(Path(corpus.where)).reports) == 3
    with pytest.raises(Exception, match=r"no such folder or corpus"):
        pipeline.read_tables(folder / "nowhere")
    with pytest.raises(Exception, match=r"no tables here"):
        pipeline.read_tables(folder)
