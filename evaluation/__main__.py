"""Measures everything again and writes it down: ``python -m evaluation ../shared/reports build/held_out``.

The second folder is that of `training.held_out`: some measures need the models that it left there.
"""

from __future__ import annotations

import sys
from pathlib import Path

from evaluation import (
    agreement,
    certificate,
    contrast,
    extraction,
    faithfulness,
    gaps,
    learning_curve,
    matching,
    mistakes,
    polarity,
    probes,
    ratings,
    readme,
    reliability,
    themes,
)
from evaluation.formats import __main__ as formats
from evaluation.record import write
from evaluation.search import quality
from training.data import annotated


def main(reports: Path, work: Path) -> None:
    """Write evaluation/results, and what the README and the models' cards say of it."""
    data = annotated(reports)
    write("agreement", agreement.measure(), agreement.lines)
    write("contrast", contrast.measure(), contrast.lines)
    write("matching", matching.measure(), matching.lines)
    write("ratings", ratings.measure(reports), ratings.lines)
    write("probes", probes.measure(), probes.lines)
    write("polarity", polarity.measure(data), polarity.lines)
    write("themes", themes.measure(data), themes.lines)
    mistakes.write(data)
    write("gaps", gaps.measure(reports), gaps.lines)
    quality.main(reports, work)
    formats.main(reports)
    write("learning_curve", learning_curve.measure(data), learning_curve.lines)
    write("certificate", certificate.measure(reports), certificate.lines)
    write("extraction", extraction.measure(reports, work), extraction.lines)
    write("faithfulness", faithfulness.measure(reports, work), faithfulness.lines)
    reliability.draw()
    readme.main()


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
