"""The behavioural test card is whole, and the shipped models pass what they passed before."""

from __future__ import annotations

from collections import Counter

import pytest

from evaluation import record
from evaluation.probes import Case, Probe, answers, faults, probes
from yosnlp import themes

KINDS, PROBES = probes()


def test_every_kind_has_enough_probes() -> None:
    often = Counter(probe.kind for probe in PROBES)
    assert set(often) == set(KINDS)
    assert min(often.values()) >= 20


def test_ids_are_distinct_and_themes_are_known() -> None:
    assert len({probe.id for probe in PROBES}) == len(PROBES)
    known = set(themes.load_codebook().ids)
    assert {theme for p in PROBES for case in p.cases for theme in (*case.themes, *case.not_)} <= known


def test_every_probe_expects_something() -> None:
    assert all(p.same or any(c.polarity or c.themes or c.not_ for c in p.cases) for p in PROBES)
    assert all(len(probe.cases) > 1 for probe in PROBES)


def test_what_is_not_as_expected_is_told() -> None:
    probe = Probe(
        id="made",
        kind="names",
        cases=(Case(text="a", polarity="strength", themes=("ete",)), Case(text="b", not_=("health",))),
        same=("themes",),
    )
    found = [("neutral", frozenset({"victims"})), ("strength", frozenset({"health"}))]
    assert list(faults(probe, found)) == [
        "1: neutral, not strength",
        "1: without ete",
        "2: health",
        "themes differ",
    ]


@pytest.mark.parametrize("model", themes.names())
def test_the_committed_passes_are_those_of_the_shipped_models(model: str) -> None:
    found = iter(answers(themes.load(model), [case.text for probe in PROBES for case in probe.cases]))
    passed = sum(not list(faults(probe, [next(found) for _ in probe.cases])) for probe in PROBES)
    committed = sum(record.read("probes")["models"][model]["passed"].values())
    assert passed == pytest.approx(committed, abs=2)  # a processor may turn what is on the edge
