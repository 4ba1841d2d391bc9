"""The fast model: a narrow transformer that learns from the fine-tuned one, and is read and run as that is.

Beside the labelled texts it is given their clauses, which nobody labelled: of each, the teacher says how likely every
label is. Of a labelled text half is what people said, half what the teacher makes of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from training.data import polarities, themes
from yosnlp.encoder import Encoder
from yosnlp.labels import Labelled
from yosnlp.learning.calibrate import softmax
from yosnlp.learning.fit import SEED
from yosnlp.themes.classifier import probabilities
from yosnlp.themes.codebook import load_codebook
from yosnlp.themes.encoded import EncodedModel
from yosnlp.themes.polarity import POLARITIES

_CLAUSE = re.compile(r"[,;:.]\s| (?=(?:and|but|with|which|where|while|although|however|so that) )")
_FEWEST_WORDS = 4
_MOST_CLAUSES = 6000


def clauses(texts: Sequence[str]) -> list[str]:
    """The clauses of ``texts`` that are not among them; a random part where they are many."""
    parts = {part.strip(" .,;:") for text in texts for part in _CLAUSE.split(text)}
    found = sorted({part for part in parts if len(part.split()) >= _FEWEST_WORDS} - set(texts))
    picked = np.random.default_rng(SEED).permutation(len(found))[:_MOST_CLAUSES]
    return [found[i] for i in sorted(picked.tolist())]


def teach(
    seen: Sequence[Labelled],
    theme_teacher: EncodedModel,
    polarity_teacher: EncodedModel,
    body: Path,
    *,
    say: Callable[[str], None] = print,
) -> tuple[EncodedModel, EncodedModel]:
    """A student, by theme and by polarity, of two teachers of one encoder, trained on ``seen``; its body to a file."""
    from training.encoder import write_body  # torch, needed to train only
    from training.narrow import Lessons, train

    codebook = load_codebook()
    texts = [row.text for row in seen]
    texts += clauses(texts)
    vectors = [pieces.vectors.astype(np.float16) for pieces in theme_teacher.encoder.pieces(texts)]
    means = np.array([of_text.astype(np.float32).mean(axis=0) for of_text in vectors])
    by_theme = probabilities(means @ theme_teacher.weights + theme_teacher.bias)
    by_polarity = softmax(means @ polarity_teacher.weights + polarity_teacher.bias)
    by_theme[: len(seen)] = (by_theme[: len(seen)] + themes(seen, codebook.ids)) / 2
    by_polarity[: len(seen)] = (by_polarity[: len(seen)] + polarities(seen)) / 2
    net = train(Lessons(texts, by_theme, by_polarity, vectors), say=say)
    write_body(net.body, body)
    encoder = Encoder.read(body)
    heads = [(layer.weight.detach().numpy().T.copy(), layer.bias.detach().numpy().copy()) for layer in net.heads]
    return EncodedModel(codebook.ids, encoder, *heads[0]), EncodedModel(POLARITIES, encoder, *heads[1])
