from __future__ import annotations

from dataclasses import replace

import pytest

from yosnlp.findings.repeats import mark
from yosnlp.records import Finding, FindingKind, Polarity, PolarityOrigin


def _finding(
    number: int,
    text: str,
    *,
    kind: FindingKind = "key_finding",
    polarity: Polarity = "strength",
    origin: PolarityOrigin = "model",
    domain: str | None = "court",
) -> Finding:
    return Finding(
        id=f"pellbrook:{number:04d}",
        report_id="pellbrook",
        section=0,
        kind=kind,
        text=text,
        start=1000 * number,
        end=1000 * number + len(text),
        domain=domain,
        polarity=polarity,
        polarity_origin=origin,
    )


_KEY = _finding(1, "Ribbons were bought early in the year and were of a bright colour.")
_STRENGTH = replace(
    _finding(2, "Early in the year, ribbons of a bright colour were bought."),
    kind="strength",
    polarity_origin="heading",
)
_PROSE = replace(_finding(2, _KEY.text), kind="narrative")


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        pytest.param(_KEY, replace(_STRENGTH, text=_KEY.text), id="a list says it in the same words"),
        pytest.param(_KEY, _STRENGTH, id="a list says it in other words"),
        pytest.param(replace(_KEY, domain=None), _STRENGTH, id="the key finding is one of all domains together"),
        pytest.param(_KEY, _PROSE, id="prose says it"),
        pytest.param(replace(_KEY, kind="narrative"), _PROSE, id="prose says it twice"),
        pytest.param(
            replace(_KEY, polarity="mixed"), _STRENGTH, id="a list sets right what a model made of the key finding"
        ),
    ],
)
def test_a_finding_said_again_points_to_the_first(earlier: Finding, later: Finding) -> None:
    first, second = mark([earlier, later])
    assert second.repeat_of == first.id
    assert first.repeat_of is None
    assert first.polarity == later.polarity


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        pytest.param(_KEY, replace(_STRENGTH, text="Boxes were painted green by the staff."), id="another matter"),
        pytest.param(_KEY, replace(_STRENGTH, text=_KEY.text, domain="out_of_court"), id="another domain"),
        pytest.param(_KEY, replace(_PROSE, text=f"{_KEY.text} So were the boxes of each."), id="prose that says more"),
        pytest.param(
            replace(_KEY, kind="strength", polarity_origin="heading"),
            replace(_STRENGTH, kind="area_for_improvement", polarity="area_for_improvement", text=_KEY.text),
            id="headings set them apart",
        ),
        pytest.param(_KEY, replace(_PROSE, polarity="area_for_improvement"), id="prose judged otherwise"),
        pytest.param(_KEY, replace(_KEY, id="pellbrook:0002"), id="one list does not repeat itself"),
        pytest.param(_KEY, replace(_PROSE, kind="recommendation"), id="a recommendation"),
        pytest.param(_KEY, replace(_PROSE, kind="practice_example"), id="a practice example"),
        pytest.param(replace(_KEY, kind="practice_example"), _PROSE, id="of a practice example"),
    ],
)
def test_a_finding_of_its_own_repeats_nothing(earlier: Finding, later: Finding) -> None:
    assert [f.repeat_of for f in mark([earlier, later])] == [None, None]


def test_a_third_telling_points_to_the_first() -> None:
    third = replace(_PROSE, id="pellbrook:0003", start=3000, end=3000 + len(_PROSE.text))
    assert [f.repeat_of for f in mark([_KEY, _STRENGTH, third])] == [None, _KEY.id, _KEY.id]


def test_a_key_finding_takes_the_polarity_of_the_heading_under_which_it_is_said_again() -> None:
    judged = replace(_KEY, polarity="mixed", polarity_confidence=0.4)
    first, _ = mark([judged, _STRENGTH])
    assert (first.polarity, first.polarity_origin, first.polarity_confidence) == ("strength", "heading", None)


def test_prose_keeps_the_polarity_that_the_model_gave_it() -> None:
    judged = replace(_KEY, kind="narrative", polarity_confidence=0.4)
    first, second = mark([judged, replace(_STRENGTH, text=_KEY.text)])
    assert second.repeat_of == first.id
    assert first == judged


def test_nothing_repeats_nothing() -> None:
    assert mark([]) == []
