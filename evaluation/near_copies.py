"""Whether a text of ours comes too near to a sentence of a real report: by shared runs of words, and by meaning.

    python -m evaluation.near_copies ../shared/reports

Texts of ours are the written examples and the probes; the probes are held against the examples, too, since nothing
that is measured may have been trained on. Set phrases of the field share up to nine words; vectors as near as
`COSINE` are those of a sentence with a word or two changed. A test says that nothing comes so near.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.probes import probes
from yosnlp import language
from yosnlp.encoder import Encoder
from yosnlp.labels import examples
from yosnlp.text import fold

RUN = 10
COSINE = 0.95
_FEWEST_WORDS = 6  # of a sentence of a report, below which nearness says nothing


@dataclass(frozen=True, slots=True)
class Near:
    """A text of ours, how near it comes (a cosine, or 1 for a shared run of words), and to what."""

    text: str
    nearness: float
    other: str


def sentences(reports: Path) -> list[str]:
    """The sentences of the reports in the folder."""
    files = [path for path in sorted(reports.iterdir()) if path.suffix in (".txt", ".md") and path.stem != "README"]
    texts = [fold(path.read_text(encoding="utf-8")) for path in files]
    found = [text[start:end] for text in texts for start, end in language.sentences(text)]
    return [sentence for sentence in found if len(sentence.split()) >= _FEWEST_WORDS]


def near(ours: Sequence[str], others: Sequence[str]) -> Iterator[Near]:
    """Those of ``ours`` that share a run of words with one of ``others``, or mean nearly the same."""
    runs = {run: other for other in others for run in _runs(other)}
    for text in ours:
        shared = next((runs[run] for run in _runs(text) if run in runs), None)
        if shared is not None:
            yield Near(text, 1.0, shared)
    encoder = Encoder.load()
    cosines = encoder.vectors(ours) @ encoder.vectors(others).T
    for i, j in enumerate(cosines.argmax(axis=1).tolist()):
        if cosines[i, j] >= COSINE:
            yield Near(ours[i], float(cosines[i, j]), others[j])


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = re.findall(r"[a-z0-9]+", text.lower())
    return (tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1))


def main(reports: Path) -> None:
    """Print what comes too near, and to what."""
    written = [row.text for row in examples()]
    tried = [case.text for probe in probes()[1] for case in probe.cases]
    for what, ours, others in (
        ("examples and probes against reports", [*written, *tried], sentences(reports)),
        ("probes against examples", tried, written),
    ):
        found = sorted(near(ours, others), key=lambda n: -n.nearness)
        print(f"{what}: {len(found)} too near")
        for n in found:
            print(f"  {n.nearness:.3f} {n.text}\n        {n.other[:200]}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
