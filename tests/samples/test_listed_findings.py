from __future__ import annotations

import pytest

from tests.samples.conftest import Sample
from yosnlp.text import letters


def test_every_listed_finding_is_found_with_its_exact_text(sample: Sample) -> None:
    assert [entry["text"] for entry, found in sample.pairs if found is None] == []


def test_nothing_else_is_listed(sample: Sample) -> None:
    matched = {found.id for _, found in sample.pairs if found is not None}
    assert [f.text for f in sample.listed if f.id not in matched] == []


def test_listed_findings_have_their_kind(sample: Sample) -> None:
    assert [(f.kind, f.text) for entry, f in sample.pairs if f is not None and f.kind != entry["kind"]] == []


@pytest.mark.parametrize(("model", "most"), [("accurate", 0.02), ("fast", 0.03)], ids=["accurate", "fast"])
def test_few_have_another_polarity(samples: list[Sample], most: float) -> None:
    pairs = [(entry, f) for sample in samples for entry, f in sample.pairs if f is not None]
    wrong = [(f.polarity, f.text) for entry, f in pairs if f.polarity != entry["polarity"]]
    assert len(wrong) <= most * len(pairs), wrong


def test_polarity_is_never_wrong_where_a_heading_states_it(sample: Sample) -> None:
    stated = [(entry, f) for entry, f in sample.pairs if f is not None and f.polarity_origin == "heading"]
    assert stated
    assert [f.text for entry, f in stated if f.polarity != entry["polarity"]] == []


def test_listed_findings_stand_in_their_domain_and_standard(sample: Sample) -> None:
    wrong = []
    for entry, f in sample.pairs:
        if f is None:
            continue
        domain, standard = entry.get("domain", f.domain), entry.get("standard") or f.standard_id
        if (f.domain, f.standard_id) != (domain, standard):
            wrong.append((f.domain, f.standard_id, f.text))
    assert wrong == []


def test_recommendations_have_their_addressee(sample: Sample) -> None:
    assert [
        (f.addressee, entry.get("addressee"), f.text)
        for entry, f in sample.pairs
        if f is not None and f.addressee != entry.get("addressee")
    ] == []


def test_what_is_no_finding_is_not_among_them(sample: Sample) -> None:
    said = [letters(f.text) for f in sample.findings]
    assert sample.gold["not_findings"]
    assert [words for words in sample.gold["not_findings"] if any(letters(words) in text for text in said)] == []
