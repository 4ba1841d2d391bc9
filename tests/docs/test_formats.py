"""docs/formats.md is the page made of what was measured, and it has every format that is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.formats.measure import lines
from evaluation.formats.original import samples
from evaluation.formats.renderings import RENDERINGS
from evaluation.record import page, read
from yosnlp.reading.formats import FORMATS

PAGE = Path(__file__).resolve().parents[2] / "docs" / "formats.md"


def test_the_page_is_made_of_the_figures() -> None:
    assert PAGE.read_text(encoding="utf-8") == page("formats", lines)


def test_every_rendering_was_measured() -> None:
    assert [of["format"] for of in read("formats")["formats"]] == [r.name for r in RENDERINGS]


@pytest.mark.parametrize("format_", FORMATS, ids=lambda f: f.name)
def test_every_format_that_is_read_is_rendered(format_: object) -> None:
    suffixes = getattr(format_, "suffixes", ())
    assert {f".{r.suffix}" for r in RENDERINGS} & set(suffixes)


def test_every_sample_is_there() -> None:
    assert set(read("formats")["samples"]) <= {path.stem for path in samples()}
