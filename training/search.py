"""Trains ``models/search``: the projection in which queries lie near the findings that they ask for.

    python -m training.search
    python -m training.search build/unseen

Learnt from ``corpus/queries/asked.jsonl``: for each of the written examples, queries that somebody might type who looks
for such a finding. A query is to lie nearer to its own finding than to the others of a batch, those apart that are
too like its own to be wrong answers. The encoders stay as they are. How well queries that are not learnt from find
what they ask for, `evaluation.search.written` says. The folder of models may be another: one with an encoder that has
seen no report, to measure with.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.queries import asked
from yosnlp import resources
from yosnlp.encoder import BODY, Array, Encoder
from yosnlp.store.embedding import ENCODERS, Projection, save, side_by_side

# Chosen by `python -m evaluation.search.written` from a handful of settings.
SEED = 20260101
DIMENSIONS = 384
STEPS = 600
BATCH = 512
RATE = 1e-3
INNER = 512
DROPPED = 0.1
_STRETCHED = 5.0  # so that what goes into the inner layer, of unit length, bends it
TEMPERATURE = 0.1
_TOO_LIKE = 0.75  # cosine from which another finding may answer the query as well


@dataclass(frozen=True, slots=True)
class Pairs:
    """Queries and findings as the encoders see them; ``answers``: the place of the finding of each query."""

    queries: Array
    findings: Array
    answers: NDArray[np.int64]


def encoded(encoders: Sequence[Encoder]) -> tuple[Pairs, Array]:
    """The written queries and their findings, and the centres of the findings."""
    rows = asked()
    findings = [encoder.means([row.finding for row in rows]) for encoder in encoders]
    centres = np.array([of_encoder.mean(axis=0) for of_encoder in findings])
    queries = [query for row in rows for query in row.queries]
    answers = np.array([place for place, row in enumerate(rows) for _ in row.queries])
    told = side_by_side([encoder.means(queries) for encoder in encoders], centres)
    return Pairs(told, side_by_side(findings, centres), answers), centres


def project(pairs: Pairs, centres: Array) -> Projection:
    """The projection learnt from ``pairs``: the same pairs give the same numbers."""
    import torch
    from torch import nn

    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    random = np.random.default_rng(SEED)
    findings, queries = torch.from_numpy(pairs.findings), torch.from_numpy(pairs.queries)
    answers = torch.from_numpy(pairs.answers)
    wide = findings.shape[1]
    straight, inner, outer = (
        nn.Linear(wide, DIMENSIONS, bias=False),
        nn.Linear(wide, INNER),
        nn.Linear(INNER, DIMENSIONS),
    )
    nn.init.orthogonal_(straight.weight)
    for nothing in (outer.weight, outer.bias):  # at first all goes straight
        nn.init.zeros_(nothing)
    drop = nn.Dropout(DROPPED)

    def projected(told: torch.Tensor) -> torch.Tensor:
        bent = nn.functional.gelu(inner(told * _STRETCHED), approximate="tanh")
        return nn.functional.normalize(straight(told) + outer(drop(bent)), dim=1)

    learnt = [parameter for layer in (straight, inner, outer) for parameter in layer.parameters()]
    optimizer = torch.optim.AdamW(learnt, lr=RATE, weight_decay=0.01)
    for _ in range(STEPS):
        batch = torch.from_numpy(random.permutation(len(answers))[:BATCH])
        there = torch.unique(answers[batch])
        own = torch.searchsorted(there, answers[batch])
        alike = findings[answers[batch]] @ findings[there].T / len(ENCODERS) > _TOO_LIKE
        alike[torch.arange(len(batch)), own] = False
        near = projected(queries[batch]) @ projected(findings[there]).T / TEMPERATURE
        loss = nn.functional.cross_entropy(near.masked_fill(alike, -1e4), own)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    weights = [layer.weight.detach().numpy().T for layer in (straight, inner, outer)]
    return Projection(
        centres=centres,
        straight=weights[0],
        inner=weights[1] * _STRETCHED,
        inner_bias=inner.bias.detach().numpy(),
        outer=weights[2],
        outer_bias=outer.bias.detach().numpy(),
    )


def main(models: Path) -> None:
    """Train on all written queries and write the projection into the folder ``models``."""
    pairs, centres = encoded([Encoder.load(models / name / BODY) for name in ENCODERS])
    save(models / "search", project(pairs, centres))
    print(f"{models / 'search'}: trained on {len(pairs.queries)} queries for {len(pairs.findings)} findings")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else resources.models())
