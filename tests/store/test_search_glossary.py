"""Names of the same thing are found by one another, whichever way."""

from __future__ import annotations

from pathlib import Path

import pytest

from yosnlp.errors import InvalidData
from yosnlp.store.glossary import Glossary
from yosnlp.store.query import read, words
from yosnlp.store.wanted import texts, wanted


@pytest.fixture
def glossary() -> Glossary:
    return Glossary.load()


def sought(text: str, glossary: Glossary) -> set[str]:
    """All that a finding may say instead of ``text``."""
    return {" ".join(term.words) for term in wanted(read(text), glossary).terms}


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("ETE", "education, training and employment"),
        ("RoH", "risk of harm"),
        ("YCC", "youth conditional caution"),
        ("OOCD", "out-of-court disposal"),
        ("LAC", "looked-after children"),
        ("CAMHS", "child and adolescent mental health services"),
        ("SLT", "speech and language"),
        ("MAPPA", "multi-agency public protection arrangements"),
        ("YOT", "youth justice service"),
        ("FTE", "first-time entrants"),
        ("ISS", "intensive supervision and surveillance"),
        ("DTO", "detention and training orders"),
        ("YRO", "youth rehabilitation order"),
        ("EHCP", "education, health and care plan"),
        ("NRM", "national referral mechanism"),
        ("RJ", "restorative justice"),
        ("SEN", "special educational needs"),
    ],
)
def test_abbreviations_both_ways(short: str, full: str, glossary: Glossary) -> None:
    named = {group.source for name in glossary.named(words(full)) for group in name.groups}
    if full != "speech and language":  # a part of the name alone
        assert named
        assert short.lower() in sought(full, glossary)
    spelled = sought(short, glossary)
    assert any(name.startswith(" ".join(words(full.lower()))[:12]) for name in spelled)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Asset", "assetplus"),
        ("vulnerability management plan", "safety and wellbeing plan"),
        ("youth offending team", "youth justice service"),
        ("children in care", "care experienced"),
        ("domestic violence", "domestic abuse"),
        ("social services", "children s social care".replace(" s ", " ")),
    ],
)
def test_older_and_newer_names_both_ways(one: str, other: str, glossary: Glossary) -> None:
    assert other in sought(one, glossary)
    assert " ".join(words(one.lower())) in sought(other.replace("children social", "children's social"), glossary)


def test_a_word_is_no_abbreviation_unless_in_capitals(glossary: Glossary) -> None:
    assert sought("send letters", glossary) == {"send", "letters"}
    assert "special educational needs" in sought("SEND pupils", glossary)
    assert "send" not in sought("special educational needs", glossary) - {"send"}


def test_what_is_in_quotes_is_meant_as_it_stands(glossary: Glossary) -> None:
    assert sought('"ETE"', glossary) == {"ETE"}
    assert "education training and employment" in sought("ETE OR college", glossary)


def test_meaning_is_asked_in_names_spelled_out(glossary: Glossary) -> None:
    assert texts(read("ETE for over 16s"), glossary) == ("education, training and employment for over 16s",)
    assert texts(read("domestic violence at home"), glossary)[0] == "domestic violence at home"


def test_words_that_say_nothing_are_passed_over_unless_they_are_all(glossary: Glossary) -> None:
    assert sought("who is in the school", glossary) == {"school"}
    assert sought("who is it", glossary) == {"who", "is", "it"}


def test_every_name_has_a_source_and_the_file_is_checked(tmp_path: Path) -> None:
    assert all(group.source for group in Glossary.load().groups)
    path = tmp_path / "glossary.yaml"
    path.write_text("version: 1\nsources: {a: b}\ngroups:\n  - {names: [x], source: c}\n")
    with pytest.raises(InvalidData, match=r"no such source: c; known are a"):
        Glossary.load(path)
    path.write_text("version: 1\nsources: {}\ngroups:\n  - {nams: [x]}\n")
    with pytest.raises(InvalidData, match=r"not a valid glossary"):
        Glossary.load(path)
