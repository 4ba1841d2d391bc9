"""The behavioural test card: minimal pairs on contrast, negation, scope and the like (``corpus/probes.yaml``).

    python -m evaluation.probes

The sentences were written for the card by one who had not seen the model, and nothing is trained on them. A probe is
passed when all its cases are as expected: polarity as it comes out of a run (halves of a sentence split at a contrast
together are mixed), themes that must and must not be assigned, and the same answer where nothing but a name changes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict

from evaluation import record
from evaluation.markdown import part, table
from yosnlp import resources, themes
from yosnlp.findings import contrast
from yosnlp.records import Polarity
from yosnlp.themes import Models


class Case(BaseModel):
    """A text and what must come out."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    text: str
    polarity: Polarity | None = None
    themes: tuple[str, ...] = ()
    not_: tuple[str, ...] = ()


class Probe(BaseModel):
    """Cases that belong together; ``same`` names what must come out alike for all of them."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    id: str
    kind: str
    cases: tuple[Case, ...]
    same: tuple[Literal["themes", "polarity"], ...] = ()


Answer = tuple[str, frozenset[str]]


def probes() -> tuple[dict[str, str], list[Probe]]:
    """The kinds with what they try, and all probes."""
    data = yaml.safe_load(resources.corpus("probes.yaml").read_text(encoding="utf-8"))
    for probe in data["probes"]:
        for case in probe["cases"]:
            if "not" in case:
                case["not_"] = case.pop("not")
    return data["kinds"], [Probe.model_validate(probe) for probe in data["probes"]]


def answers(models: Models, texts: Sequence[str]) -> list[Answer]:
    """Polarity and themes of each text, as a run gives them."""
    coded = models.themes.code(texts)
    pieces = contrast.parts(texts, models.polarity)
    found = []
    for row, of_text in zip(coded, pieces, strict=True):
        said = {piece.polarity for piece in of_text}
        polarity = said.pop() if len(said) == 1 else "mixed"
        found.append((str(polarity), frozenset(scored.theme for scored in row if scored.assigned)))
    return found


def measure() -> dict[str, Any]:
    """For each shipped model, each kind's probes passed and all, and what failed."""
    kinds, all_probes = probes()
    texts = [case.text for probe in all_probes for case in probe.cases]
    measured: dict[str, Any] = {"kinds": kinds, "models": {}}
    for name in themes.names():
        found = iter(answers(themes.load(name), texts))
        failed: dict[str, list[str]] = {}
        for probe in all_probes:
            wrong = list(faults(probe, [next(found) for _ in probe.cases]))
            if wrong:
                failed[probe.id] = wrong
        passed = {kind: sum(p.kind == kind and p.id not in failed for p in all_probes) for kind in kinds}
        measured["models"][name] = {"passed": passed, "failed": failed}
    measured["probes"] = {kind: sum(probe.kind == kind for probe in all_probes) for kind in kinds}
    return measured


def faults(probe: Probe, found: Sequence[Answer]) -> Iterator[str]:
    """What is not as ``probe`` expects, by the number of the case."""
    for number, (case, (polarity, assigned)) in enumerate(zip(probe.cases, found, strict=True), start=1):
        if case.polarity and polarity != case.polarity:
            yield f"{number}: {polarity}, not {case.polarity}"
        for theme in sorted(set(case.themes) - assigned):
            yield f"{number}: without {theme}"
        for theme in sorted(set(case.not_) & assigned):
            yield f"{number}: {theme}"
    for what, place in (("polarity", 0), ("themes", 1)):
        if what in probe.same and len({answer[place] for answer in found}) > 1:
            yield f"{what} differ"


def lines(measured: dict[str, Any]) -> list[str]:
    """The card as a Markdown table."""
    names, of = list(measured["models"]), measured["probes"]
    rows = [
        (kind, tries, *(part(measured["models"][name]["passed"][kind], of[kind]) for name in names))
        for kind, tries in measured["kinds"].items()
    ]
    together = [part(sum(measured["models"][name]["passed"].values()), sum(of.values())) for name in names]
    return ["# Behavioural probes passed", "", *table(("kind", "tries", *names), [*rows, ("all", "", *together)])]


if __name__ == "__main__":
    record.write("probes", measure(), lines)
