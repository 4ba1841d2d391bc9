"""Calibrates how a codebook's own words are weighed where no coded texts are: on the written examples.

    python -m training.zero_shot

The themes of the shipped codebook are known by its words alone; from the examples come two weights, a bias and a
threshold, the same for all themes, which then serve every codebook.
"""

from __future__ import annotations

import numpy as np

from training.data import themes
from yosnlp.encoder import Encoder
from yosnlp.labels import examples
from yosnlp.learning import zero_shot
from yosnlp.learning.calibrate import calibrate
from yosnlp.learning.metrics import micro_f1
from yosnlp.learning.zero_shot import Calibration
from yosnlp.themes.classifier import probabilities
from yosnlp.themes.codebook import load_codebook

_CANDIDATES = np.arange(0.1, 0.9, 0.02).round(2)


def main() -> None:
    """Calibrate and keep the calibration."""
    data, codebook = examples(), load_codebook()
    said, texts = themes(data, codebook.ids), [row.text for row in data]
    scores = [part.scores(texts) for part in zero_shot.parts(codebook, Encoder.load())]
    weights, bias = calibrate(scores, said)
    common = float(bias.mean())  # a theme of another codebook has no bias of its own
    chances = probabilities(weights[0] * scores[0] + weights[1] * scores[1] + common)
    threshold = max(_CANDIDATES, key=lambda t: micro_f1(said, chances >= t))
    calibration = Calibration(*(round(float(value), 4) for value in (*weights, common, threshold)))
    calibration.save()
    print(f"{calibration}; micro F1 on the written examples {micro_f1(said, chances >= threshold):.3f}")


if __name__ == "__main__":
    main()
