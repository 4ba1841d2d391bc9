"""Scores of the annotated texts by models that have not seen their report: what evaluation measures.

    python -m training.held_out ../shared/reports build/held_out

One model is trained without each report, and one without each pair of reports: thresholds for a report are chosen on
the others, as coded by models that have seen neither. One more is trained without any report: search is measured with
it. With the written examples that is eleven fine-tunings, about ten minutes each on one core, and ten students of
theirs, five minutes each. The models go to the work folder; what is there already is not trained again. Their scores,
without any text, in the order of the labels in ``corpus/annotations``, go to ``evaluation/held_out``.
"""

from __future__ import annotations

import itertools
import sys
from collections.abc import Callable, Iterable, Sequence
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
from yosnlp.themes.load import POLARITY, THEMES
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
    """The members trained without ``left_out``, by ``themes/words`` and so on; networks from ``work`` if there."""
    codebook = load_codebook()
    seen = _seen(left_out, data)
    texts = [row.text for row in seen]
    encoded = encoded_without(left_out, data, work)
    student = _trained(folder_of(left_out, work) / "student", lambda body: teach(seen, *encoded, body))
    return {
        "themes/words": fit_words(texts, themes(seen, codebook.ids), codebook.ids, cues=Cues.load(codebook)),
        "polarity/words": fit_exclusive(texts, polarities(seen), POLARITIES),
        "themes/encoded": encoded[0],
        "polarity/encoded": encoded[1],
        "themes/student": student[0],
        "polarity/student": student[1],
    }


def encoded_without(left_out: Sequence[str], data: Sequence[Labelled], work: Path) -> tuple[EncodedModel, EncodedModel]:
    """The fine-tuned network trained without ``left_out``, by theme and by polarity; from ``work`` if it is there."""

    def finetuned(body: Path) -> tuple[EncodedModel, EncodedModel]:
        from training.finetune import as_run, finetune  # torch, needed to train only

        return as_run(finetune(_seen(left_out, data), load_codebook()), load_codebook(), body)

    return _trained(folder_of(left_out, work), finetuned)


def folder_of(left_out: Sequence[str], work: Path) -> Path:
    """The folder of what was trained without ``left_out``."""
    return work / "+".join(left_out)


def _trained(
    folder: Path, train: Callable[[Path], tuple[EncodedModel, EncodedModel]]
) -> tuple[EncodedModel, EncodedModel]:
    """Scorers of themes and of polarity from ``folder``, trained first if they are not there."""
    if not (folder / POLARITY).exists():
        for name, model in zip((THEMES, POLARITY), train(folder / BODY), strict=True):
            model.save(folder / name)
    encoder = Encoder.load(folder / BODY)
    return (
        EncodedModel.load(folder / THEMES, load_codebook().ids, encoder),
        EncodedModel.load(folder / POLARITY, POLARITIES, encoder),
    )


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
    if share == shares:
        print("without any report", flush=True)
        encoded_without(sorted({row.source for row in data}), data, work)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:4])
