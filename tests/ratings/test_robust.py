"""Odd texts are read in good time and without error."""

from __future__ import annotations

import random
import time

import pytest

from tests.ratings.made import FRONT, STANDARDS, Reader, body, table

LONG = 20_000
ODD = {
    "no stops": "overall rating of the work " * (LONG // 26),
    "questions": "does it? " * (LONG // 9),
    "numbers": "6 6 4 % " * (LONG // 8),
    "overall": "overall " * (LONG // 8),
    "capitals": "Aa And Of The " * (LONG // 14),
    "cells": "| " * (LONG // 2),
    "stars": "* " * (LONG // 2),
    "scores": "score: comment: " * (LONG // 16),
    "discretion": "discretion was used was applied " * (LONG // 32),
}


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_a_long_odd_text_takes_no_long_time(odd: str, reader: Reader) -> None:
    text = (
        FRONT.format(foreword=odd)
        + "Ratings\n\n"
        + odd
        + "\n\n"
        + body().replace("2.2. Planning\n", f"2.2. Planning\n\n{odd}\n")
    )
    start = time.perf_counter()
    reader(text)
    assert time.perf_counter() - start < 5


@pytest.mark.parametrize("seed", range(20))
def test_a_shuffled_report_raises_nothing(seed: int, reader: Reader) -> None:
    text = (
        FRONT.format(foreword="Overall, Exbourne was rated as: Good.")
        + table(dict.fromkeys(STANDARDS, "Good"))
        + body()
    )
    lines = text.split("\n")
    figures = [
        "68%",
        "6 4",
        "Does it keep the child safe?",
        "Score 21/36",
        "Not rated",
        "* Professional discretion was used.",
    ]
    shuffled = random.Random(seed)
    for figure in figures * 5:
        lines.insert(shuffled.randrange(len(lines)), figure)
    assert reader("\n".join(lines)).scores.places
