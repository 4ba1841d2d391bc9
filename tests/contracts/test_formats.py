"""The same report gives the same findings and ratings in every format that people have it in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from evaluation.formats.agreement import Agreement, compare, found_in
from evaluation.formats.original import samples, take_apart
from evaluation.formats.parts import Original
from evaluation.formats.renderings import RENDERINGS, Rendering, render
from yosnlp.records import TaggedReport

PAGED = [r for r in RENDERINGS if r.suffix in ("pdf", "txt")]
PDF = [r for r in RENDERINGS if r.suffix == "pdf"]
AGREEMENT = 0.99  # of findings
RECALL = 0.995  # of words of a PDF

Compared = Callable[[Rendering, Path], Agreement]


@pytest.fixture(scope="module")
def originals() -> dict[Path, Original]:
    return {path: take_apart(path) for path in samples()}


@pytest.fixture(scope="module")
def compared(originals: dict[Path, Original], tmp_path_factory: pytest.TempPathFactory) -> Compared:
    """What a rendering of a sample agrees in with the sample. Each format is rendered once, all samples together."""
    folder = tmp_path_factory.mktemp("formats")
    made: set[str] = set()
    itself: dict[Path, TaggedReport] = {}
    known: dict[tuple[str, Path], Agreement] = {}

    def one(rendering: Rendering, sample: Path) -> Agreement:
        if not rendering.producer.installed():
            pytest.skip(f"{rendering.producer.name} is not installed")
        if rendering.name not in made:
            render(rendering, list(originals.values()), folder)
            made.add(rendering.name)
        if (rendering.name, sample) not in known:
            original = originals[sample]
            if sample not in itself:
                itself[sample] = found_in(sample)
            path = rendering.path(folder, original.name)
            known[rendering.name, sample] = compare(original, itself[sample], path)[0]
        return known[rendering.name, sample]

    return one


@pytest.fixture(params=samples(), ids=lambda path: path.stem)
def sample(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


@pytest.mark.parametrize("rendering", RENDERINGS, ids=lambda r: r.name)
def test_findings_are_the_same(rendering: Rendering, sample: Path, compared: Compared) -> None:
    """With their text, kind, polarity, themes and standard."""
    assert compared(rendering, sample).agreement >= AGREEMENT


@pytest.mark.parametrize("rendering", RENDERINGS, ids=lambda r: r.name)
def test_ratings_and_key_questions_are_equal(rendering: Rendering, sample: Path, compared: Compared) -> None:
    agreement = compared(rendering, sample)
    assert (agreement.ratings, agreement.questions) == (True, True)


@pytest.mark.parametrize("rendering", PDF, ids=lambda r: r.name)
def test_words_are_read_in_their_order(rendering: Rendering, sample: Path, compared: Compared) -> None:
    assert compared(rendering, sample).recall >= RECALL


@pytest.mark.parametrize("rendering", PAGED, ids=lambda r: r.name)
def test_pages_end_inside_of_findings(rendering: Rendering, compared: Compared) -> None:
    """Or the tests above would not show much."""
    assert any(compared(rendering, sample).across for sample in samples())
