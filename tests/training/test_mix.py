"""A mix for a report is chosen without any score of that report, or by a model that has seen it."""

from __future__ import annotations

import numpy as np
import pytest

from training import mix as mixing
from yosnlp.labels import Labelled
from yosnlp.themes.codebook import load_codebook
from yosnlp.themes.polarity import POLARITIES

_THEMES = load_codebook().ids


def _labelled(report: str, i: int) -> Labelled:
    theme = _THEMES[i % 3]
    return Labelled(
        f"{report} {i}", frozenset({theme}), "strength" if i % 2 else "neutral", listed=i % 2 == 0, source=report
    )


DATA = [_labelled(report, i) for report in "abcd" for i in range(30)]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """The runs whose scores are asked for; a score is a good guess."""
    seen: list[tuple[str, ...]] = []

    def scores(left_out: list[str]) -> dict[str, np.ndarray]:
        seen.append(tuple(left_out))
        found = {}
        for report in left_out:
            rows = [row for row in DATA if row.source == report]
            for member in ("words", "encoded"):
                found[f"{report}/themes/{member}"] = np.array(
                    [[4.0 * (t in r.themes) - 2 for t in _THEMES] for r in rows]
                )
                found[f"{report}/polarity/{member}"] = np.array(
                    [[2.0 * (p == r.polarity) for p in POLARITIES] for r in rows]
                )
        return found

    monkeypatch.setattr(mixing, "scores", scores)
    return seen


def test_the_mix_for_a_report_comes_from_pairs_that_it_is_left_out_of(asked: list[tuple[str, ...]]) -> None:
    mixing.mix(DATA, "themes", left_out=["b"])
    assert sorted(set(asked)) == [("a", "b"), ("b", "c"), ("b", "d")]


def test_the_shipped_mix_comes_from_each_report_left_out(asked: list[tuple[str, ...]]) -> None:
    chosen = mixing.mix(DATA, "themes")
    assert sorted(set(asked)) == [("a",), ("b",), ("c",), ("d",)]
    assert list(chosen.thresholds.listed) == list(chosen.thresholds.prose) == list(_THEMES)
    assert (chosen.weights >= 0).all()


def test_polarity_has_margins_and_no_thresholds(asked: list[tuple[str, ...]]) -> None:
    chosen = mixing.mix(DATA, "polarity", left_out=["a"])
    assert list(chosen.margins) == list(POLARITIES)
    assert chosen.thresholds.listed == {}
