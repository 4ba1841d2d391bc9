from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from yosnlp import resources, themes
from yosnlp.errors import InvalidData, YosnlpError
from yosnlp.themes import codebook_of, load, names
from yosnlp.themes.load import _loaded

clear = _loaded.cache_clear


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the fast model that a test may break."""
    for name in ("fast", "encoder"):
        shutil.copytree(resources.models(name), tmp_path / "models" / name)
    monkeypatch.setattr(resources, "models", lambda *parts: (tmp_path / "models").joinpath(*parts))
    clear()
    yield tmp_path / "models"
    clear()


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
    clear()
    assert load("fast").sha256 == first
    thresholds = models / "fast" / "thresholds.json"
    thresholds.write_text(thresholds.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    clear()
    assert load("fast").sha256 != first


def test_an_unknown_model_is_refused_with_the_names_of_those_there_are(models: Path) -> None:
    with pytest.raises(YosnlpError, match="no model 'oracle'; there is: fast; or give a folder"):
        load("oracle")


def test_a_model_of_other_themes_is_refused(models: Path) -> None:
    codebook = yaml.safe_load(resources.corpus("codebook.yaml").read_text(encoding="utf-8"))
    codebook["themes"].reverse()
    (models / "fast" / "codebook.yaml").write_text(yaml.safe_dump(codebook), encoding="utf-8")
    with pytest.raises(InvalidData, match="trained on other themes than the codebook's; train it again"):
        load("fast")


def test_a_model_without_its_thresholds_is_refused(models: Path) -> None:
    (models / "fast" / "thresholds.json").unlink()
    with pytest.raises(InvalidData, match=r"thresholds\.json: no threshold for each theme .*; train it again"):
        load("fast")


def test_a_model_is_found_by_its_folder(models: Path, tmp_path: Path) -> None:
    shutil.copytree(models / "fast", tmp_path / "mine")
    assert load(str(tmp_path / "mine")).name == "mine"
    assert codebook_of(str(tmp_path / "mine")) == codebook_of("fast")


def test_a_model_without_a_judge_of_its_own_takes_that_of_the_default(models: Path) -> None:
    shipped = resources.corpus().parent / "models"
    shutil.copytree(shipped / "accurate", models / "accurate")
    shutil.rmtree(models / "fast" / "polarity")
    texts = ["Plans were good.", "Plans were poor."]
    assert load("fast").polarity(texts) == load("accurate").polarity(texts)
