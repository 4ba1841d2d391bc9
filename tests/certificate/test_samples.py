"""What the certificate says of the bundled samples, which are whole."""

import pytest

from tests.certificate.made import SAMPLES, codes, sample

#: Samples that lack something on purpose, as extractions do, and what.
LACKING = {"wexcombe-cci.md": {"rating_missing"}}


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_complete_unless_something_was_left_out_of_it(name: str) -> None:
    certificate, _ = sample(name)
    assert codes(certificate) == LACKING.get(name, set())
    assert certificate.grade == ("partial" if name in LACKING else "complete")


@pytest.mark.parametrize("name", SAMPLES)
def test_every_character_is_counted_once(name: str) -> None:
    certificate, report = sample(name)
    assert sum(certificate.kept.values()) + sum(certificate.dropped.values()) == len(report.document.text)
    assert certificate.characters == len(report.document.text)


@pytest.mark.parametrize("name", SAMPLES)
def test_hidden_parts_are_counted_by_their_reasons(name: str) -> None:
    certificate, report = sample(name)
    for reason in {hidden.reason for hidden in report.document.hidden}:
        hidden = sum(h.end - h.start for h in report.document.hidden if h.reason == reason)
        assert certificate.dropped[reason] == hidden


@pytest.mark.parametrize("name", SAMPLES)
def test_most_of_the_body_ends_in_findings(name: str) -> None:
    share = sample(name)[0].share_in_findings
    assert share is not None
    assert 0.9 <= share <= 1


@pytest.mark.parametrize("name", SAMPLES)
def test_what_the_programme_asks_for_is_found(name: str) -> None:
    certificate, _ = sample(name)
    for tally in (certificate.sections, certificate.lists, certificate.key_questions):
        assert tally.missing == ()
    assert certificate.sections.expected


def test_domains_that_were_not_rated_are_not_expected() -> None:
    certificate, _ = sample("aldermoor-yjs.md")
    assert certificate.sections.expected == ("1", "1.1", "1.2", "1.3", "1.4", "2", "2.1", "2.2", "2.3", "2.4")
    assert "overall" not in certificate.ratings.expected


def test_pages_are_counted_where_the_file_marks_them() -> None:
    marked, _ = sample("aldermoor-yos.txt")
    unmarked, _ = sample("northmere-yjs.md")
    assert (marked.pages, marked.pages_read) == (34, 34)
    assert (unmarked.pages, unmarked.pages_read) == (None, None)
