"""Changes all-MiniLM-L6-v2 so that its vectors tell themes and polarity: both at once, on one thread, to the byte.

The word pieces' vectors stay as they are, since all bodies share them (`yosnlp.encoder`). The heads are linear over the
mean of the pieces, so that each piece's part in a score can be told. The head of a theme starts from the vector of its
definition, and its bias from how common it is: rare themes need not be learnt from nothing.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import nn

from training.batches import Texts, batches, deterministic, schedule, step
from training.encoder import bert, of_bert, write_body
from yosnlp.encoder import BODY, Array, Encoder
from yosnlp.labels import Labelled
from yosnlp.themes.codebook import Codebook
from yosnlp.themes.encoded import EncodedModel
from yosnlp.themes.polarity import POLARITIES

SEED = 20260101
# Chosen on 500 of the written examples, trained on the others, from a handful of settings; no report was looked at.
EPOCHS = 5
BATCH = 16
BODY_RATE = 3e-4
HEAD_RATE = 3e-3
#: How often a text of a report counts beside a written one: reports are what the model is for. Not searched for.
REPORT_WEIGHT = 2.0
_THEME_SHARE = 2 / 3  # of the themes' loss, a sum over all themes, beside that of polarity
_WARM_UP = 0.1


@dataclass(frozen=True, slots=True)
class Heads:
    """Weights (dimensions by labels) and biases over the mean vector of a text."""

    themes: tuple[Array, Array]
    polarity: tuple[Array, Array]


class Net(nn.Module):
    """The body with a linear head for themes and one for polarity."""

    def __init__(self, themes: int) -> None:
        super().__init__()
        self.body = bert()
        for name, parameter in self.body.named_parameters():
            parameter.requires_grad = "embeddings" not in name
        size = self.body.config.hidden_size
        self.themes, self.polarity = nn.Linear(size, themes), nn.Linear(size, len(POLARITIES))
        self.drop = nn.Dropout(0.1)

    def forward(self, pieces: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Log odds of themes and of polarities, texts by labels."""
        mean = self.drop(self.mean(pieces, mask))
        return self.themes(mean), self.polarity(mean)

    def mean(self, pieces: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """The mean vector of each text."""
        vectors = self.body(inputs_embeds=pieces, attention_mask=mask).last_hidden_state
        kept = mask.unsqueeze(-1).to(vectors.dtype)
        return (vectors * kept).sum(1) / kept.sum(1)


def finetune(data: Sequence[Labelled], codebook: Codebook, *, say: Callable[[str], None] = print) -> Net:
    """A network trained on ``data``: whatever else runs, the same data give the same numbers."""
    random = deterministic(SEED)
    texts = Texts([row.text for row in data])
    themes = torch.tensor([[float(theme in row.themes) for theme in codebook.ids] for row in data])
    polarity = torch.tensor([POLARITIES.index(row.polarity) for row in data])
    share = torch.tensor([1.0 if row.source == "examples" else REPORT_WEIGHT for row in data])
    net = _started(codebook, themes.mean(0))
    optimizer = _optimizer(net)
    rates = schedule(optimizer, EPOCHS * -(-len(data) // BATCH), _WARM_UP)
    began = time.monotonic()
    for epoch in range(EPOCHS):
        total = 0.0
        for which in batches([len(ids) for ids in texts.ids], BATCH, random):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                by_theme, by_polarity = net(*texts.batch(which))
            wrong = nn.functional.binary_cross_entropy_with_logits(by_theme.float(), themes[which], reduction="none")
            misjudged = nn.functional.cross_entropy(by_polarity.float(), polarity[which], reduction="none")
            loss = ((wrong.sum(1) * _THEME_SHARE + misjudged) * share[which]).mean()
            total += step(loss, net, optimizer, rates) * len(which)
        say(f"epoch {epoch + 1} of {EPOCHS}: loss {total / len(data):.3f}, {time.monotonic() - began:.0f} s")
    net.eval()
    return net


def heads(net: Net) -> Heads:
    """The heads of ``net`` as arrays."""
    arrays = [
        (layer.weight.detach().numpy().T.copy(), layer.bias.detach().numpy().copy())
        for layer in (net.themes, net.polarity)
    ]
    return Heads(*arrays)


def as_run(net: Net, codebook: Codebook, body: Path | None = None) -> tuple[EncodedModel, EncodedModel]:
    """Scorers of themes and polarity as they run in use: on onnxruntime, matrices in 8 bits.

    The body is written to the file ``body``, or to one that is thrown away.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = body or Path(folder) / BODY
        write_body(of_bert(net.body), path)
        encoder = Encoder.read(path)
    trained = heads(net)
    return (
        EncodedModel(codebook.ids, encoder, *trained.themes),
        EncodedModel(POLARITIES, encoder, *trained.polarity),
    )


def _started(codebook: Codebook, common: torch.Tensor) -> Net:
    """A network whose heads know the definitions of the themes and how common they are."""
    net = Net(len(codebook.ids))
    net.eval()
    described = Texts([f"{theme.label}. {theme.definition}" for theme in codebook.themes])
    with torch.no_grad():
        vectors = torch.cat([net.mean(*described.batch([i])) for i in range(len(codebook.ids))])
        apart = vectors - vectors.mean(0)
        net.themes.weight.copy_(apart / apart.norm(dim=1, keepdim=True))
        net.themes.bias.copy_(torch.logit(common.clamp(0.002, 0.998)))
    net.train()
    return net


def _optimizer(net: Net) -> torch.optim.Optimizer:
    body = [parameter for parameter in net.body.parameters() if parameter.requires_grad]
    head = [*net.themes.parameters(), *net.polarity.parameters()]
    return torch.optim.AdamW([{"params": body, "lr": BODY_RATE}, {"params": head, "lr": HEAD_RATE}], weight_decay=0.01)
