"""The list of what ``corpus`` holds, with hashes and where each thing comes from.

python -m training.manifest
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

_CORPUS = Path(__file__).resolve().parent.parent / "corpus"
_OWN = "written for yosnlp; MIT"
_FACTS = "facts and figures of published reports, Crown copyright, Open Government Licence v3.0; none of their text"
_SOURCES = {
    "annotations": f"labels made for yosnlp; {_FACTS}",
    "examples": _OWN,
    "frameworks": f"names, numbers and rules of the inspectorate's programmes: {_FACTS}",
    "sample": f"{_OWN}; about invented services",
}


def manifest() -> dict[str, object]:
    """Each file of the corpus with its hash, size and source."""
    files = sorted(p for p in _CORPUS.rglob("*") if p.is_file() and p.name != "manifest.json")
    return {
        p.relative_to(_CORPUS).as_posix(): {
            "sha256": hashlib.sha256(p.read_bytes()).hexdigest(),
            "bytes": p.stat().st_size,
            "source": _SOURCES.get(p.relative_to(_CORPUS).parts[0], _OWN),
        }
        for p in files
    }


def text() -> str:
    """The manifest as it stands in ``corpus/manifest.json``."""
    return json.dumps(manifest(), indent=1) + "\n"


if __name__ == "__main__":
    (_CORPUS / "manifest.json").write_text(text(), encoding="utf-8")
