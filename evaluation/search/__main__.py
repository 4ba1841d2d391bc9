"""``python -m evaluation.search ../shared/reports build/held_out``: `evaluation.search.quality`."""

from __future__ import annotations

import sys
from pathlib import Path

from evaluation.search.quality import main

if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
