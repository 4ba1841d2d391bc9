"""What may be typed into search, and what is told where it cannot be read."""

from __future__ import annotations

import pytest

from yosnlp.store.query import QueryError, Term, read, words


def test_plain_words_count_for_rank() -> None:
    query = read("children, not in school?")
    assert [term.words for term in query.plain] == [("children",), ("not",), ("in",), ("school",)]
    assert (query.required, query.excluded) == ((), ())


@pytest.mark.parametrize(
    ("text", "required"),
    [
        pytest.param('"speech and language"', ((Term(("speech", "and", "language"), quoted=True),),), id="a phrase"),
        pytest.param("“risk of harm”", ((Term(("risk", "of", "harm"), quoted=True),),), id="curly quotation marks"),
        pytest.param("school OR college", ((Term(("school",)), Term(("college",))),), id="OR"),
        pytest.param(
            "school NEAR police", ((Term(parts=(("school",), ("police",)), near=10),),), id="NEAR, ten words apart"
        ),
        pytest.param(
            'school NEAR/3 "police officer"',
            ((Term(parts=(("school",), ("police", "officer")), near=3),),),
            id="NEAR a phrase, three words apart",
        ),
        pytest.param(
            "a1 NEAR b1 NEAR c1", ((Term(parts=(("a1",), ("b1",), ("c1",)), near=10),),), id="NEAR one after another"
        ),
    ],
)
def test_what_has_to_be_there(text: str, required: tuple[tuple[Term, ...], ...]) -> None:
    assert read(text).required == required


def test_minus_leaves_out() -> None:
    query = read('school -college -"work placement" out-of-court')
    assert [term.words for term in query.excluded] == [("college",), ("work", "placement")]
    assert [term.words for term in query.plain] == [("school",), ("out", "of", "court")]
    assert query.said == "school out-of-court"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param('"speech and', "a quotation mark is not closed", id="an open quotation"),
        pytest.param('""', "a phrase has no words in it", id="an empty phrase"),
        pytest.param("", "nothing to look for", id="nothing"),
        pytest.param("?!", "nothing to look for", id="no words"),
        pytest.param("-school", "nothing to look for", id="only what to leave out"),
        pytest.param("school AND police", "AND is not understood", id="AND"),
        pytest.param("school NOT police", "NOT is not understood", id="NOT"),
        pytest.param("OR school", "OR stands between", id="OR at the start"),
        pytest.param("school OR", "OR stands between", id="OR at the end"),
        pytest.param("school OR OR police", "OR stands between", id="OR twice"),
        pytest.param("NEAR school", "NEAR stands between", id="NEAR at the start"),
        pytest.param("school NEAR", "NEAR stands between", id="NEAR at the end"),
        pytest.param("NEAR(school police, 5)", "NEAR stands between", id="NEAR as FTS5 writes it"),
        pytest.param("school NEAR -police", "NEAR stands between", id="NEAR and minus"),
        pytest.param("school NEAR/500 police", "at most 50 words", id="too far"),
    ],
)
def test_what_cannot_be_read_says_what_is_allowed(text: str, reason: str) -> None:
    with pytest.raises(QueryError, match=reason) as told:
        read(text)
    assert 'Allowed: words, "a phrase"' in str(told.value)


def test_words_are_letters_and_digits() -> None:
    assert words("The child’s “plan”, 16s; out_of* court^2") == (
        "The",
        "child",
        "plan",
        "16s",
        "out",
        "of",
        "court",
        "2",
    )
