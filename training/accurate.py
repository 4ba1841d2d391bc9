"""Trains ``models/accurate``: words and cues, and MiniLM fine-tuned, mixed; themes and polarity.

    python -m training.accurate ../shared/reports models/accurate

How the two are mixed, and the thresholds, come from the scores that `training.held_out` kept.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import numpy as np

from training.assemble import blend
from training.batches import Texts
from training.card import write_card
from training.data import annotated, polarities, themes
from training.finetune import Net, as_run, finetune
from training.mix import mix
from yosnlp.encoder import BODY
from yosnlp.labels import examples
from yosnlp.learning.fit import SEED, fit_exclusive, fit_words
from yosnlp.themes.codebook import load_codebook
from yosnlp.themes.cues import Cues
from yosnlp.themes.encoded import EncodedModel
from yosnlp.themes.load import save_polarity, save_themes
from yosnlp.themes.polarity import POLARITIES

_COMPARED = 300  # texts on which the network as trained and as run are compared


def fidelity(net: Net, themes_run: EncodedModel, polarity_run: EncodedModel, texts: list[str]) -> dict[str, float]:
    """How far the model as run, in 8 bits, is from the network as trained: log odds, and decisions at even odds."""
    import torch

    prepared = Texts(texts)
    with torch.no_grad():
        pairs = [net(*prepared.batch([i])) for i in range(len(texts))]
    by_theme = np.concatenate([theme.numpy() for theme, _ in pairs])
    by_polarity = np.concatenate([polarity.numpy() for _, polarity in pairs])
    run, judged = themes_run.scores(texts), polarity_run.scores(texts)
    return {
        "texts": len(texts),
        "log_odds_mean_difference": float(np.abs(run - by_theme).mean()),
        "log_odds_largest_difference": float(np.abs(run - by_theme).max()),
        "same_theme_decisions": float(((run > 0) == (by_theme > 0)).mean()),
        "same_theme_sets": float(((run > 0) == (by_theme > 0)).all(axis=1).mean()),
        "same_polarity": float((judged.argmax(1) == by_polarity.argmax(1)).mean()),
    }


def main(reports: Path, to: Path) -> None:
    """Train on all that there is and write the model with its card."""
    labelled, codebook = annotated(reports), load_codebook()
    data = labelled + examples()
    texts = [row.text for row in data]
    for_themes, for_polarity = mix(labelled, "themes"), mix(labelled, "polarity")  # before the work, not after
    net = finetune(data, codebook)
    theme_vectors, polarity_vectors = as_run(net, codebook, to / BODY)
    theme_words = fit_words(texts, themes(data, codebook.ids), codebook.ids, cues=Cues.load(codebook))
    polarity_words = fit_exclusive(texts, polarities(data), POLARITIES)
    save_themes(to, blend(for_themes, {"words": theme_words, "encoded": theme_vectors}), for_themes.thresholds)
    save_polarity(to, blend(for_polarity, {"words": polarity_words, "encoded": polarity_vectors}), for_polarity.margins)
    stated: dict[str, Any] = {
        "fidelity": fidelity(net, theme_vectors, polarity_vectors, texts[:: len(texts) // _COMPARED])
    }
    write_card(to, data, seed=SEED, stated=stated)
    print(f"{to}: trained on {len(data)} texts; {stated}")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
