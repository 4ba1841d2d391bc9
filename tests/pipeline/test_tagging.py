from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from yosnlp import pipeline, resources, themes
from yosnlp.errors import NoReports, UnreadableInput, YosnlpError
from yosnlp.records import Results, TaggedReport

_SAMPLE = resources.corpus("sample", "northmere-yjs.md")
_OTHER = resources.corpus("sample", "aldermoor-yos.txt")


@pytest.fixture(scope="module")
def tagged() -> TaggedReport:
    return pipeline.tag_one(_SAMPLE)


Copy = Callable[[Path, str], Path]


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    """Puts a sample into a folder under a name of its own."""

    def put(source: Path, name: str) -> Path:
        target = tmp_path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        return Path(shutil.copy(source, target))

    return put


def test_every_finding_is_coded_with_all_themes_of_the_codebook(tagged: TaggedReport) -> None:
    assert list(tagged.themes) == [finding.id for finding in tagged.findings]
    assert {tuple(score.theme for score in scores) for scores in tagged.themes.values()} == {themes.load_codebook().ids}


def test_evidence_lies_inside_its_finding_and_says_what_stands_there(tagged: TaggedReport) -> None:
    pieces = [(f, e) for f in tagged.findings for score in tagged.themes[f.id] for e in score.evidence]
    assert pieces
    for finding, evidence in pieces:
        assert finding.start <= evidence.start < evidence.end <= finding.end
        assert evidence.text in finding.text
        assert tagged.report.document.text[evidence.start] == evidence.text[0]
        assert tagged.report.document.text[evidence.end - 1] == evidence.text[-1]


def test_links_name_findings_and_targets_that_there_are(tagged: TaggedReport) -> None:
    ids = {finding.id for finding in tagged.findings}
    questions = {question.question_id for question in tagged.scores.key_questions}
    assert tagged.links
    assert {link.finding_id for link in tagged.links} <= ids
    assert {link.target_id for link in tagged.links if link.target in ("key_question", "prompt")} <= questions


def test_a_finding_takes_the_standard_to_which_its_words_tie_it(tagged: TaggedReport) -> None:
    by_terms = {link.finding_id: link.target_id for link in tagged.links if link.origin == "terms"}
    assert by_terms
    assert {f.id: f.standard_id for f in tagged.findings if f.id in by_terms} == by_terms


def test_the_same_file_gives_the_same_results(tagged: TaggedReport) -> None:
    assert pipeline.tag_one(_SAMPLE) == tagged


def test_what_cannot_be_read_does_not_stop_the_rest(copy: Copy, tmp_path: Path) -> None:
    report = copy(_SAMPLE, "in/northmere.md")
    letter = tmp_path / "in" / "letter.txt"
    letter.write_text("Dear Sir, the tea was warm.", encoding="utf-8")
    results = pipeline.tag([tmp_path / "in", tmp_path / "nowhere.txt"])
    assert [t.report.id for t in results.reports] == ["northmere"]
    assert [Path(u.source).name for u in results.unread] == ["letter.txt", "nowhere.txt"]
    assert results.unread[0].reason.startswith("not an inspection report of a known programme")
    assert results.unread[1].reason == "no such file. Check the path."
    assert results.provenance.inputs == {str(report): results.reports[0].report.document.sha256}


def test_progress_tells_of_every_file(copy: Copy, tmp_path: Path) -> None:
    copy(_SAMPLE, "b.md")
    (tmp_path / "a.txt").write_text("Dear Sir, the tea was warm.", encoding="utf-8")
    told: list[tuple[int, int, str]] = []
    pipeline.tag([tmp_path], progress=lambda done, total, name: told.append((done, total, Path(name).name)))
    assert told == [(1, 2, "a.txt"), (2, 2, "b.md")]


def test_a_file_given_under_two_names_is_read_once(copy: Copy, tmp_path: Path) -> None:
    copy(_SAMPLE, "a.md")
    copy(_SAMPLE, "b.md")
    results = pipeline.tag([tmp_path])
    assert [t.report.id for t in results.reports] == ["a"]
    (again,) = results.unread
    assert again.reason == f"the same report as {tmp_path / 'a.md'}, read once."
    assert again.repeated


def test_reports_of_one_name_get_ids_of_their_own(copy: Copy, tmp_path: Path) -> None:
    copy(_SAMPLE, "one/report.md")
    other = copy(_OTHER, "two/report.txt")
    results = pipeline.tag([tmp_path])
    first, second = (tagged.report for tagged in results.reports)
    assert (first.id, second.id) == ("report", f"report-{second.document.sha256[:8]}")
    for tagged in results.reports:
        ids = {f.id for f in tagged.findings}
        assert all(f.id.startswith(f"{tagged.report.id}:") and f.report_id == tagged.report.id for f in tagged.findings)
        assert set(tagged.themes) == ids
        assert {link.finding_id for link in tagged.links} <= ids
        assert {f.repeat_of for f in tagged.findings if f.repeat_of} <= ids
    assert any(f.repeat_of for t in results.reports if t.report.document.source == str(other) for f in t.findings)


def test_a_report_reads_the_same_alone_and_among_others(tagged: TaggedReport) -> None:
    results = pipeline.tag([_SAMPLE, _OTHER])
    assert results.reports[0] == tagged


def test_provenance_is_enough_to_make_it_again() -> None:
    results: Results = pipeline.tag([_SAMPLE])
    provenance = results.provenance
    assert provenance.model == themes.load().name
    assert provenance.model_sha256 == themes.load().sha256
    assert provenance.codebook_version == themes.load_codebook().version
    assert provenance.version


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        pytest.param(
            lambda folder: pipeline.tag([folder]),
            NoReports,
            "no reports found. Give files or folders",
            id="empty folder",
        ),
        pytest.param(
            lambda folder: pipeline.tag([_SAMPLE], model="oracle"),
            YosnlpError,
            "no model 'oracle'; there is: .*fast",
            id="unknown model",
        ),
        pytest.param(
            lambda folder: pipeline.tag_one(folder / "gone.txt"),
            UnreadableInput,
            r"gone\.txt: no such file\. Check the path\.",
            id="missing file",
        ),
    ],
)
def test_wrong_calls_say_what_to_mend(
    call: Callable[[Path], object], error: type[Exception], message: str, tmp_path: Path
) -> None:
    with pytest.raises(error, match=message):
        call(tmp_path)
