"""Where the data that ships with yosnlp lies: beside the package when installed, in the checkout otherwise."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from yosnlp.errors import InvalidData

MODELS = "YOSNLP_MODELS"
_PACKAGE = Path(__file__).resolve().parent


@cache
def _root(kind: str) -> Path:
    """Folder of ``corpus`` or ``models``.

    The wheel packs both under ``yosnlp/data``; a checkout holds them beside the package.
    """
    for candidate in (_PACKAGE / "data" / kind, _PACKAGE.parent / kind):
        if candidate.is_dir():
            return candidate
    raise InvalidData(f"{kind}: the data that ships with yosnlp is missing; install the package again")


def corpus(*parts: str) -> Path:
    """Path of a file or folder of ``corpus``: codebook, frameworks, cues, samples, annotations."""
    return _root("corpus").joinpath(*parts)


def models(*parts: str) -> Path:
    """Path of a file or folder of ``models``: trained artefacts, each with its card.

    ``YOSNLP_MODELS`` in the environment names another folder of models, as measures on unseen reports need it.
    """
    elsewhere = os.environ.get(MODELS)
    return (Path(elsewhere) if elsewhere else _root("models")).joinpath(*parts)
