from __future__ import annotations

import numpy as np
import pytest

from tests.marked import marked
from yosnlp.themes.evidence import spans
from yosnlp.themes.scorer import tokens


@pytest.mark.parametrize(
    ("example", "weights"),
    [
        pytest.param("Staff <e>trained</e> hard.", {"trained": 1.0}, id="one word"),
        pytest.param("<e>Speech therapy</e> began.", {"speech": 1.0, "therapy": 0.8}, id="words side by side"),
        pytest.param(
            "<e>Speech and therapy</e> began.", {"speech": 1.0, "therapy": 0.8}, id="over a word without weight"
        ),
        pytest.param(
            "<e>Nurses</e> saw every girl who came in for <e>therapy</e>.",
            {"nurses": 1.0, "therapy": 1.0},
            id="two places, in the order of the text",
        ),
        pytest.param(
            "<e>Nurses</e> saw every girl in June.", {"nurses": 1.0, "june": 0.05}, id="not what hardly counts"
        ),
        pytest.param(
            "<e>Nurses</e> saw every single girl in June.", {"nurses": 1.0, "june": -2.0}, id="not what speaks against"
        ),
    ],
)
def test_evidence_is_the_words_that_speak_most_for_the_theme(example: str, weights: dict[str, float]) -> None:
    read = marked(example)
    found = tokens(read.text)
    parts = np.array([weights.get(token.word, 0.0) for token in found], dtype=np.float32)
    assert [read.text[start:end] for start, end in spans(found, parts)] == read.texts("e")


@pytest.mark.parametrize("weight", [0.0, -1.0])
def test_where_nothing_speaks_for_the_theme_there_is_no_evidence(weight: float) -> None:
    found = tokens("Tea was warm.")
    assert spans(found, np.full(len(found), weight, dtype=np.float32)) == []


def test_no_words_no_evidence() -> None:
    assert spans([], np.zeros(0, dtype=np.float32)) == []
