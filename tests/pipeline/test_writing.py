"""A run into a folder: what is done stays done when it is stopped, and the outcome is that of a run that was not."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from yosnlp import pipeline, resources
from yosnlp.errors import OutputExists, YosnlpError
from yosnlp.exchange import Unfinished
from yosnlp.reading import Options
from yosnlp.records import Unread


class Stop(BaseException):
    """What Ctrl-C does at a place that a test chooses."""


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("northmere-yjs.md", "aldermoor-yos.txt"):
        shutil.copy(resources.corpus("sample", name), folder)
    (folder / "broken.txt").write_bytes(b"\x00\x01\x02" * 100)
    shutil.copy(folder / "northmere-yjs.md", folder / "zz-copy.md")
    return folder


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def stopped(reports: Path, out: Path, after: int) -> None:
    def progress(done: int, total: int, source: str) -> None:
        if done == after:
            raise Stop

    with pytest.raises(Stop):
        pipeline.tag_to([reports], out, model="fast", progress=progress)


def test_a_run_says_what_it_wrote_and_leaves_nothing_else(reports: Path, tmp_path: Path) -> None:
    written = pipeline.tag_to([reports], tmp_path / "out", model="fast")
    broken, again = written.unread
    assert (written.reports, broken.repeated, again.repeated) == (2, False, True)
    assert broken.reason.startswith("the file is binary, not text")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "out"]


@pytest.mark.parametrize("after", [1, 2, 3])
def test_a_run_that_was_stopped_goes_on_to_the_same_tables(reports: Path, tmp_path: Path, after: int) -> None:
    whole, out = tmp_path / "whole", tmp_path / "out"
    pipeline.tag_to([reports], whole, model="fast")
    stopped(reports, out, after)
    assert not out.exists()
    assert Unfinished(out).count() == after
    done: list[int] = []
    pipeline.tag_to([reports], out, model="fast", resume=True, progress=lambda n, of, name: done.append(n))
    assert held(out) == held(whole)
    assert done[-1] == 4
    assert not Unfinished(out).folder.exists()


def test_what_a_kill_cut_off_is_done_again(reports: Path, tmp_path: Path) -> None:
    whole, out = tmp_path / "whole", tmp_path / "out"
    pipeline.tag_to([reports], whole, model="fast")
    stopped(reports, out, 1)
    folder = Unfinished(out).folder
    for name, part in (("findings.jsonl", b'{"finding_id": "half'), ("inputs.jsonl", b'{"where": "ha')):
        with (folder / name).open("ab") as file:
            file.write(part)
    pipeline.tag_to([reports], out, model="fast", resume=True)
    assert held(out) == held(whole)


def test_without_resume_a_run_is_begun_anew(reports: Path, tmp_path: Path) -> None:
    stopped(reports, tmp_path / "out", 1)
    assert pipeline.tag_to([reports], tmp_path / "out", model="fast").reports == 2


def test_what_cannot_be_gone_on_with_is_said(reports: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    with pytest.raises(YosnlpError, match=r"no unfinished run\. Begin it without --resume"):
        pipeline.tag_to([reports], out, model="fast", resume=True)
    stopped(reports, out, 1)
    with pytest.raises(YosnlpError, match="begun by another version, model or choice of options"):
        pipeline.tag_to([reports], out, model="fast", options=Options(ocr=True), resume=True)
    (reports / "aldermoor-yos.txt").write_text("Something else.")
    with pytest.raises(YosnlpError, match=r"aldermoor-yos\.txt: changed since the run was begun"):
        pipeline.tag_to([reports], out, model="fast", resume=True)


def test_a_folder_that_is_in_the_way_is_left_alone(reports: Path, tmp_path: Path) -> None:
    (tmp_path / "out.unfinished").mkdir()
    (tmp_path / "out.unfinished" / "notes.docx").write_text("mine")
    with pytest.raises(OutputExists, match=r"out\.unfinished: needed for the work, and is not of yosnlp"):
        pipeline.tag_to([reports], tmp_path / "out", model="fast")


def test_a_fault_of_ours_costs_a_file_not_the_batch(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from yosnlp.pipeline import tagging

    real = tagging.tag_document

    def failing(document, models, **options):  # type: ignore[no-untyped-def]
        if document.source.endswith("aldermoor-yos.txt"):
            raise ZeroDivisionError("division by zero")
        return real(document, models, **options)

    monkeypatch.setattr(tagging, "tag_document", failing)
    written = pipeline.tag_to([reports], tmp_path / "out", model="fast")
    assert written.reports == 1
    assert (
        Unread(
            source=str(reports / "aldermoor-yos.txt"),
            reason="a fault in yosnlp (ZeroDivisionError: division by zero). Please report it.",
        )
        in written.unread
    )


def test_unread_inputs_are_in_the_certificate(reports: Path, tmp_path: Path) -> None:
    pipeline.tag_to([reports], tmp_path / "out", model="fast")
    said = json.loads((tmp_path / "out" / "certificate.json").read_text(encoding="utf-8"))
    assert [Path(unread["source"]).name for unread in said["unread"]] == ["broken.txt", "zz-copy.md"]
