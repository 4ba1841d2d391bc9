from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from yosnlp import resources, themes
from yosnlp.errors import InvalidData, YosnlpError
from yosnlp.themes import load, names


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the fast model that a test may break."""
    shutil.copytree(resources.models("fast"), tmp_path / "models" / "fast")
    monkeypatch.setattr(resources, "models", lambda *parts: (tmp_path / "models").joinpath(*parts))
    load.cache_clear()
    yield tmp_path / "models"
    load.cache_clear()


@pytest.mark.parametrize("name", names())
def test_shipped_models_code_the_themes_of_the_codebook(name: str) -> None:
    loaded = load(name)
    assert loaded.name == name
    assert [scored.theme for scored in loaded.themes.code(["Tea was warm."])[0]] == list(themes.load_codebook().ids)


def test_the_first_of_the_names_is_the_default() -> None:
    assert load().name == names()[0]


def test_the_hash_changes_with_the_model_and_not_with_its_card(models: Path) -> None:
    first = load("fast").sha256
    for card in models.glob("fast/card.*"):
        card.write_text(card.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    load.cache_clear()
    assert load("fast").sha256 == first
    thresholds = models / "fast" / "thresholds.json"
    thresholds.write_text(thresholds.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    load.cache_clear()
    assert load("fast").sha256 != first


def test_an_unknown_model_is_refused_with_the_names_of_those_there_are(models: Path) -> None:
    with pytest.raises(YosnlpError, match="no model 'oracle'; there is: fast"):
        load("oracle")


def test_a_model_of_other_themes_is_refused(models: Path) -> None:
    path = models / "fast" / "themes" / "features.json"
    described = json.loads(path.read_text(encoding="utf-8"))
    described["labels"].reverse()
    path.write_text(json.dumps(described), encoding="utf-8")
    with pytest.raises(InvalidData, match="trained on other themes than the codebook's; train it again"):
        load("fast")
