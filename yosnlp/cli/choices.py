"""A value that must be one of those known; if it is not, what is known and which comes nearest."""

from __future__ import annotations

import difflib
from collections.abc import Mapping

from yosnlp.errors import YosnlpError

OCR_HELP = "Read pages that are pictures by text recognition (Tesseract must be installed)."
OTHER_HELP = "Also read reports that are no inspection of one service: thematic, annual, adult probation, guides."
MODEL_HELP = "accurate (default), fast, or a folder that yosnlp train wrote."


class UnknownValueError(YosnlpError):
    """A value was given that names nothing known."""


def chosen(what: str, given: str, known: Mapping[str, str]) -> str:
    """The one of ``known`` (name to label) that ``given`` names, whatever its case, with ``-`` for ``_``.

    Raises UnknownValueError with the nearest name, if one is near by its letters or its label, and all that are known.
    """
    for name in known:
        if _folded(name) == _folded(given):
            return name
    nearest = _nearest(given, known)
    hint = f" Did you mean {nearest}?" if nearest else ""
    raise UnknownValueError(f"{what} '{given}' is not known.{hint} Known: {', '.join(known)}.")


def _nearest(given: str, known: Mapping[str, str]) -> str | None:
    folded = {_folded(name): name for name in known}
    near = difflib.get_close_matches(_folded(given), folded, n=1)
    if near:
        return folded[near[0]]
    return next((name for name, label in known.items() if len(given) > 2 and given.lower() in label.lower()), None)


def _folded(name: str) -> str:
    return name.strip().lower().replace("-", "_").replace(" ", "_")
