from __future__ import annotations

import numpy as np
import pytest

from tests.learning.made import CODEBOOK, examples
from yosnlp.encoder import Encoder
from yosnlp.learning import held_out
from yosnlp.learning.data import Example
from yosnlp.learning.train import Trained, folds_of, train
from yosnlp.learning.zero_shot import Calibration, phrases, zero_shot


@pytest.fixture(scope="module")
def trained() -> Trained:
    return train(CODEBOOK, examples(groups=3), Encoder.load())


def _assigned(trained: Trained, text: str) -> list[str]:
    return [scored.theme for scored in trained.classifier("made").code([text])[0] if scored.assigned]


@pytest.mark.parametrize(
    ("text", "themes"),
    [
        pytest.param("The water in the pool was cold.", ["pool"], id="one theme"),
        pytest.param("Coffee in the cafe was good.", ["cafe"], id="another"),
        pytest.param("We visited in June and it was dark.", [], id="none"),
    ],
)
def test_it_codes_what_it_was_taught(text: str, themes: list[str], trained: Trained) -> None:
    assert _assigned(trained, text) == themes


def test_a_theme_without_an_example_is_coded_by_the_words_of_the_codebook(trained: Trained) -> None:
    assert "parking" in _assigned(trained, "Parking for cars and bicycle racks.")


def test_it_says_how_good_it_was_on_texts_held_out(trained: Trained) -> None:
    assert trained.held_out is not None
    assert trained.held_out.texts == len(examples())
    assert trained.held_out.micro_f1 > 0.9


def test_evidence_lies_on_the_words_of_the_theme(trained: Trained) -> None:
    text = "On Monday the swimming pool was cold."
    pool = next(s for s in trained.classifier("made").code([text])[0] if s.theme == "pool")
    assert any("pool" in text[start:end] for start, end in pool.spans)


def test_without_texts_the_codebook_alone_codes() -> None:
    start = train(CODEBOOK, [], Encoder.load())
    assert start.held_out is None
    assert _assigned(start, "The lifeguards watched the swimming lanes.") == ["pool"]


def test_the_same_texts_give_the_same_model(trained: Trained) -> None:
    again = train(CODEBOOK, examples(groups=3), Encoder.load())
    texts = ["The pool was busy.", "Tea."]
    assert (again.scorer.scores(texts) == trained.scorer.scores(texts)).all()
    assert again.thresholds == trained.thresholds


def test_groups_are_never_split_over_folds() -> None:
    folds, made = folds_of(examples(groups=3)), examples(groups=3)
    assert len({(fold, example.group) for fold, example in zip(folds.tolist(), made, strict=True)}) == 3
    assert np.bincount(folds_of(examples())).min() > 0


def test_phrases_come_from_definition_lists_and_exclusions() -> None:
    codebook = CODEBOOK.model_copy(
        update={
            "themes": (
                *CODEBOOK.themes[:2],
                CODEBOOK.themes[2].model_copy(
                    update={"include": ("disabled bays",), "exclude": ("queue outside (cafe)",)}
                ),
            )
        }
    )
    found = list(phrases(codebook))
    assert ("disabled bays", "parking") in found
    assert ("queue outside", "cafe") in found
    assert ("lanes", "pool") in found


def test_zero_shot_ranks_the_theme_first_that_a_text_is_about() -> None:
    scorer = zero_shot(CODEBOOK, Encoder.load(), Calibration.load())
    ranked = scorer.scores(
        ["The water was warm.", "Food came late from the kitchen.", "Nowhere to leave a bicycle."]
    ).argmax(axis=1)
    assert [CODEBOOK.ids[i] for i in ranked] == ["pool", "cafe", "parking"]


def test_each_group_is_coded_by_a_model_that_has_not_seen_it() -> None:
    seen: list[str] = []
    made = [
        *(Example(f"The pool was cold on day {i}.", frozenset({"pool"}), "one") for i in range(12)),
        *(Example(f"The soup was cold on day {i}.", frozenset({"cafe"}), "other") for i in range(12)),
    ]
    found = held_out.evaluate(
        CODEBOOK, made, Encoder.load(), progress=lambda done, of, name: seen.append(f"{done}/{of} {name}")
    )
    assert seen == ["1/2 one", "2/2 other"]
    assert set(found.groups) == {"one", "other"}
    assert found.groups["one"].texts == 12
    assert found.all.texts == 24


def test_a_model_may_be_measured_as_it_is(trained: Trained) -> None:
    found = held_out.evaluate(CODEBOOK, examples(groups=2), Encoder.load(), classifier=trained.classifier("made"))
    assert found.all.micro_f1 > 0.95
    assert [t.theme for t in found.themes] == list(CODEBOOK.ids)
    assert found.micro_f1_by_text[0] <= found.all.micro_f1 <= found.micro_f1_by_text[1]
