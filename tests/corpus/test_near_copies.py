"""No text of ours is a near-copy of a sentence of a real report, and nothing that is probed was trained on."""

from __future__ import annotations

import pytest

from evaluation.near_copies import near, sentences
from evaluation.probes import probes
from tests.real import REPORTS
from yosnlp.labels import examples

PROBES = [case.text for probe in probes()[1] for case in probe.cases]


def test_texts_of_ours_are_no_near_copies_of_a_real_report() -> None:
    if not REPORTS.is_dir():
        pytest.skip("the real reports are not part of the repository")
    assert list(near([*(row.text for row in examples()), *PROBES], sentences(REPORTS))) == []


def test_no_probe_is_a_near_copy_of_an_example() -> None:
    assert list(near(PROBES, [row.text for row in examples()])) == []


def test_a_copy_with_a_word_changed_is_told() -> None:
    ours = ["The office in Marl Street was shut for most of the winter, and children had to be seen at home."]
    changed = ["The office in Hope Street was shut for most of the winter, and children had to be seen at home."]
    assert [found.other for found in near(ours, changed)][:1] == changed
    assert (
        list(near(ours, ["Victims were asked what they wanted, and restorative justice was offered to all of them."]))
        == []
    )
