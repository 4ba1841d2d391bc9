"""All that the samples and the real reports rate, and nothing beyond it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.ratings.made import Read, scores_of

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
SAMPLES = {path.stem: path for path in sorted((ROOT / "tests/gold").glob("*.json"))}
REAL = ("hertfordshire-yos", "hampshire-yos", "hartlepool-yjs", "hertfordshire-cci")


def _gold(name: str) -> tuple[Path, dict[str, Any]]:
    """The file of a report and what was annotated in it; skips where the real reports are not at hand."""
    if name in SAMPLES:
        gold = json.loads(SAMPLES[name].read_text(encoding="utf-8"))
        return ROOT / "corpus/sample" / gold["file"], gold
    annotated = SHARED / "annotations/ratings.json"
    if not annotated.exists():
        pytest.skip("the real reports are not part of the repository")
    gold = json.loads(annotated.read_text(encoding="utf-8"))[name]
    return SHARED / "reports" / gold["file"], gold


@pytest.fixture(params=[*SAMPLES, *REAL])
def case(request: pytest.FixtureRequest) -> tuple[Read, dict[str, Any]]:
    path, gold = _gold(request.param)
    return scores_of(path), gold


def test_ratings(case: tuple[Read, dict[str, Any]]) -> None:
    read, gold = case
    assert read.values == gold.get("standards", {})
    assert read.overall == gold.get("overall")
    assert [r.standard_id for r in read.scores.ratings if r.discretion] == gold.get("discretion", [])
    assert {p.value for p in read.scores.places if p.level == "overall"} <= {gold.get("overall")}


def test_total(case: tuple[Read, dict[str, Any]]) -> None:
    read, gold = case
    if read.report.programme == "core_case_inspection":
        pytest.skip("the programme has no total")
    stated = gold["score"] if gold.get("score_stated") else None
    assert read.score == stated
    sums = [r.recomputed for r in read.scores.reconciliations if r.level == "score" and r.recomputed is not None]
    assert sums == ([str(gold["score"])] if gold["score"] else [])


def test_key_questions_and_prompts(case: tuple[Read, dict[str, Any]]) -> None:
    read, gold = case
    expected: dict[str, Any] = dict(gold.get("key_questions_percent", {}))
    expected |= {i: (relevant, yes) for i, (yes, relevant) in gold.get("key_questions_counts", {}).items()}
    for question_id, prompts in gold.get("prompts", {}).items():
        expected |= {f"{question_id}.{n}": (relevant, yes) for n, (yes, relevant) in enumerate(prompts, start=1)}
    assert read.figures == expected


def test_core_case_scores(case: tuple[Read, dict[str, Any]]) -> None:
    read, gold = case
    if "scores" not in gold:
        pytest.skip("not a Core Case Inspection")
    rated = read.scores.ratings
    assert {r.standard: [r.percent, r.comment] for r in rated if r.level == "score"} == gold["scores"]
    assert {r.standard: list(r.comparison or ()) for r in rated if r.level == "score"} == gold["comparison"]
    assert {r.standard_id: r.percent for r in rated if r.level == "domain"} == gold["sections"]
    known = {i: score for i, score in gold["criteria"].items() if score}
    assert {r.standard_id: [r.percent, r.comment] for r in rated if r.level == "criterion"} == known
    lost = [f"criterion {i}: score not found" for i, score in gold["criteria"].items() if not score]
    assert list(read.scores.warnings) == lost


def test_everything_reconciles_save_by_discretion(case: tuple[Read, dict[str, Any]]) -> None:
    read, gold = case
    differ = [r for r in read.scores.reconciliations if r.agrees is False]
    assert [r.standard_id for r in differ] == gold.get("discretion", [])
    assert all(r.note == "professional discretion" for r in differ)


def test_spans_hold_what_was_read(case: tuple[Read, dict[str, Any]]) -> None:
    read, _ = case
    for place in read.scores.places:
        words = read.words(place).lower()
        figure = str(place.points) if place.points is not None else f"{place.percent}%"
        unrated = place.level in ("standard", "domain") and place.value is None and place.percent is None
        stated = "not rated" if unrated else place.value or figure
        assert stated.lower() in words, place
    for question in read.scores.key_questions:
        figure = f"{question.percent}%" if question.percent is not None else f"{question.relevant} {question.yes}"
        words = read.report.document.text[question.start : question.end].replace("|", " ")
        assert figure in " ".join(words.split()), question
