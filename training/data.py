"""What models are trained on: the annotated reports and the written examples."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from yosnlp.labels import Labelled, file_of, shipped
from yosnlp.learning.metrics import Bools
from yosnlp.reading import read
from yosnlp.themes.polarity import POLARITIES


def annotated(reports: Path) -> list[Labelled]:
    """The labelled texts of the annotated reports below ``reports``; a report that is not there is left out."""
    found = []
    for labels in shipped():
        path = file_of(labels, reports)
        if path is None:
            continue
        for label, text in labels.texts(read(path)):
            found.append(
                Labelled(
                    text=text,
                    themes=frozenset(label.themes),
                    polarity=label.polarity,
                    listed=label.kind != "sentence",
                    source=labels.report,
                    case=label.case,
                )
            )
    return found


def themes(data: Sequence[Labelled], ids: Sequence[str]) -> Bools:
    """Texts by themes: which each has."""
    return np.array([[theme in row.themes for theme in ids] for row in data], dtype=bool).reshape(len(data), -1)


def polarities(data: Sequence[Labelled]) -> Bools:
    """Texts by polarities: the one that each has."""
    return np.array([[row.polarity == polarity for polarity in POLARITIES] for row in data], dtype=bool)
