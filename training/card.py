"""What a model was made of: ``card.json`` beside it."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from yosnlp.labels import Labelled
from yosnlp.themes.codebook import load_codebook


def write_card(folder: Path, data: Sequence[Labelled], *, seed: int, stated: dict[str, Any] | None = None) -> None:
    """Write the card of the model in ``folder``, trained on ``data``: sources, hashes, seed, ``stated``."""
    files = sorted(p for p in folder.rglob("*") if p.is_file() and not p.name.startswith("card."))
    card = {
        "model": folder.name,
        "codebook_version": load_codebook().version,
        "seed": seed,
        "texts": dict(sorted(Counter(row.source for row in data).items())),
        "data_sha256": hashlib.sha256("\n".join(sorted(row.text for row in data)).encode()).hexdigest(),
        **(stated or {}),
        "files": {p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in files},
    }
    (folder / "card.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
