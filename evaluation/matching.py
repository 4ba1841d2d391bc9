"""How well findings of one matter are told, and the floor for it: on written pairs, by the groups that they are in.

    python -m evaluation.matching

Each line of ``corpus/matter_pairs.jsonl`` has what an earlier report might say, and three later sentences: of the same
matter on the same side, of the same matter on the opposite side, and of another matter within the themes. No
sentence of another line is of the same matter. Measured as `yosnlp.analysis.comparison` works: an earlier
finding is held against the later ones of all lines, with its own sentence on the same side among them, with the
opposite one, and with neither, and the nearest one from the floor upwards is named. The floor is the one with the best
F0.5; the figures are those of lines that it was not chosen on. That what names other activities is left out was settled
on these lines too, so that the figures flatter it a little.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from evaluation import record
from evaluation.markdown import part, table
from yosnlp import resources, themes
from yosnlp.analysis.intervals import of_ratios
from yosnlp.analysis.matters import Numbers, Vectors, nearness
from yosnlp.encoder import Encoder
from yosnlp.learning.fit import SEED

RELATIONS = ("same", "opposite", "different")
_FOLDS = 5
_FLOORS = np.round(np.arange(0.02, 1.0, 0.01), 2)
_BETA = 0.5  # precision weighs twice as much as recall: quoting the wrong finding beside one misleads


@dataclass(frozen=True, slots=True)
class Asked:
    """An earlier finding held against later ones: the nearest, if it is right, and if a right one was there."""

    line: int
    near: float
    right: bool
    there: bool


def lines_of_pairs() -> list[dict[str, Any]]:
    """The written pairs, a line each."""
    text = resources.corpus("matter_pairs.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def findings(texts: Sequence[str], model: str) -> pd.DataFrame:
    """``texts`` as findings that the shipped ``model`` coded: ``text, themes, theme_scores``."""
    rows = []
    for text, scores in zip(texts, themes.load(model).themes.code(texts), strict=True):
        assigned = tuple(score.theme for score in scores if score.assigned)
        rows.append({"text": text, "themes": assigned, "theme_scores": {s.theme: s.probability for s in scores}})
    return pd.DataFrame(rows)


def asked(near: Numbers, wanted: NDArray[np.int_] | None = None) -> list[Asked]:
    """What `Asked` tells of each line and each of three states; later columns stand in threes, in `RELATIONS`' order.

    ``wanted``: only these lines, with the later sentences of these alone.
    """
    chosen = np.arange(len(near)) if wanted is None else wanted
    of, relation = np.repeat(np.arange(len(near)), 3), np.tile(np.arange(3), len(near))
    found = []
    for i in chosen.tolist():
        others = np.isin(of, chosen) & (of != i) & (relation < 2)  # another line's "different" may be of this matter
        for there in (0, 1, None):
            open_ = others | ((of == i) & ((relation == 2) | (relation == there)))
            best = int(np.where(open_, near[i], -1).argmax())
            found.append(
                Asked(i, float(near[i, best]), bool(of[best] == i and relation[best] == there), there is not None)
            )
    return found


def chosen_floor(rows: Sequence[Asked]) -> float:
    """The floor with the best F0.5; the higher of two alike."""
    return float(max(_FLOORS, key=lambda floor: (_f(*_counts(rows, floor)), floor)))


def _counts(rows: Sequence[Asked], floor: float) -> tuple[int, int, int]:
    """Named and right, named, and there to be named."""
    named = [row for row in rows if row.near >= floor]
    return sum(row.right for row in named), len(named), sum(row.there for row in rows)


def _f(right: int, named: int, there: int) -> float:
    return (1 + _BETA**2) * right / (named + _BETA**2 * there) if right else 0.0


def cross_validated(near: Numbers) -> dict[str, Any]:
    """The floor from all lines; counts and shares with intervals on lines held out, and pairs from the floor up."""
    fold = np.random.default_rng(SEED).permutation(len(near)) % _FOLDS
    everything = asked(near)
    named, right, floors = np.zeros(len(near)), np.zeros(len(near)), []
    above = np.zeros(3, dtype=int)
    for k in range(_FOLDS):
        floors.append(chosen_floor(asked(near, np.flatnonzero(fold != k))))
        for row in everything:
            if fold[row.line] == k and row.near >= floors[-1]:
                named[row.line] += 1
                right[row.line] += row.right
        for i in np.flatnonzero(fold == k).tolist():
            above += near[i, 3 * i : 3 * i + 3] >= floors[-1]
    there = np.full(len(near), 2.0)
    scores = {}
    for name, below in (("precision", named), ("recall", there)):
        low, high = of_ratios(right[:, None], below[:, None])
        scores[name] = [right.sum() / below.sum(), float(low[0]), float(high[0])]
    return {
        "floor": chosen_floor(everything),
        "floors_of_folds": floors,
        "right": int(right.sum()),
        "named": int(named.sum()),
        "there": int(there.sum()),
        **scores,
        "f": _f(int(right.sum()), int(named.sum()), int(there.sum())),
        "pairs_from_the_floor": dict(zip(RELATIONS, above.tolist(), strict=True)),
    }


def _no_meaning(texts: Sequence[str]) -> Numbers:
    return np.ones((len(texts), 1))


def _shared_words(texts: Sequence[str]) -> Numbers:
    from sklearn.feature_extraction.text import TfidfVectorizer

    return np.asarray(TfidfVectorizer(stop_words="english").fit_transform(texts).toarray())


def measure() -> dict[str, Any]:
    """For each shipped model the measure as used; with the first, each half of it alone, and shared words."""
    rows = lines_of_pairs()
    first = themes.names()[0]
    texts = [[row["earlier"] for row in rows], [row[relation] for row in rows for relation in RELATIONS]]
    meaning = Encoder.load().vectors
    measured: dict[str, Any] = {"lines": len(rows), "pairs": 3 * len(rows), "ways": {}}
    coded = {name: [findings(side, name) for side in texts] for name in themes.names()}
    without = [frame.assign(theme_scores=pd.Series([{} for _ in frame.index])) for frame in coded[first]]
    ways: list[tuple[str, list[pd.DataFrame], Vectors]] = [
        *((f"meaning and themes, {name}", frames, meaning) for name, frames in coded.items()),
        (f"meaning alone, {first}", without, meaning),
        (f"themes alone, {first}", coded[first], _no_meaning),
        (f"shared words, {first}", without, _shared_words),
    ]
    for way, (earlier, later), vectors in ways:
        measured["ways"][way] = cross_validated(nearness(earlier, later, vectors))
    return measured


def lines(measured: dict[str, Any]) -> list[str]:
    """The measures as Markdown tables."""
    rows, n = [], measured["lines"]
    for way, got in measured["ways"].items():
        shares = (f"{got[name][0]:.0%} ({got[name][1]:.0%}-{got[name][2]:.0%})" for name in ("precision", "recall"))
        pairs = (part(got["pairs_from_the_floor"][relation], n) for relation in RELATIONS)
        rows.append((way, f"{got['floor']:.2f}", f"{got['right']}/{got['named']}", *shares, f"{got['f']:.2f}", *pairs))
    columns = ("told by", "floor", "right of named", "precision (95%)", "recall (95%)", "F0.5")
    return [
        "# Findings of the same matter",
        "",
        f"{measured['pairs']} written pairs in {n} lines. An earlier finding is held against the later ones of all "
        "lines; in a third of the cases none of them is of its matter. Intervals: lines drawn again.",
        "",
        *table((*columns, *(f"{relation} from the floor" for relation in RELATIONS)), rows),
    ]


if __name__ == "__main__":
    record.write("matching", measure(), lines)
