from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from yosnlp import labels, reading
from yosnlp.errors import InvalidData, UnreadableInput
from yosnlp.labels import examples, file_of, load, shipped
from yosnlp.themes import load_codebook

_LABEL: dict[str, Any] = {
    "id": "pellbrook:001",
    "start": 0,
    "end": 13,
    "kind": "strength",
    "polarity": "strength",
    "themes": ["workforce"],
}


def _written(folder: Path, text: str = "Tea\nwas warm. It rained.", **changed: object) -> tuple[Path, Path]:
    """A report and the labels that belong to it, as files."""
    report, annotations = folder / "pellbrook.txt", folder / "pellbrook.json"
    report.write_text(text, encoding="utf-8")
    whole = {
        "report": "pellbrook",
        "sha256": reading.read(report).sha256,
        "codebook_version": 1,
        "labels": [{**_LABEL, **changed}],
        "ratings": {},
    }
    annotations.write_text(json.dumps(whole), encoding="utf-8")
    return report, annotations


def test_labels_find_their_text_in_the_report(tmp_path: Path) -> None:
    report, annotations = _written(tmp_path)
    ((label, text),) = load(annotations).texts(reading.read(report))
    assert (label.id, label.themes, text) == ("pellbrook:001", ("workforce",), "Tea was warm.")


def test_labels_refuse_a_report_that_has_changed(tmp_path: Path) -> None:
    report, annotations = _written(tmp_path)
    report.write_text("Tea\nwas cold. It rained.", encoding="utf-8")
    with pytest.raises(
        UnreadableInput,
        match=r"its hash is \w{12}, the labels of pellbrook are for \w{12}\. Give the file that was labelled",
    ):
        list(load(annotations).texts(reading.read(report)))


def test_the_file_of_labels_is_known_by_its_hash_alone(tmp_path: Path) -> None:
    report, annotations = _written(tmp_path)
    moved = tmp_path / "elsewhere" / "renamed.md"
    moved.parent.mkdir()
    report.rename(moved)
    assert file_of(load(annotations), tmp_path) == moved
    moved.write_text("Another report.", encoding="utf-8")
    assert file_of(load(annotations), tmp_path) is None


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        pytest.param({"kind": "opinion"}, "labels.0.kind", id="unknown kind"),
        pytest.param({"polarity": "good"}, "labels.0.polarity", id="unknown polarity"),
        pytest.param({"start": "here"}, "labels.0.start", id="no offset"),
        pytest.param({"colour": "red"}, "labels.0.colour", id="unknown field"),
        pytest.param({"start": 20}, "runs from 20 to 13; it must end after it begins", id="ends before it begins"),
        pytest.param({"start": -1}, "runs from -1 to 13", id="before the text"),
    ],
)
def test_labels_that_break_the_schema_are_refused(changed: dict[str, object], message: str, tmp_path: Path) -> None:
    _, annotations = _written(tmp_path, **changed)
    with pytest.raises(InvalidData, match=rf"(?s)pellbrook\.json: not valid annotations: .*{re.escape(message)}"):
        load(annotations)


def test_every_breach_is_told_at_once(tmp_path: Path) -> None:
    _, annotations = _written(tmp_path, kind="opinion", polarity="good")
    with pytest.raises(InvalidData, match=r"(?s)pellbrook.*labels\.0\.kind.*labels\.0\.polarity"):
        load(annotations)


def test_shipped_labels_have_ids_of_their_own_and_themes_of_the_codebook() -> None:
    annotations = shipped()
    assert [a.report for a in annotations] == sorted(a.report for a in annotations)
    ids = [label.id for a in annotations for label in a.labels]
    assert ids
    assert len(ids) == len(set(ids))
    assert {theme for a in annotations for label in a.labels for theme in label.themes} <= set(load_codebook().ids)
    assert {a.codebook_version for a in annotations} == {load_codebook().version}


def test_examples_carry_settled_labels_of_the_codebook() -> None:
    found = examples()
    assert len(found) > 1000
    assert {theme for example in found for theme in example.themes} <= set(load_codebook().ids)
    assert {example.source for example in found} == {"examples"}
    assert any(example.listed for example in found)
    assert any(not example.listed for example in found)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        pytest.param("Tea was warm.", "Invalid JSON", id="no JSON"),
        pytest.param('{"text": "Tea.", "themes": [], "polarity": "strength"}', "form", id="form missing"),
        pytest.param(
            '{"text": "Tea.", "themes": [], "polarity": "nice", "form": "listed"}', "polarity", id="unknown polarity"
        ),
    ],
)
def test_a_broken_example_is_refused_by_file_and_line(
    row: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = '{"text": "Tea.", "themes": ["health"], "polarity": "strength", "form": "listed"}'
    (tmp_path / "tea.jsonl").write_text(f"{good}\n{row}\n", encoding="utf-8")
    monkeypatch.setattr(labels.resources, "corpus", lambda *_: tmp_path)
    with pytest.raises(InvalidData, match=rf"(?s)tea\.jsonl, line 2: not a written example.*{message}"):
        examples()
