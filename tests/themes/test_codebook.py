from __future__ import annotations

import re
from pathlib import Path

import pytest

from yosnlp.errors import InvalidData
from yosnlp.themes import load_codebook

_CODEBOOK = """
version: 3
groups: {needs: Needs}
themes:
  - {id: health, group: needs, label: Health, definition: How children are}
  - {id: ete, group: needs, label: ETE, definition: Where they learn, include: [school], exclude: [training of staff]}
rules: [One rule]
polarity: {strength: Praise}
"""


def _written(folder: Path, text: str) -> Path:
    path = folder / "codebook.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_codebook_keeps_the_order_of_its_themes(tmp_path: Path) -> None:
    codebook = load_codebook(_written(tmp_path, _CODEBOOK))
    assert (codebook.version, codebook.ids) == (3, ("health", "ete"))
    assert codebook.themes[1].exclude == ("training of staff",)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        pytest.param("id: ete", "id: health", "theme health stands twice", id="a theme twice"),
        pytest.param(
            "group: needs, label: ETE", "group: wants, label: ETE", "group of ete is unknown", id="unknown group"
        ),
        pytest.param("label: Health, ", "", "themes.0.label", id="no label"),
        pytest.param("rules: [One rule]", "weather: fine", "weather", id="unknown field"),
        pytest.param("groups: {", "groups: {{{", "flow mapping", id="no YAML"),
    ],
)
def test_a_broken_codebook_is_refused(old: str, new: str, message: str, tmp_path: Path) -> None:
    path = _written(tmp_path, _CODEBOOK.replace(old, new))
    with pytest.raises(InvalidData, match=rf"(?s)codebook\.yaml: not a valid codebook: .*{re.escape(message)}"):
        load_codebook(path)


def test_every_problem_is_told_at_once(tmp_path: Path) -> None:
    text = _CODEBOOK.replace("id: ete, group: needs", "id: health, group: wants")
    with pytest.raises(InvalidData, match="theme health stands twice; group of health is unknown"):
        load_codebook(_written(tmp_path, text))


def test_the_shipped_codebook_defines_its_themes() -> None:
    codebook = load_codebook()
    assert len(codebook.ids) == len(set(codebook.ids)) == len(codebook.themes)
    assert all(theme.label and theme.definition for theme in codebook.themes)
    assert set(codebook.polarity) >= {"strength", "area_for_improvement", "mixed", "neutral"}
