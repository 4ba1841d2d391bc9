"""The bundled samples, read as `yosnlp tag` reads them, beside what their writers say is in them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from yosnlp import pipeline, resources, themes
from yosnlp.records import Finding, TaggedReport
from yosnlp.text import letters

_GOLD = Path(__file__).resolve().parents[1] / "gold"
_PROSE = ("narrative", "practice_example")


@dataclass(frozen=True)
class Sample:
    """A sample as tagged, and as its writer marked it."""

    tagged: TaggedReport
    gold: dict[str, Any]

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self.tagged.findings

    @property
    def listed(self) -> list[Finding]:
        return [f for f in self.findings if f.kind not in _PROSE]

    @property
    def pairs(self) -> list[tuple[dict[str, Any], Finding | None]]:
        """Each listed finding of the gold with the one read: same words, and same kind where the words stand twice."""
        left = list(self.listed)
        pairs: list[tuple[dict[str, Any], Finding | None]] = []
        for entry in self.gold["listed"]:
            same = [f for f in left if letters(f.text) == letters(entry["text"])]
            match = next((f for f in same if f.kind == entry["kind"]), same[0] if same else None)
            if match is not None:
                left.remove(match)
            pairs.append((entry, match))
        return pairs


@cache
def _sample(name: str, model: str) -> Sample:
    gold = json.loads((_GOLD / f"{name}.json").read_text(encoding="utf-8"))
    return Sample(pipeline.tag_one(resources.corpus("sample", gold["file"]), model=model), gold)


_SAMPLES = sorted(path.stem for path in _GOLD.glob("*.json"))


@pytest.fixture(params=themes.names())
def model(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=_SAMPLES)
def sample(request: pytest.FixtureRequest, model: str) -> Sample:
    return _sample(request.param, model)


@pytest.fixture
def samples(model: str) -> list[Sample]:
    return [_sample(name, model) for name in _SAMPLES]
