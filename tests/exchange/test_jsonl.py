"""JSON lines lose nothing: text as it is, every theme, lists as lists."""

import json

from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.made import TEXT, THEMES, tagged
from yosnlp.exchange.jsonl import finding_records, line
from yosnlp.exchange.rows import FINDINGS

FIRST, SECOND, _ = finding_records(tagged(), THEMES)


def test_the_columns_of_the_table_come_first() -> None:
    assert list(FIRST) == [*FINDINGS, "quantities", "links", "addressee", "anchor"]


def test_themes_are_a_list_and_scores_a_map_of_all_themes() -> None:
    assert FIRST["themes"] == ["ete", "victims"]
    assert FIRST["theme_scores"] == {"victims": 0.9877, "oocd_decision_making": 0.1234, "ete": 0.5}


def test_evidence_points_into_the_text() -> None:
    evidence = FIRST["evidence"]
    assert isinstance(evidence, list)
    assert [TEXT[piece["start"] : piece["end"]] for piece in evidence] == ["tutors visited", "Victims’ wishes"]
    assert [piece["text"] for piece in evidence] == ["tutors visited", "Victims’ wishes"]


def test_quantities_and_links() -> None:
    start = TEXT.index("two-thirds")
    assert FIRST["quantities"] == [
        {"words": "two-thirds", "share": 0.6667, "n": None, "total": None, "low": None, "high": None}
        | {"start": start, "end": start + 10}
    ]
    assert FIRST["links"] == [{"target": "standard", "target_id": "2.1", "origin": "section"}]
    assert (SECOND["quantities"], SECOND["links"]) == ([], [])


def test_text_is_as_in_the_report_without_a_guard_for_spreadsheets() -> None:
    assert SECOND["text"] == "=Marrowdale was slow to put plans for school in place."


@given(st.text(alphabet=st.characters()) | st.text(alphabet="a\n\x1b\x85\x9b\u2028\u202e"))
def test_a_record_is_one_line_without_control_codes_and_reads_back(text: str) -> None:
    made = line({"text": text})
    assert made.splitlines() == [made]
    assert not {"\x1b", "\x9b", "\u202e"} & set(made)
    assert json.loads(made.encode()) == {"text": text}
