"""The mistakes of each shipped model on reports that it had not seen, for its card: figures are corrected by them.

    python -m evaluation.mistakes ../shared/reports

Goes to ``models/<name>/card.held_out.json``; `yosnlp.analysis.measured` reads it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from evaluation import coders
from training.data import annotated, themes
from training.mix import ACCURATE, FAST
from yosnlp import resources
from yosnlp.labels import Labelled
from yosnlp.themes.codebook import load_codebook

_MEMBERS = {"accurate": ACCURATE, "fast": FAST}


def measure(data: Sequence[Labelled], members: Sequence[str]) -> dict[str, Any]:
    """Of each theme, how many texts the annotators gave it, the model did, and which share of the former it found."""
    ids = load_codebook().ids
    said, assigned = themes(data, ids), coders.blended(data, members).assigned
    return {
        "all": {"texts": len(data)},
        "groups": sorted({row.source for row in data}),
        "themes": [
            {
                "theme": theme,
                "said": int(said[:, j].sum()),
                "assigned": int(assigned[:, j].sum()),
                "recall": round(float((said[:, j] & assigned[:, j]).sum() / max(1, said[:, j].sum())), 6),
            }
            for j, theme in enumerate(ids)
        ],
    }


def write(data: Sequence[Labelled]) -> None:
    """Write the mistakes of each shipped model beside its card."""
    for model, members in _MEMBERS.items():
        path = resources.models(model, "card.held_out.json")
        path.write_text(json.dumps(measure(data, members), indent=1) + "\n", encoding="utf-8")
        print(path)


if __name__ == "__main__":
    write(annotated(Path(sys.argv[1])))
