"""Trains ``models/fast``: words and cues, and a narrow transformer taught by ``models/accurate``'s, mixed.

python -m training.fast ../shared/reports models/fast
"""

from __future__ import annotations

import sys
from pathlib import Path

from training.assemble import blend
from training.card import write_card
from training.data import annotated, polarities, themes
from training.mix import FAST, mix
from training.student import teach
from yosnlp import resources
from yosnlp.encoder import BODY, Encoder
from yosnlp.labels import examples
from yosnlp.learning.fit import SEED, fit_exclusive, fit_words
from yosnlp.themes.codebook import load_codebook
from yosnlp.themes.cues import Cues
from yosnlp.themes.encoded import EncodedModel
from yosnlp.themes.load import POLARITY, THEMES, save_polarity, save_themes
from yosnlp.themes.polarity import POLARITIES


def main(reports: Path, to: Path) -> None:
    """Train on all that there is and write the model with its card. The accurate model must be there."""
    labelled = annotated(reports)
    data = labelled + examples()
    accurate, encoder = resources.models("accurate"), Encoder.load(resources.models("accurate", BODY))
    by_theme, by_polarity = teach(
        data,
        EncodedModel.load(accurate / THEMES / "encoded", load_codebook().ids, encoder),
        EncodedModel.load(accurate / POLARITY / "encoded", POLARITIES, encoder),
        to / BODY,
    )
    texts, ids = [row.text for row in data], load_codebook().ids
    theme_words = fit_words(texts, themes(data, ids), ids, cues=Cues.load(load_codebook()))
    polarity_words = fit_exclusive(texts, polarities(data), POLARITIES)
    for_themes, for_polarity = (mix(labelled, what, members=FAST) for what in ("themes", "polarity"))
    save_themes(to, blend(for_themes, {"words": theme_words, "student": by_theme}), for_themes.thresholds)
    save_polarity(to, blend(for_polarity, {"words": polarity_words, "student": by_polarity}), for_polarity.margins)
    write_card(to, data, seed=SEED)
    print(f"{to}: trained on {len(data)} texts")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
