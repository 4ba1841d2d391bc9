"""Intervals: against published values, and how often they hold the truth."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from yosnlp.analysis.intervals import of_ratios, wilson


@pytest.mark.parametrize(
    ("n", "total", "low", "high"),
    [
        # R. G. Newcombe (1998), Statistics in Medicine 17, 857-872, table I, method 3
        pytest.param(81, 263, 0.2553, 0.3662, id="many"),
        pytest.param(15, 148, 0.0624, 0.1605, id="few"),
        pytest.param(0, 20, 0.0, 0.1611, id="none"),
        pytest.param(1, 29, 0.0061, 0.1718, id="one"),
    ],
)
def test_wilson(n: int, total: int, low: float, high: float) -> None:
    assert wilson(n, total) == pytest.approx((low, high), abs=5e-5)


@given(st.integers(1, 500).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total))))
def test_wilson_holds_the_share_and_stays_within_its_bounds(case: tuple[int, int]) -> None:
    n, total = case
    low, high = wilson(n, total)
    assert 0 <= low <= n / total <= high <= 1


def test_resampled_reports_hold_the_truth_about_as_often_as_they_say() -> None:
    random = np.random.default_rng(1)
    held = 0
    for _ in range(200):
        findings = random.integers(20, 200, 60).astype(float)
        own = random.beta(4, 16, 60)  # reports differ in how often they speak of it: 0.2 in the mean
        low, high = of_ratios(random.binomial(findings.astype(int), own)[:, None].astype(float), findings[:, None])
        held += bool(low[0] <= 0.2 <= high[0])
    assert 0.90 <= held / 200 <= 0.985


def test_one_report_tells_nothing_of_others() -> None:
    low, high = of_ratios(np.array([[1.0]]), np.array([[2.0]]))
    assert np.isnan(low).all()
    assert np.isnan(high).all()
