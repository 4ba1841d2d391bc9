"""The models as they would be had their encoder seen no report: what search over the reports is measured with.

    python -m training.unseen build/held_out

Writes a folder of models, ``build/held_out/unseen``: those that ship, but for the encoder of ``accurate``, which is the
one that `training.held_out` trained without any report, and the projection of ``search``, learnt over it.
``YOSNLP_MODELS`` names it to yosnlp.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from training import search
from training.held_out import folder_of
from yosnlp import resources
from yosnlp.encoder import BODY
from yosnlp.labels import shipped
from yosnlp.themes.load import DEFAULT, POLARITY, THEMES

UNSEEN = "unseen"


def main(work: Path) -> Path:
    """Write the models into the work folder of `training.held_out`, anew; where they are."""
    without = folder_of(sorted(labels.report for labels in shipped()), work)
    to = work / UNSEEN
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(resources.models(), to)
    shutil.copy(without / BODY, to / DEFAULT / BODY)
    for part in (THEMES, POLARITY):
        shutil.copytree(without / part, to / DEFAULT / part / "encoded", dirs_exist_ok=True)
    search.main(to)
    return to


if __name__ == "__main__":
    main(Path(sys.argv[1]))
