"""What all trainings share: texts as batches of word pieces' vectors, chance, and the steps of learning."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import torch

from yosnlp.encoder import Table, tokenizer
from yosnlp.resources import models
from yosnlp.text import plain

_BUCKET = 32  # batches: within so many, texts of like length go together


class Texts:
    """Texts as the vectors of their word pieces, padded together."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.table = Table.load(models("encoder", "pieces.safetensors"))
        cut = tokenizer()
        self.ids = [cut.encode(plain(text)).ids for text in texts]

    def batch(self, which: Sequence[int]) -> tuple[torch.Tensor, torch.Tensor]:
        """Vectors (texts by pieces by dimensions), and which of them are there."""
        longest = max(len(self.ids[i]) for i in which)
        pieces = torch.zeros(len(which), longest, self.table.whole.shape[1])
        mask = torch.zeros(len(which), longest, dtype=torch.long)
        for row, i in enumerate(which):
            pieces[row, : len(self.ids[i])] = torch.from_numpy(self.table.rows(self.ids[i]))
            mask[row, : len(self.ids[i])] = 1
        return pieces, mask


def batches(lengths: Sequence[int], size: int, random: np.random.Generator) -> Iterator[list[int]]:
    """The texts in random batches of like length, ``size`` each."""
    order = random.permutation(len(lengths)).tolist()
    made = []
    for start in range(0, len(order), size * _BUCKET):
        bucket = sorted(order[start : start + size * _BUCKET], key=lambda i: lengths[i])
        made += [bucket[at : at + size] for at in range(0, len(bucket), size)]
    return (made[i] for i in random.permutation(len(made)))


def schedule(optimizer: torch.optim.Optimizer, steps: int, warm_up: float) -> torch.optim.lr_scheduler.LambdaLR:
    """A rate that rises over the share ``warm_up`` of ``steps`` and falls to nothing over the others."""
    warm = max(1, int(warm_up * steps))
    return torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / warm, max(0.0, (steps - step) / max(1, steps - warm)))
    )


def deterministic(seed: int) -> np.random.Generator:
    """Chance by which the same data give the same numbers, whatever else runs: for numpy; torch is set as well."""
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    return np.random.default_rng(seed)


def step(
    loss: torch.Tensor,
    net: torch.nn.Module,
    optimizer: torch.optim.Optimizer,
    rates: torch.optim.lr_scheduler.LambdaLR,
) -> float:
    """Learn from ``loss``, by a gradient of length 1 at most; gives the loss as a number."""
    optimizer.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
    optimizer.step()
    rates.step()
    return float(loss.detach())
