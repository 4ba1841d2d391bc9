"""Tagged reports of services that do not exist, each from a file of its own, with vectors that are told apart."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import numpy as np

from tests.exchange import made
from yosnlp.records import Provenance, TaggedReport
from yosnlp.store import Corpus
from yosnlp.store.database import Vectors

LABELS = made.LABELS
DIMENSIONS = 384


def tagged(name: str = "marrowdale", *, source: str | None = None, text: str = "") -> TaggedReport:
    """The report of `tests.exchange.made`, of a service ``name``; ``text`` makes it another edition."""
    document = made.document()
    ending = f"{name} {text}\n"
    held = replace(
        document,
        text=document.text + ending,
        source=source or f"in/{name}.txt",
        sha256=hashlib.sha256(ending.encode()).hexdigest(),
        hidden=(),
    )
    named = made.tagged().named(name)
    return replace(named, report=replace(named.report, document=held, service=name.capitalize()))


def vectors(report: TaggedReport) -> Vectors:
    """A vector of unit length for each finding, drawn from its id."""
    seeds = [int(hashlib.sha256(f.id.encode()).hexdigest()[:8], 16) for f in report.findings]
    drawn = np.array([np.random.default_rng(seed).normal(size=DIMENSIONS) for seed in seeds], dtype=np.float32)
    drawn = drawn.reshape(len(seeds), DIMENSIONS)
    return np.asarray(drawn / np.linalg.norm(drawn, axis=1, keepdims=True))


def provenance(model_sha256: str = "cd" * 32, *, codebook_version: int = 1) -> Provenance:
    """What made them: a model told by its hash."""
    return Provenance(
        version="0.1.0",
        codebook_version=codebook_version,
        model="cues",
        model_sha256=model_sha256,
        options={},
        inputs={},
    )


def put(corpus: Corpus, *reports: TaggedReport, **by: str) -> list[str]:
    """Store the reports and give their ids."""
    return [corpus.put(report, provenance(**by), LABELS, vectors(report)) for report in reports]  # type: ignore[arg-type]


def corpus(path: Path, *names: str) -> Corpus:
    """A corpus in the file ``path`` with a report of each service named."""
    opened = Corpus.open(path, create=True)
    put(opened, *(tagged(name) for name in names))
    return opened
