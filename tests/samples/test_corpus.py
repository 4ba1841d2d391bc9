"""The bundled samples in a corpus: what `tag` finds in them, stored and read back."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from typer.testing import CliRunner

from yosnlp import exchange, pipeline, resources
from yosnlp.cli import app
from yosnlp.store import Corpus
from yosnlp.store.embedding import Embedding

SAMPLES = resources.corpus("sample")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    opened = Corpus.open(tmp_path_factory.mktemp("corpus") / "yos.db", create=True)
    pipeline.add([SAMPLES], opened, model="fast")
    return opened


def test_it_is_whole(corpus: Corpus) -> None:
    assert corpus.verify() == []


def test_tables_are_those_of_tag(corpus: Corpus) -> None:
    run, held = exchange.Content.of(pipeline.tag([SAMPLES], model="fast")).tables(), corpus.tables()
    for name in ("reports", "findings", "ratings", "key_questions"):
        pd.testing.assert_frame_equal(getattr(run, name), getattr(held, name))
    assert held.themes == run.themes
    assert {k: held.run[k] for k in ("model", "model_sha256", "codebook_version")} == {
        k: run.run[k] for k in ("model", "model_sha256", "codebook_version")
    }


def test_tagged_again_from_the_stored_text_all_is_the_same(corpus: Corpus) -> None:
    before = corpus.tables().findings
    assert len(pipeline.retag(corpus, everything=True).retagged) == len(list(SAMPLES.iterdir()))
    pd.testing.assert_frame_equal(corpus.tables().findings, before)


def test_vectors_are_those_of_the_encoder(corpus: Corpus) -> None:
    ids, vectors = corpus.vectors()
    texts = corpus.tables().findings.set_index("finding_id")["text"]
    some = list(range(0, len(ids), 40))
    cosines = np.sum(Embedding.load().vectors([texts[ids[i]] for i in some]) * vectors[some], axis=1)
    assert cosines == pytest.approx(1, abs=0.002)


def test_a_corpus_file_is_all_that_an_analysis_needs(corpus: Corpus, tmp_path: Path) -> None:
    from yosnlp import analysis

    counted = analysis.frequency(pipeline.read_tables(corpus.where), by=["standard"])
    assert counted["findings"].sum() > 0


def test_a_corpus_is_written_as_a_run_over_its_reports_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    reports = [str(path) for path in sorted(SAMPLES.iterdir())][:2]
    for command in (
        ["add", *reports, "--model", "fast"],
        ["tag", *reports, "--model", "fast", "--out", "of_run"],
        ["tag", "yos.db", "--out", "of_corpus"],
    ):
        ran = CliRunner().invoke(app, command)
        assert ran.exit_code == 0, ran.output
    of_run, of_corpus = (
        [json.loads(line) for line in (tmp_path / folder / "findings.jsonl").read_text(encoding="utf-8").splitlines()]
        for folder in ("of_run", "of_corpus")
    )
    assert of_run == of_corpus
    for name in ("findings.csv", "ratings.csv", "key_questions.csv", "theme_frequency.csv"):
        assert (tmp_path / "of_run" / name).read_bytes() == (tmp_path / "of_corpus" / name).read_bytes(), name


def test_a_model_does_not_go_with_a_corpus(tmp_path: Path) -> None:
    Corpus.open(tmp_path / "yos.db", create=True).close()
    ran = CliRunner().invoke(app, ["tag", str(tmp_path / "yos.db"), "--model", "fast", "--out", str(tmp_path / "out")])
    assert ran.exit_code == 2
    assert "yosnlp retag" in ran.stderr
