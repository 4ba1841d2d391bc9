"""The sample that a person codes: which findings, how many, and what they stand for."""

from collections import Counter

import pandas as pd
import pytest

from tests.analysis.made import made, report, said
from yosnlp.analysis import review_sample
from yosnlp.errors import InvalidData
from yosnlp.tables import REVIEW, Tables


def many() -> Tables:
    """400 findings: nothing, much of ete, a little of victims, and some that nearly carry victims."""
    findings = [
        *(said() for _ in range(60)),
        *(said("ete") for _ in range(30)),
        *(said("victims") for _ in range(4)),
        *(said(theme_scores={"victims": 0.3}) for _ in range(6)),
    ]
    return made(*(report(name, *findings) for name in ("north", "south", "west", "east")))


def strata(sample: pd.DataFrame) -> pd.DataFrame:
    return sample.groupby("stratum")[["stratum_findings", "stratum_drawn"]].first()


def test_so_many_findings_in_the_order_of_the_tables() -> None:
    sample = review_sample(many(), 80)
    assert list(sample.columns) == list(REVIEW)
    assert len(sample) == sample.finding_id.nunique() == 80
    order = list(many().findings.finding_id)
    assert [order.index(i) for i in sample.finding_id] == sorted(order.index(i) for i in sample.finding_id)
    assert sample.reviewed_themes.isna().all()
    assert sample.reviewed_polarity.isna().all()


def test_the_strata_stand_for_all_that_counts() -> None:
    sample = review_sample(many(), 80)
    assert strata(sample).stratum_findings.sum() == 400
    assert dict(Counter(sample.stratum)) == strata(sample).stratum_drawn.to_dict()


def test_rare_themes_and_near_misses_are_drawn_more_often() -> None:
    shares = strata(review_sample(many(), 80)).sort_values("stratum_findings")
    assert list(shares.stratum_findings) == [16, 24, 120, 240]  # victims, nearly victims, ete, nothing
    drawn = shares.stratum_drawn / shares.stratum_findings
    assert list(drawn) == sorted(drawn, reverse=True)
    assert drawn.iloc[0] > 2 * drawn.iloc[-1]


def test_the_seed_tells_the_sample() -> None:
    one, again, other = (set(review_sample(many(), 80, seed).finding_id) for seed in (1, 1, 2))
    assert one == again != other


def test_each_finding_of_a_stratum_is_as_likely_as_another() -> None:
    tables = many()
    samples = [review_sample(tables, 80, seed) for seed in range(100)]
    often = Counter(i for sample in samples for i in sample.finding_id)
    drawn = strata(samples[0]).sort_values("stratum_findings").stratum_drawn.iloc[0]
    carried = [often[f.finding_id] for f in tables.findings.itertuples() if f.themes == ("victims",)]
    spread = (100 * drawn / 16 * (1 - drawn / 16)) ** 0.5
    assert all(abs(n - 100 * drawn / 16) < 4 * spread for n in carried)


def test_the_model_is_not_seen_unless_asked_for() -> None:
    assert "model_themes" not in review_sample(many(), 80)
    assert ("victims",) in set(review_sample(many(), 80, show_themes=True).model_themes)


def test_what_does_not_count_is_not_drawn() -> None:
    findings = said("ete"), said("ete", kind="practice_example"), said("ete", repeat_of="north:0001")
    assert list(review_sample(made(report("north", *findings))).finding_id) == ["north:0001"]


@pytest.mark.parametrize("size", [10, 15, 400, 1000])
def test_small_and_large_sizes(size: int) -> None:
    sample = review_sample(many(), size)
    assert len(sample) == min(size, 400)
    assert strata(sample).stratum_findings.sum() == 400
    assert (strata(sample).stratum_drawn >= 2).all()


def test_the_place_is_what_a_reader_sees_there() -> None:
    listed = said("ete", page=12)
    judged = said("ete", polarity_origin="model", year=None)
    places = list(review_sample(made(report("north", listed, judged))).place)
    assert places == ["North 2019, 2.1 Assessment, page 12, listed as strength", "North, 2.1 Assessment"]


def test_nothing_to_draw_from() -> None:
    with pytest.raises(InvalidData, match=r"no finding in these tables counts"):
        review_sample(made(report("north")))
