"""The written examples keep to the codebook, and each was labelled by two."""

from __future__ import annotations

import json

import pytest

from yosnlp import labels, resources
from yosnlp.themes.codebook import load_codebook

FILES = sorted(resources.corpus("examples").glob("*.jsonl"))
PROGRAMMES = {"2012", "2018", "2021", "2025"}


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_each_example_is_whole(path) -> None:  # type: ignore[no-untyped-def]
    known = set(load_codebook().ids)
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        assert set(row["themes"]) <= known, row["id"]
        assert row["programme"] in PROGRAMMES, row["id"]
        assert row["polarity"] in load_codebook().polarity, row["id"]
        assert len(row["labels"]) == 2, row["id"]


def test_no_text_stands_twice() -> None:
    texts = [" ".join(row.text.lower().split()) for row in labels.examples()]
    assert len(texts) == len(set(texts)) >= 3000


@pytest.mark.parametrize("theme", load_codebook().ids)
def test_each_theme_has_enough(theme: str) -> None:
    assert sum(theme in row.themes for row in labels.examples()) >= 60
