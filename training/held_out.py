"""Scores of the annotated texts by models that have not seen their report: what evaluation measures.

    python -m training.held_out ../shared/reports build/held_out

One model is trained without each report, and one without each pair of reports: thresholds for a report are chosen on
the others, as coded by models that have seen neither. With the written examples that is ten fine-tunings, about ten
minutes each on one core. The models go to the work folder; what is there already is not trained again. Their scores,
without any text, in the order of the labels in ``corpus/annotations``, go to ``evaluation/held_out``.
"""

from __future__ import annotations

import itertools
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file, save_file

from training.data import annotated, polarities, themes
from training.student import teach
from yosnlp.encoder import BODY, Encoder
from yosnlp.labels import Labelled, examples
from yosnlp.learning.fit import fit_exclusive, fit_words
from yosnlp.themes.codebook import load_codebook
from yosnlp.themes.cues import Cues
from yosnlp.themes.encoded import EncodedModel
from yosnlp.themes.polarity import POLARITIES
from yosnlp.themes.scorer import Array
from yosnlp.themes.words import WordModel

KEPT = Path(__file__).resolve().parent.parent / "evaluation" / "held_out"


def runs(reports: Iterable[str]) -> list[tuple[str, ...]]:
    """What to leave out in turn: each report, and each pair of them."""
    names = sorted(reports)
    return [*((name,) for name in names), *itertools.combinations(names, 2)]


def scores(left_out: Sequence[str]) -> dict[str, Array]:
    """The kept scores of the texts of the reports ``left_out``, by models trained without them.

    The names are ``report/label/member``: of ``hampshire-yos``, ``themes`` or ``polarity``, by ``words``, ``encoded``
    or ``student``.
    """
    return {name: array.astype(np.float32) for name, array in load_file(_kept(left_out)).items()}


def run(data: Sequence[Labelled], left_out: Sequence[str], work: Path) -> None:
    """Train without the reports ``left_out`` and keep the scores of their texts, report by report."""
    members = members_without(left_out, data, work)
    student = teach(_seen(left_out, data), members["themes/encoded"], members["polarity/encoded"])
    members |= {"themes/student": student.themes, "polarity/student": student.polarity}
    tensors = {}
    for report in left_out:
        texts = [row.text for row in data if row.source == report]
        for name, member in members.items():
            tensors[f"{report}/{name}"] = member.scores(texts).astype(np.float16)
    _kept(left_out).parent.mkdir(parents=True, exist_ok=True)
    save_file(tensors, _kept(left_out))


def members_without(
    left_out: Sequence[str], data: Sequence[Labelled], work: Path
) -> dict[str, WordModel | EncodedModel]:
    """The members trained without ``left_out``, by ``themes/words`` and so on; the encoder's from ``work`` if there."""
    codebook = load_codebook()
    seen = _seen(left_out, data)
    texts, folder = [row.text for row in seen], work / "+".join(left_out)
    if not (folder / BODY).exists():
        from training.finetune import as_run, finetune  # torch, needed to train only

        net = finetune(seen, codebook)
        for name, model in zip(("themes", "polarity"), as_run(net, codebook, folder / BODY), strict=True):
            model.save(folder / name)
    encoder = Encoder.load(folder / BODY)
    by_theme = EncodedModel.load(folder / "themes", codebook.ids, encoder)
    by_polarity = EncodedModel.load(folder / "polarity", POLARITIES, encoder)
    return {
        "themes/words": fit_words(texts, themes(seen, codebook.ids), codebook.ids, cues=Cues.load(codebook)),
        "themes/encoded": by_theme,
        "polarity/words": fit_exclusive(texts, polarities(seen), POLARITIES),
        "polarity/encoded": by_polarity,
    }


def _seen(left_out: Sequence[str], data: Sequence[Labelled]) -> list[Labelled]:
    return [*(row for row in data if row.source not in left_out), *examples()]


def _kept(left_out: Sequence[str]) -> Path:
    return KEPT / f"{'+'.join(left_out)}.safetensors"


def main(reports: Path, work: Path, of: str = "1/1") -> None:
    """Do the runs; ``of`` says which share of them, such as ``1/2``, to do them on two cores."""
    share, shares = map(int, of.split("/"))
    data = annotated(reports)
    for number, left_out in enumerate(runs({row.source for row in data})):
        if number % shares == share - 1:
            print(f"without {' and '.join(left_out)}", flush=True)
            run(data, left_out, work)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:4])
