"""What models are trained on: the annotated reports and the written examples."""

from __future__ import annotations

from pathlib import Path

from yosnlp.labels import Labelled, file_of, shipped
from yosnlp.reading import read


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
