"""Bad files made by chance, some of each format: each is tagged or refused in words, within time and memory.

`python -m tests.harm` reads them by the thousand.
"""

from __future__ import annotations

import pytest

from tests.harm import seeds
from tests.harm.fuzz import fuzz
from tests.harm.inputs import FORMATS, bad
from tests.harm.small_reports import ALL
from tests.harm.trial import Trial
from yosnlp.reading.formats import FORMATS as READ

_SOME = 40  # of each format
_SEED = 7


@pytest.mark.parametrize("format_", FORMATS)
def test_bad_files_are_tagged_or_refused_in_words(format_: str) -> None:
    tally = fuzz(format_, _SOME, seed=_SEED)
    assert tally.inputs == _SOME
    assert not tally.bugs
    assert tally.verdicts["tagged"] > _SOME // 10, "too few are read to show much"


@pytest.mark.parametrize("format_", FORMATS)
def test_bad_files_are_made_of_good_ones(format_: str) -> None:
    suffix, _ = seeds.WRITERS[format_]
    trial = Trial()
    assert [trial.of(good, suffix).verdict for good in seeds.written(format_)] == ["tagged"] * (
        1 if format_ == "zip" else len(ALL)
    )
    trial.close()


@pytest.mark.parametrize("format_", FORMATS)
def test_a_bad_file_can_be_made_again(format_: str) -> None:
    small = seeds.written(format_)
    assert bad(format_, 1, 17, small) == bad(format_, 1, 17, small)
    assert len({bad(format_, 1, number, small) for number in range(40)}) > 30


def test_every_format_that_is_read_is_tried() -> None:
    assert {format_.name for format_ in READ} | {"zip"} == set(FORMATS)
