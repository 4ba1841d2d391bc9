"""The written pairs of findings of one matter, and the floor that was chosen on them."""

from __future__ import annotations

import json

import pytest

from evaluation import record
from evaluation.matching import RELATIONS, asked, chosen_floor, lines_of_pairs
from evaluation.near_copies import near, sentences
from tests.real import REPORTS
from yosnlp.analysis.matters import same_matter
from yosnlp.labels import examples
from yosnlp.themes.codebook import load_codebook

ROWS = lines_of_pairs()
TEXTS = [row[name] for row in ROWS for name in ("earlier", *RELATIONS)]


@pytest.mark.parametrize("row", [pytest.param(row, id=row["id"]) for row in ROWS])
def test_each_line_is_whole(row: dict[str, object]) -> None:
    assert set(row) == {"id", "themes", "earlier", *RELATIONS}
    assert set(json.loads(json.dumps(row["themes"]))) <= set(load_codebook().ids)


def test_there_are_enough_pairs_and_no_text_stands_twice() -> None:
    assert len(ROWS) * len(RELATIONS) >= 120
    assert len(set(TEXTS)) == len(TEXTS)
    assert not set(TEXTS) & {row.text for row in examples()}


def test_no_text_is_a_near_copy_of_a_sentence_of_a_real_report() -> None:
    if not REPORTS.is_dir():
        pytest.skip("the real reports are not part of the repository")
    assert list(near(TEXTS, sentences(REPORTS))) == []


def test_the_floors_that_ship_are_those_that_were_measured() -> None:
    ways = record.read("matching")["ways"]
    measured = {name.rpartition(", ")[2]: got["floor"] for name, got in ways.items() if name.startswith("meaning and")}
    assert dict(same_matter().floors) == measured


def test_the_floor_that_parts_right_from_wrong_is_chosen() -> None:
    import numpy as np

    # one's own sentences on the same and the opposite side are at 0.9, another matter at 0.4, other lines at 0.2
    own = [[0.9, 0.9, 0.4], [0.2, 0.2, 0.2]]
    near_ = np.array([own[0] + own[1], own[1] + own[0]])
    assert chosen_floor(asked(near_)) == pytest.approx(0.90)
