"""A table's CSV is what spreadsheets open and what other programs read back."""

import csv
import io
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yosnlp.exchange.safe import cell
from yosnlp.exchange.tables import Table, Value, to_csv


def read_back(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param(None, "", id="unknown"),
        pytest.param(math.nan, "", id="no number"),
        pytest.param(True, "true", id="true"),
        pytest.param(False, "false", id="false"),
        pytest.param(-3, "-3", id="a whole number is no text"),
        pytest.param(50.0, "50", id="no idle zeros"),
        pytest.param(100.0, "100", id="zeros that count"),
        pytest.param(2 / 3, "0.6667", id="four decimals"),
        pytest.param("a, \"b\"; 'c'", "a, \"b\"; 'c'", id="signs of CSV"),
    ],
)
def test_cells(value: Value, expected: str) -> None:
    assert read_back(to_csv(Table(("a", "b"), [{"b": value, "a": 1}]))) == [["a", "b"], ["1", expected]]


def test_byte_order_mark_and_line_ends() -> None:
    assert to_csv(Table(("a",), [{"a": "é"}])) == b"\xef\xbb\xbfa\r\n\xc3\xa9\r\n"


def test_no_rows_leave_the_header() -> None:
    assert read_back(to_csv(Table(("a", "b"), []))) == [["a", "b"]]


@given(st.lists(st.tuples(st.text(), st.text()), max_size=5))
def test_text_survives_the_file(pairs: list[tuple[str, str]]) -> None:
    data = to_csv(Table(("a", "b"), [{"a": a, "b": b} for a, b in pairs]))
    assert read_back(data)[1:] == [[cell(a), cell(b)] for a, b in pairs]
