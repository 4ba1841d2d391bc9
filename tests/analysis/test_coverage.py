"""How often the intervals of corrected shares hold the truth, and how seldom those of the raw share do.

Services are made anew each time: each has a share of its own (its findings are alike, by an intraclass correlation of
0.02), and a model codes them that is right as often as is said. The truth is the share over all services that there
could be. An interval of 95% may miss a little more or less in so few rounds: what is asked for is stated beside it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isnan
from typing import Any

import numpy as np
import pytest

from tests.analysis.made import LABELS
from tests.analysis.reviewed import Answer, reviewed
from yosnlp import tables
from yosnlp.analysis import ANY, frequency
from yosnlp.analysis.by_matrix import by_matrix
from yosnlp.analysis.by_review import by_review
from yosnlp.analysis.measured import Measured
from yosnlp.analysis.misclassification import Mistakes
from yosnlp.tables import Tables

ROUNDS, SIZE = 200, 120  # SIZE: findings coded a round
LEAST, MOST = 0.905, 0.995  # for 95%: three standard errors of 200 rounds on either side
_ALIKE = 0.02


@dataclass(frozen=True)
class World:
    """Reports of so many findings each, and how the model does."""

    share: float
    sensitivity: float
    specificity: float
    reports: int
    findings: int

    def draw(self, generator: np.random.Generator) -> tuple[Tables, set[str]]:
        """Tables as the model made them, and the ids of the findings that do carry the theme."""
        spread = (1 - _ALIKE) / _ALIKE
        shares = generator.beta(self.share * spread, (1 - self.share) * spread, self.reports)
        true = generator.random((self.reports, self.findings)) < shares[:, None]
        found = generator.random(true.shape) < np.where(true, self.sensitivity, 1 - self.specificity)
        # of what was found and what was not, the model is the surer, the righter it is
        sure = np.where(found, generator.beta(6, 2, true.shape), generator.beta(1, 30, true.shape) + 0.15 * true)
        rows, carrying = [], set()
        for i, j in np.ndindex(true.shape):
            finding = {"finding_id": f"r{i}:{j}", "report_id": f"r{i}", "polarity": "strength", "counts": True}
            finding |= {"themes": ("ete",) if found[i, j] else (), "theme_scores": {"ete": float(min(1, sure[i, j]))}}
            rows.append({**finding, "kind": "strength", "text": "", "polarity_origin": "model"})
            if true[i, j]:
                carrying.add(f"r{i}:{j}")
        reports = [
            {"report_id": f"r{i}", "programme": "made", "expected": (), "missing": ()} for i in range(self.reports)
        ]
        made = Tables(
            reports=tables.frame(reports, tables.REPORTS),
            findings=tables.frame(rows, tables.FINDINGS),
            ratings=tables.frame([], tables.RATINGS),
            key_questions=tables.frame([], tables.KEY_QUESTIONS),
            themes=LABELS[:1],
            unread=(),
            run={},
        )
        return made, carrying

    def outside(self, generator: np.random.Generator, texts: int = 800) -> Measured:
        """What was measured of the model on texts from elsewhere."""
        said = max(10, int(generator.binomial(texts, self.share)))
        right = int(generator.binomial(said, self.sensitivity))
        wrong = int(generator.binomial(texts - said, 1 - self.specificity))
        return Measured("made", {"ete": Mistakes(texts, said, right + wrong, right)}, 0, frozenset(), frozenset())


WORLDS = [
    pytest.param(World(0.08, 0.65, 0.995, 24, 22), id="rare and much missed"),
    pytest.param(World(0.1, 0.9, 0.93, 24, 22), id="overdone"),
    pytest.param(World(0.3, 0.75, 0.97, 24, 22), id="common"),
    pytest.param(World(0.2, 0.75, 0.98, 6, 90), id="few reports"),
]


def covered(world: World, bounds: Sequence[tuple[float, float]]) -> float:
    """How often the bounds hold the truth, of the rounds in which there are bounds: nine in ten at least."""
    told = [(low, high) for low, high in bounds if not isnan(low)]
    assert len(told) > ROUNDS * 0.9
    return sum(low <= world.share <= high for low, high in told) / len(told)


@pytest.mark.parametrize("world", WORLDS)
def test_the_corrected_intervals_hold_the_truth_and_the_raw_ones_do_not(world: World) -> None:
    generator = np.random.default_rng(20260101)
    raw, reviews, matrices = [], [], []
    for seed in range(ROUNDS):
        made, carrying = world.draw(generator)

        def answer(finding: Mapping[str, Any], carrying: set[str] = carrying) -> Answer:
            return (("ete",) if finding["finding_id"] in carrying else ()), None

        row = frequency(made)[lambda frame: frame["polarity"] == ANY]
        raw.append((row["share_of_findings_low"].item(), row["share_of_findings_high"].item()))
        reviews.extend(by_review(made, row, reviewed(made, answer, SIZE, seed)))
        matrices.extend(by_matrix(made, row, world.outside(generator)))
    assert LEAST <= covered(world, [(made.low, made.high) for made in reviews]) <= MOST
    assert LEAST <= covered(world, [(made.low, made.high) for made in matrices]) <= MOST
    assert covered(world, raw) < 0.8
    for outcomes in (reviews, matrices):
        off = float(np.nanmean([outcome.share for outcome in outcomes])) - world.share
        assert abs(off) < 0.06 * world.share
