"""Several scorers as one, calibrated: their scores weighted and added, so that the parts of words add up as well."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from yosnlp.encoder import BODY, Encoder
from yosnlp.errors import InvalidData
from yosnlp.themes.encoded import EncodedModel
from yosnlp.themes.scorer import Array, tokens
from yosnlp.themes.words import WordModel

_BLEND = "blend.json"


@dataclass(frozen=True, slots=True)
class Member:
    """A scorer in a blend, and how often its score of each label counts."""

    scorer: WordModel | EncodedModel
    weights: Array

    @property
    def kind(self) -> str:
        """The kind of scorer, as ``blend.json`` names it."""
        return "words" if isinstance(self.scorer, WordModel) else "encoded"


class Blend:
    """Scores of ``labels``: those of each member times its weight, and a bias for each label.

    Weights and biases are chosen on texts that the members were not trained on: then a score is a calibrated log odds.
    """

    def __init__(self, members: Mapping[str, Member], bias: Array) -> None:
        self.members = dict(members)
        self.bias = bias
        self.labels = next(iter(self.members.values())).scorer.labels

    def scores(self, texts: Sequence[str]) -> Array:
        """Texts by labels."""
        added = np.tile(self.bias, (len(texts), 1)).astype(np.float32)
        for member in self.members.values():
            added += member.weights * member.scorer.scores(texts)
        return added

    def parts(self, text: str) -> Array:
        """Tokens by labels."""
        added = np.zeros((len(tokens(text)), len(self.labels)), dtype=np.float32)
        for member in self.members.values():
            added += member.weights * member.scorer.parts(text)
        return added

    def save(self, folder: Path) -> None:
        """Write ``blend.json`` and a folder for each member into ``folder``."""
        for name, member in self.members.items():
            member.scorer.save(folder / name)
        described = {
            "labels": list(self.labels),
            "members": {n: {"kind": m.kind, "weights": _rounded(m.weights)} for n, m in self.members.items()},
            "bias": _rounded(self.bias),
        }
        (folder / _BLEND).write_text(json.dumps(described, indent=1) + "\n", encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> Blend:
        """The blend in ``folder``. The encoder is that of the model that ``folder`` is part of, or all-MiniLM-L6-v2.

        Raises InvalidData if something is missing or does not fit together.
        """
        try:
            described = json.loads((folder / _BLEND).read_text(encoding="utf-8"))
            labels, stated = tuple(described["labels"]), dict(described["members"])
            bias = np.array(described["bias"], dtype=np.float32)
            weights = {name: np.array(member["weights"], dtype=np.float32) for name, member in stated.items()}
            kinds = {name: member["kind"] for name, member in stated.items()}
        except (OSError, ValueError, KeyError) as e:
            raise InvalidData(f"{folder}: no model to load ({e!r}); train it or install the package again") from e
        members = {name: Member(_scorer(kinds[name], folder / name, labels), weights[name]) for name in stated}
        if any(member.scorer.labels != labels for member in members.values()) or len(bias) != len(labels):
            raise InvalidData(f"{folder}: its parts are of other labels than {_BLEND}; train it again")
        return cls(members, bias)


def _scorer(kind: str, folder: Path, labels: tuple[str, ...]) -> WordModel | EncodedModel:
    if kind == "words":
        return WordModel.load(folder)
    own = folder.parent.parent / BODY
    return EncodedModel.load(folder, labels, Encoder.load(own if own.is_file() else None))


def _rounded(values: Array) -> list[float]:
    return [round(float(value), 6) for value in values]
