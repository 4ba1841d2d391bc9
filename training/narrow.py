"""A narrow transformer that learns from the fine-tuned one: two layers of 192 numbers with one head of attention each.

It is given the vectors of word pieces that all bodies share, and learns how likely each label is and the vectors that
its teacher makes of each piece, which say far more about a text than labels do.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from training.batches import Texts, batches, deterministic, schedule, step
from yosnlp.encoder import MOST_PIECES, Table
from yosnlp.resources import models
from yosnlp.themes.polarity import POLARITIES
from yosnlp.themes.scorer import Array

# Chosen on 600 of the written examples, by networks trained on the others; no report was looked at.
SEED = 20260101
EPOCHS = 12
BATCH = 32
RATE = 2e-3
WIDTH, LAYERS, HEAD, INNER = 192, 2, 96, 512
_VECTOR_SHARE = 0.1  # of the squared distance to the teacher's vectors, beside the loss of the labels
_THEME_SHARE = 2 / 3  # as in training.finetune
_WARM_UP = 0.1


@dataclass(frozen=True, slots=True)
class Lessons:
    """Texts; of each the probability of each theme and polarity, and the vectors that the teacher makes of it."""

    texts: Sequence[str]
    themes: Array
    polarity: Array
    vectors: Sequence[NDArray[np.float16]]


class Layer(nn.Module):
    """Attention with one head, and two dense layers; what comes in is added to what comes out of each."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(WIDTH, HEAD) for _ in range(3))
        self.mixed = nn.Linear(HEAD, WIDTH)
        self.widened, self.narrowed = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.attended, self.made = nn.LayerNorm(WIDTH), nn.LayerNorm(WIDTH)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: torch.Tensor, mask: torch.Tensor | None = None) -> torch.Tensor:
        """Texts by pieces by dimensions."""
        near = self.query(x) @ self.key(x).transpose(1, 2) / math.sqrt(HEAD)
        if mask is not None:
            near = near.masked_fill(mask[:, None, :] == 0, -1e4)
        x = self.attended(x + self.drop(self.mixed(near.softmax(-1) @ self.value(x))))
        made: torch.Tensor = self.made(x + self.drop(self.narrowed(nn.functional.gelu(self.widened(x)))))
        return made


class Body(nn.Module):
    """From the vectors of word pieces to their vectors in context, in fewer dimensions."""

    def __init__(self, table: Table) -> None:
        super().__init__()
        self.narrowed = nn.Linear(table.whole.shape[1], WIDTH)
        self.place = nn.Embedding(MOST_PIECES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        nn.init.normal_(self.place.weight, std=0.02)
        with torch.no_grad():  # what sets word pieces apart most is what is kept of them at first
            self.narrowed.weight.copy_(torch.from_numpy(_directions(table)))
            self.narrowed.bias.zero_()

    def forward(self, pieces: torch.Tensor, mask: torch.Tensor | None = None) -> torch.Tensor:
        """Texts by pieces by dimensions."""
        x = self.norm(self.narrowed(pieces) + self.place.weight[: pieces.shape[1]])
        for layer in self.layers:
            x = layer(x, mask)
        return x


class Net(nn.Module):
    """The body with linear heads over the mean of the pieces, and one that tells the teacher's vector of each piece."""

    def __init__(self, table: Table, themes: int) -> None:
        super().__init__()
        self.body = Body(table)
        self.themes, self.polarity = nn.Linear(WIDTH, themes), nn.Linear(WIDTH, len(POLARITIES))
        self.teachers = nn.Linear(WIDTH, table.whole.shape[1])
        self.drop = nn.Dropout(0.1)

    @property
    def heads(self) -> tuple[nn.Linear, nn.Linear]:
        """Those of themes and of polarity."""
        return self.themes, self.polarity

    def forward(self, pieces: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Log odds of themes and of polarities, texts by labels, and the vectors that the teacher would give."""
        vectors = self.body(pieces, mask)
        kept = mask.unsqueeze(-1).to(vectors.dtype)
        mean = self.drop((vectors * kept).sum(1) / kept.sum(1))
        return self.themes(mean), self.polarity(mean), self.teachers(vectors)


def train(lessons: Lessons, *, say: Callable[[str], None] = print) -> Net:
    """A network that has learnt ``lessons``: the same lessons give the same numbers."""
    random = deterministic(SEED)
    texts = Texts(lessons.texts)
    net = Net(Table.load(models("encoder", "pieces.safetensors")), lessons.themes.shape[1])
    optimizer = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=0.01)
    rates = schedule(optimizer, EPOCHS * -(-len(lessons.texts) // BATCH), _WARM_UP)
    by_theme, by_polarity = (torch.from_numpy(held.astype(np.float32)) for held in (lessons.themes, lessons.polarity))
    net.train()
    for epoch in range(EPOCHS):
        total = 0.0
        for which in batches([len(ids) for ids in texts.ids], BATCH, random):
            pieces, mask = texts.batch(which)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                told_themes, told_polarity, told_vectors = net(pieces, mask)
            wrong = nn.functional.binary_cross_entropy_with_logits(
                told_themes.float(), by_theme[which], reduction="none"
            )
            misjudged = nn.functional.cross_entropy(told_polarity.float(), by_polarity[which])
            away = (told_vectors.float() - _padded(lessons.vectors, which, pieces.shape)).square().sum(-1) * mask
            loss = _THEME_SHARE * wrong.sum(1).mean() + misjudged + _VECTOR_SHARE * away.sum() / mask.sum()
            total += step(loss, net, optimizer, rates) * len(which)
        say(f"narrow, epoch {epoch + 1} of {EPOCHS}: loss {total / len(lessons.texts):.2f}")
    net.eval()
    return net


def _padded(held: Sequence[NDArray[np.float16]], which: Sequence[int], shape: torch.Size) -> torch.Tensor:
    padded = torch.zeros(shape)
    for row, i in enumerate(which):
        padded[row, : len(held[i])] = torch.from_numpy(held[i].astype(np.float32))
    return padded


def _directions(table: Table) -> NDArray[np.float32]:
    """The directions in which the vectors of word pieces differ most, scaled so that what is kept has unit variance."""
    known = table.rows(range(len(table.whole)))
    variances, directions = np.linalg.eigh(np.cov(known.T))
    kept = directions[:, ::-1].T[:WIDTH]
    return np.asarray(kept / np.sqrt(variances[::-1][:WIDTH].mean()), dtype=np.float32)
