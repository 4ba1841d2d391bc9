"""Search over a corpus: the same on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests import postgres
from tests.store.searched import searched
from yosnlp.errors import CorpusError, YosnlpError
from yosnlp.store import Corpus, Found
from yosnlp.store.narrowing import FilterError, years
from yosnlp.store.query import QueryError


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with postgres.server() as url:
        yield url


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def corpus(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    """Read by all tests here, changed by none."""
    where: str | Path = tmp_path_factory.mktemp("searched") / "yos.db"
    if request.param == "postgres":
        where = postgres.database(request.getfixturevalue("server"))
    with searched(where) as opened:
        yield opened


def ids(found: Found) -> list[str]:
    return [hit.finding_id for hit in found.hits]


def all_ids(found: Found) -> set[str]:
    """Hits, and the nearest where nothing is a good match: for what is about words and not about floors."""
    return {hit.finding_id for hit in found.hits or found.weak}


@pytest.mark.parametrize("how", ["both", "words", "meaning"])
def test_what_answers_comes_first(corpus: Corpus, how: Any) -> None:
    assert ids(corpus.search("restorative justice for the victim", how=how))[0] == "north:3"


@pytest.mark.parametrize("how", ["both", "words", "meaning"])
@pytest.mark.parametrize(
    ("asked", "found"),
    [
        pytest.param("ETE", {"north:2", "south:1"}, id="abbreviation"),
        pytest.param("education, training and employment", {"north:2", "south:1"}, id="spelled out"),
        pytest.param("RoH", {"south:4", "old:1"}, id="older abbreviation"),
        pytest.param("OOCD", {"south:2"}, id="abbreviation of what is spelled out"),
        pytest.param("RJ", {"north:3"}, id="RJ"),
    ],
)
def test_the_glossary_works_both_ways(corpus: Corpus, asked: str, found: set[str], how: Any) -> None:
    if how == "meaning":
        found = {id_ for id_ in found if id_ not in ("south:1", "old:1")}  # the encoder does not know the letters
    assert found <= all_ids(corpus.search(asked, how=how))


def test_words_are_stemmed(corpus: Corpus) -> None:
    assert ids(corpus.search("exclusion", how="words")) in ([], ["north:1"])  # PostgreSQL and SQLite stem apart
    assert ids(corpus.search("letter apologies", how="words")) == ["south:3"]


def test_phrases_have_to_be_there(corpus: Corpus) -> None:
    assert ids(corpus.search('"speech and language"')) == ["north:4"]
    assert ids(corpus.search('"language and speech"')) == []


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        pytest.param("police NEAR nurse", ["north:5"], id="near"),
        pytest.param("nurse NEAR police", ["north:5"], id="in either order"),
        pytest.param("police NEAR/1 nurse", [], id="too far apart"),
        pytest.param('"police officer" NEAR/3 nurse', ["north:5"], id="near a phrase"),
        pytest.param("police NEAR school", [], id="not in one finding"),
    ],
)
def test_near(corpus: Corpus, asked: str, found: list[str]) -> None:
    assert ids(corpus.search(asked)) == found


def test_minus_leaves_out_by_words_and_by_meaning(corpus: Corpus) -> None:
    for how in ("both", "words", "meaning"):
        found = all_ids(corpus.search("children -school", how=how))  # type: ignore[arg-type]
        assert "north:1" not in found
        assert "old:2" in found


def test_or_has_to_be_met(corpus: Corpus) -> None:
    assert set(ids(corpus.search("cannabis OR laptop"))) == {"old:2", "north:5"}


@pytest.mark.parametrize(
    "asked",
    [
        "school) OR (text : x",
        "text:school*",
        "^school",
        "school + (",
        "{text} : school",
        "'; DROP TABLE findings; --",
        "school & !police | x:*",
        "school\x00police",
        "%s ? :name school",
        "\ue000school\ue001",
        "NEAR/5/school",
        "a" * 5000,
        "((((",
    ],
)
def test_what_means_something_to_a_database_is_harmless(corpus: Corpus, asked: str) -> None:
    try:
        corpus.search(asked)
    except QueryError as e:
        assert "Allowed" in str(e)  # noqa: PT017 - either way of telling will do
    assert len(corpus.search('"school"').hits) == 1


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        pytest.param({"theme": "ete"}, {"north:1", "north:2", "south:1"}, id="theme"),
        pytest.param({"service": "northmere", "theme": "ete"}, {"north:1", "north:2"}, id="service, in any case"),
        pytest.param({"polarity": "strength", "theme": "ete"}, {"north:1"}, id="polarity"),
        pytest.param({"year": "2020:", "theme": "ete"}, {"south:1"}, id="year, open end"),
        pytest.param({"year": ":2020", "theme": "ete"}, {"north:1", "north:2"}, id="year, open start"),
        pytest.param({"year": "2019", "theme": "ete"}, {"north:1", "north:2"}, id="year"),
        pytest.param({"year": "2019:2021", "theme": "ete"}, {"north:1", "north:2", "south:1"}, id="years"),
        pytest.param({"standard": "2.1", "theme": "ete"}, {"north:1", "south:1"}, id="standard"),
        pytest.param({"standard": "2", "theme": "ete"}, {"north:1", "north:2", "south:1"}, id="domain by number"),
        pytest.param({"standard": "court", "theme": "victims"}, {"north:3", "south:3"}, id="domain by name"),
        pytest.param({"rating": "inadequate"}, {"north:2"}, id="rating"),
        pytest.param({"programme": "core_case_inspection"}, {"old:1", "old:2"}, id="programme"),
        pytest.param({"kind": "strength", "service": "Southwold Vale"}, {"south:3"}, id="kind"),
    ],
)
def test_filters_narrow_before_ranking(corpus: Corpus, filters: dict[str, str], found: set[str]) -> None:
    nothing = "volcanic eruptions"  # all that is left is weak, and is all there
    assert all_ids(corpus.search(nothing, how="meaning", limit=50, **filters)) == found  # type: ignore[arg-type]
    for how in ("both", "words"):
        assert all_ids(corpus.search("children work", how=how, **filters)) <= found  # type: ignore[arg-type]


def test_what_a_filter_leaves_out_takes_no_place(corpus: Corpus) -> None:
    (best,) = corpus.search("cannabis", limit=1).hits
    assert best.finding_id == "old:2"
    assert all_ids(corpus.search("cannabis", limit=1, polarity="area_for_improvement"))


def test_a_finding_that_holds_all_that_was_asked_is_a_good_match(corpus: Corpus) -> None:
    assert {"south:4", "old:1"} <= set(ids(corpus.search("RoH")))


def test_a_report_of_unknown_year_is_in_no_range(corpus: Corpus) -> None:
    assert "old:2" not in all_ids(corpus.search("cannabis", year=":2100"))


@pytest.mark.parametrize(
    ("filters", "told"),
    [
        pytest.param({"theme": "nothing"}, r"theme 'nothing' is not in the corpus\. Known: ete, victims", id="theme"),
        pytest.param({"service": "Eastport"}, r"Known: Northmere, Southwold Vale\.", id="service"),
        pytest.param({"year": "soon"}, r"Give 2018, 2018:, :2020 or 2018:2020", id="year"),
        pytest.param({"year": "2020:2018"}, r"ends before it begins.*2018:2020", id="years the wrong way round"),
        pytest.param({"year": ":"}, r"is not understood", id="no year at all"),
    ],
)
def test_a_filter_that_names_nothing_says_what_is_known(corpus: Corpus, filters: dict[str, str], told: str) -> None:
    with pytest.raises(FilterError, match=told):
        corpus.search("school", **filters)  # type: ignore[arg-type]


def test_years() -> None:
    assert [years(text) for text in ("2018", "2018:", ":2020", "2018:2020")] == [
        (2018, 2018),
        (2018, None),
        (None, 2020),
        (2018, 2020),
    ]


def test_a_repeat_is_folded_into_what_it_repeats(corpus: Corpus) -> None:
    found = corpus.search("assessments of risk of harm are weak")
    assert ids(found)[0] == "south:4"
    assert "south:5" not in ids(found)
    assert found.hits[0].repeats == ("south:5",)


def test_a_repeat_stands_where_what_it_repeats_is_not_searched(corpus: Corpus) -> None:
    assert ids(corpus.search('"say above" weak')) == ["south:5"]


def test_no_good_match_is_an_answer(corpus: Corpus) -> None:
    for how in ("both", "words", "meaning"):
        found = corpus.search("volcanic eruptions in Iceland", how=how)  # type: ignore[arg-type]
        assert (found.hits, found.total, found.note) == ((), 0, "no good match")
        assert all(not counts for counts in found.facets.values())
    assert corpus.search("volcanic eruptions in Iceland").weak


def test_nothing_is_left_by_the_filters(corpus: Corpus) -> None:
    found = corpus.search("school", theme="victims", rating="Inadequate")
    assert found.note == "no good match: no finding meets all filters and required words"
    assert (found.hits, found.weak) == ((), ())


def test_matched_words_are_marked_in_the_finding(corpus: Corpus) -> None:
    (hit, *_) = corpus.search("victims NEAR justice").hits
    marked = [hit.text[start:end] for start, end in hit.marks]
    assert " ".join(marked).split()[0].startswith("Re") or "justice" in " ".join(marked)
    assert any("victim" in words for words in marked)


def test_a_hit_tells_all_of_its_finding(corpus: Corpus) -> None:
    (hit,) = corpus.search('"back at school"').hits
    assert (hit.rank, hit.finding_id, hit.report_id, hit.service, hit.year) == (
        1,
        "north:1",
        "north",
        "Northmere",
        2019,
    )
    assert (hit.programme, hit.standard_id, hit.rating, hit.polarity) == ("2018", "2.1", "Good", "strength")
    assert (hit.kind, hit.themes, hit.page, hit.start) == ("strength", ("ete",), 1, 0)
    assert 0 <= hit.strength <= 1


def test_context_is_what_stands_beside_it_in_its_report(corpus: Corpus) -> None:
    (hit,) = corpus.search('"education, training and employment"', context=2).hits
    assert [(beside.distance, beside.finding_id) for beside in hit.context] == [
        (-1, "north:1"),
        (1, "north:3"),
        (2, "north:4"),
    ]


def test_findings_like_one(corpus: Corpus) -> None:
    found = corpus.search(None, like="south:4", limit=3)
    assert all_ids(found)
    assert "north:2" not in ids(found)
    with pytest.raises(FilterError, match="no finding 'nothing:1' in the corpus"):
        corpus.search(None, like="nothing:1")


def test_a_finding_is_not_like_itself(corpus: Corpus) -> None:
    assert not all_ids(corpus.search(None, like="south:4")) & {"south:4", "south:5"}


def test_facets_count_good_matches(corpus: Corpus) -> None:
    found = corpus.search("cannabis OR laptop OR ETE")
    assert found.total == 4
    assert found.facets["polarity"] == {"area_for_improvement": 3, "strength": 1}
    assert found.facets["service"] == {"Northmere": 2, "Southwold Vale": 1}
    assert found.facets["theme"] == {"ete": 2}
    assert found.facets["year"] == {"2019": 2, "2021": 1}


def test_the_same_every_time(corpus: Corpus) -> None:
    assert corpus.search("children and plans", context=1) == corpus.search("children and plans", context=1)


def test_limit(corpus: Corpus) -> None:
    found = corpus.search("cannabis OR laptop OR ETE", limit=2)
    assert (len(found.hits), found.total) == (2, 4)


def test_nothing_asked(corpus: Corpus) -> None:
    with pytest.raises(YosnlpError, match="nothing to look for"):
        corpus.search(None)


def test_an_empty_corpus(tmp_path: Path) -> None:
    with Corpus.open(tmp_path / "yos.db", create=True) as empty:
        for how in ("both", "words", "meaning"):
            assert empty.search("school", how=how).note == "no good match: the corpus is empty"  # type: ignore[arg-type]


def test_signs_that_mark_do_not_move_marks(tmp_path: Path) -> None:
    more = (("north:9", "strength", "", None, None, "A \ue000 zebra crossing \ue001 for bicycles."),)
    with searched(tmp_path / "yos.db", more) as opened:
        (hit,) = opened.search('"zebra crossing"').hits
        assert (hit.text, hit.marks) == (more[0][-1], ())


def test_vectors_of_another_embedding_are_not_compared(tmp_path: Path) -> None:
    with searched(tmp_path / "yos.db") as corpus:
        corpus.database.execute("UPDATE reports SET embedding_sha256 = 'older' WHERE report_id = 'south'")
        for how in ("both", "meaning"):
            with pytest.raises(CorpusError, match=r"1 of its reports .* 'yosnlp retag' once"):
                corpus.search("restorative justice", how=how)  # type: ignore[arg-type]
        assert ids(corpus.search("restorative justice", how="words"))[0] == "north:3"
