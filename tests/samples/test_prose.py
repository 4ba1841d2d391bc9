from __future__ import annotations

from itertools import pairwise
from typing import Any

from tests.samples.conftest import Sample
from yosnlp.records import Finding
from yosnlp.text import letters, view


def test_practice_examples_are_marked_and_do_not_count(sample: Sample) -> None:
    examples = [f for f in sample.findings if f.kind == "practice_example"]
    begun = [*sample.gold["practice_examples"], *sample.gold.get("practice_example_introductions", ())]
    assert begun or sample.gold["programme"] == "short_quality_screening"  # a letter has none
    assert [words for words in begun if not any(letters(f.text).startswith(letters(words)) for f in examples)] == []
    assert not any(f.counts for f in examples)


def test_every_findings_text_is_its_span(sample: Sample) -> None:
    document = sample.tagged.report.document
    assert [f.text for f in sample.findings if view(document, f.start, f.end).text != f.text] == []


def _parts(sample: Sample, sentence: str) -> list[Finding]:
    """The findings made of ``sentence``, whole or split; none where it stands inside of a listed finding."""
    return [f for f in sample.findings if letters(f.text) and letters(f.text) in letters(sentence)]


def _split(sample: Sample) -> list[tuple[dict[str, Any], list[Finding]]]:
    return [(c, found) for c in sample.gold["contrasts"] if (found := _parts(sample, c["sentence"]))]


def test_at_least_70_per_cent_of_narrative_contrasts_are_split_with_the_right_polarity(samples: list[Sample]) -> None:
    narrative = [pair for sample in samples for pair in _split(sample) if pair[1][0].kind == "narrative"]
    right = [c for c, parts in narrative if [f.polarity for f in parts] == c["parts"]]
    assert len(narrative) >= 25
    assert len(right) >= 0.7 * len(narrative), [c["sentence"] for c, _ in narrative if c not in right]


def test_the_parts_of_a_contrast_are_the_whole_sentence(sample: Sample) -> None:
    for contrast, parts in _split(sample):
        joined = letters("".join(f.text for f in parts))
        assert joined == letters(contrast["sentence"])
        assert all(first.end <= second.start for first, second in pairwise(parts))


def _figures(share: float | None, n: int | None, total: int | None) -> tuple[float | None, int | None, int | None]:
    return (None if share is None else round(share, 2), n, total)


def test_amounts_are_read(sample: Sample) -> None:
    """The words marked in the gold may hold an "in" or a noun more than the amount, or fewer."""
    left = [(f, q) for f in sample.findings for q in f.quantities]
    missing = []
    for entry in sample.gold["quantities"]:
        words, figures = letters(entry["words"]), _figures(entry["share"], entry["n"], entry["total"])
        for f, q in left:
            alike = letters(q.words) in words or words in letters(q.words)
            there = "sentence" not in entry or letters(f.text) in letters(entry["sentence"])
            if alike and there and _figures(q.share, q.n, q.total) == figures:
                left.remove((f, q))
                break
        else:
            missing.append(entry["words"])
    assert missing == []


def _repeats(sample: Sample) -> set[tuple[str, str]]:
    by_id = {f.id: f for f in sample.findings}
    return {(letters(f.text), letters(by_id[f.repeat_of].text)) for f in sample.findings if f.repeat_of is not None}


def test_at_least_95_per_cent_of_repeats_in_lists_are_found(samples: list[Sample]) -> None:
    listed, missed = [], []
    for sample in samples:
        marked = _repeats(sample)
        repeats = [r for r in sample.gold.get("repeats", ()) if r["kind"] != "narrative"]
        listed += repeats
        missed += [r["text"] for r in repeats if (letters(r["text"]), letters(r["repeat_of"])) not in marked]
    assert len(listed) >= 30
    assert len(missed) <= 0.05 * len(listed), missed


def test_no_repeats_are_made_up(sample: Sample) -> None:
    marked = {(letters(r["text"]), letters(r["repeat_of"])) for r in sample.gold.get("repeats", ())}
    assert _repeats(sample) - marked == set()
