"""The bundled samples in a corpus: what `tag` finds in them, stored and read back."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from yosnlp import exchange, pipeline, resources
from yosnlp.encoder import Encoder
from yosnlp.store import Corpus

SAMPLES = resources.corpus("sample")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    opened = Corpus.open(tmp_path_factory.mktemp("corpus") / "yos.db", create=True)
    pipeline.add([SAMPLES], opened, model="fast")
    return opened


def test_it_is_whole(corpus: Corpus) -> None:
    assert corpus.verify() == []


def test_tables_are_those_of_tag(corpus: Corpus) -> None:
    run, held = exchange.frames(pipeline.tag([SAMPLES], model="fast")), corpus.tables()
    for name in ("reports", "findings", "ratings", "key_questions"):
        pd.testing.assert_frame_equal(getattr(run, name), getattr(held, name))
    assert held.themes == run.themes
    assert {k: held.run[k] for k in ("model", "model_sha256", "codebook_version")} == {
        k: run.run[k] for k in ("model", "model_sha256", "codebook_version")
    }


def test_tagged_again_from_the_stored_text_all_is_the_same(corpus: Corpus) -> None:
    before = corpus.tables().findings
    assert len(pipeline.retag(corpus, everything=True).retagged) == 3
    pd.testing.assert_frame_equal(corpus.tables().findings, before)


def test_vectors_are_those_of_the_encoder(corpus: Corpus) -> None:
    ids, vectors = corpus.vectors()
    texts = corpus.tables().findings.set_index("finding_id")["text"]
    some = list(range(0, len(ids), 40))
    cosines = np.sum(Encoder.load().vectors([texts[ids[i]] for i in some]) * vectors[some], axis=1)
    assert cosines == pytest.approx(1, abs=0.002)


def test_a_corpus_file_is_all_that_an_analysis_needs(corpus: Corpus, tmp_path: Path) -> None:
    from yosnlp import analysis

    counted = analysis.frequency(pipeline.read_tables(corpus.where), by=["standard"])
    assert counted["findings"].sum() > 0
