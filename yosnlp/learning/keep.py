"""A trained model as a folder: what codes, the codebook it codes by, and its card."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import yaml

import yosnlp
from yosnlp.exchange.certificate import AUTHOR
from yosnlp.exchange.folder import RUN, replace
from yosnlp.learning.data import Example
from yosnlp.learning.fit import SEED
from yosnlp.learning.train import Trained
from yosnlp.themes.classifier import Thresholds
from yosnlp.themes.codebook import Codebook
from yosnlp.themes.load import CARD, CODEBOOK, save_themes


def keep(trained: Trained, codebook: Codebook, examples: Sequence[Example], out: Path) -> None:
    """Write ``trained`` with its codebook and card to the folder ``out``, whole or not at all.

    Raises OutputExists for a folder that holds anything else, YosnlpError where it cannot be written.
    """

    def fill(made: Path) -> None:
        save_themes(made, trained.scorer, Thresholds.alike(trained.thresholds))
        stated = yaml.safe_dump(codebook.model_dump(mode="json"), sort_keys=False, allow_unicode=True, width=120)
        (made / CODEBOOK).write_text(stated, encoding="utf-8")
        (made / CARD).write_text(json.dumps(_card(trained, codebook, examples), indent=1) + "\n", encoding="utf-8")
        paths = sorted(path for path in made.rglob("*") if path.is_file())
        hashes = {path.relative_to(made).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}
        listed = {name: {"sha256": sha256} for name, sha256 in hashes.items()}
        run = {"written_by": AUTHOR, "version": yosnlp.__version__, "files": listed}
        (made / RUN).write_text(f"{json.dumps(run, indent=1)}\n", encoding="utf-8")

    replace(out, fill)


def _card(trained: Trained, codebook: Codebook, examples: Sequence[Example]) -> dict[str, object]:
    """What the model was made of, and how good it was on texts held out."""
    texts = "\n".join(sorted(f"{example.text}\t{';'.join(sorted(example.themes))}" for example in examples))
    return {
        "codebook_version": codebook.version,
        "texts": len(examples),
        "groups": sorted({example.group for example in examples if example.group is not None}),
        "texts_of_theme": {theme: sum(theme in e.themes for e in examples) for theme in codebook.ids},
        "data_sha256": hashlib.sha256(texts.encode()).hexdigest(),
        "seed": SEED,
        "held_out": asdict(trained.held_out) if trained.held_out else None,
    }
