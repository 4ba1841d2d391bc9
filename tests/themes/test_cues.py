from __future__ import annotations

from pathlib import Path

import pytest

from tests.marked import marked
from yosnlp import resources
from yosnlp.errors import InvalidData
from yosnlp.themes import load_codebook
from yosnlp.themes.cues import Cues

_CUES = Cues({"health": ["nurse", "speech and language", "language", "CAMHS"], "ete": ["school", "language"]})


@pytest.mark.parametrize(
    "example",
    [
        pytest.param("The <health>Nurse</health> came.", id="in any case"),
        pytest.param("A place at <health>CAMHS</health>, not at camhs.", id="an abbreviation as printed"),
        pytest.param(
            "<health>Speech and <ete>language</ete></health> work began.", id="the longest of a theme, each theme"
        ),
        pytest.param("Nurseries and preschools, but one <ete>school</ete>.", id="whole words"),
        pytest.param("The <health>nurse</health> saw a <health>nurse</health>.", id="every time"),
    ],
)
def test_cues_are_found_with_their_place(example: str) -> None:
    read = marked(example)
    found = sorted((cue.start, cue.end, cue.theme) for cue in _CUES.find(read.text))
    assert found == sorted((mark.start, mark.end, mark.name) for mark in read.marks)


@pytest.mark.parametrize("text", ["", "Tea was warm."], ids=["empty", "no cue"])
def test_no_cues(text: str) -> None:
    assert _CUES.find(text) == []


def test_shipped_cues_name_themes_of_the_codebook() -> None:
    codebook = load_codebook()
    assert set(Cues.load(codebook).words) <= set(codebook.ids)


def test_cues_of_an_unknown_theme_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    codebook = load_codebook()
    (tmp_path / "cues.yaml").write_text("themes: {health: [nurse], weather: [rain], tea: [kettle]}", encoding="utf-8")
    monkeypatch.setattr(resources, "corpus", lambda *parts: tmp_path.joinpath(*parts))
    with pytest.raises(InvalidData, match=r"cues\.yaml: themes that the codebook does not have: tea, weather"):
        Cues.load(codebook)
