"""Theme frequency: what counts, over which reports, with what uncertainty."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from yosnlp.analysis import theme_frequency
from yosnlp.analysis.frequency import COLUMNS, wilson
from yosnlp.errors import InvalidData
from yosnlp.records import Document, Finding, FindingKind, Polarity, Report, Scores, TaggedReport, ThemeScore

LABELS = [("ete", "Education"), ("victims", "Victims")]


def said(
    *themes: str, polarity: Polarity = "strength", kind: FindingKind = "narrative", repeat_of: str | None = None
) -> tuple[Finding, tuple[str, ...]]:
    finding = Finding(
        id="", report_id="", section=0, kind=kind, text="", polarity=polarity, repeat_of=repeat_of, start=0, end=0
    )
    return finding, themes


def report(name: str, *findings: tuple[Finding, tuple[str, ...]]) -> TaggedReport:
    """A report with those findings; a theme that begins with ``?`` was weighed and not assigned."""
    made = [
        Finding(
            id=f"{name}-{i}",
            report_id=name,
            section=0,
            kind=finding.kind,
            text="",
            polarity=finding.polarity,
            repeat_of=finding.repeat_of,
            start=0,
            end=0,
        )
        for i, (finding, _) in enumerate(findings)
    ]
    themes = {
        finding.id: tuple(ThemeScore(theme=t.lstrip("?"), probability=0.5, assigned=t[0] != "?") for t in carried)
        for finding, (_, carried) in zip(made, findings, strict=True)
    }
    document = Document(text="", source=name, format="text", encoding="utf-8", sha256="")
    return TaggedReport(
        report=Report(id=name, document=document, programme="2018"),
        findings=tuple(made),
        themes=themes,
        scores=Scores(),
        links=(),
    )


def line(frame: pd.DataFrame, theme: str, polarity: str = "strength") -> dict[str, float]:
    (row,) = frame[(frame.theme == theme) & (frame.polarity == polarity)].to_dict("records")
    return {str(k): v for k, v in row.items()}


def test_a_row_for_each_theme_and_polarity_in_the_codebooks_order_also_where_nothing_was_found() -> None:
    frame = theme_frequency([report("a", said("victims"))], LABELS)
    assert tuple(frame.columns) == COLUMNS
    assert list(frame.theme) == ["ete"] * 4 + ["victims"] * 4
    assert list(frame.polarity[:4]) == ["strength", "area_for_improvement", "mixed", "neutral"]
    assert list(frame.label.unique()) == ["Education", "Victims"]
    assert line(frame, "ete")["findings"] == 0


def test_findings_and_the_reports_that_hold_them() -> None:
    frame = theme_frequency(
        [report("a", said("ete"), said("ete", "victims")), report("b", said("ete")), report("c", said("victims"))],
        LABELS,
    )
    row = line(frame, "ete")
    assert (row["findings"], row["reports"], row["reports_in_scope"]) == (3, 2, 3)
    assert row["share"] == pytest.approx(2 / 3)
    assert (row["share_low"], row["share_high"]) == pytest.approx(wilson(2, 3))


def test_the_two_sides_are_counted_apart() -> None:
    frame = theme_frequency([report("a", said("ete"), said("ete", polarity="area_for_improvement"))], LABELS)
    assert line(frame, "ete", "strength")["findings"] == 1
    assert line(frame, "ete", "area_for_improvement")["findings"] == 1


@pytest.mark.parametrize(
    "left_out",
    [
        pytest.param(said("ete", kind="practice_example"), id="a single case"),
        pytest.param(said("ete", repeat_of="a-0"), id="said before"),
        pytest.param(said("?ete"), id="theme not assigned"),
    ],
)
def test_what_does_not_count(left_out: tuple[Finding, tuple[str, ...]]) -> None:
    assert line(theme_frequency([report("a", said("victims"), left_out)], LABELS), "ete")["findings"] == 0


def test_a_report_without_findings_that_count_is_in_no_scope() -> None:
    reports = [report("a", said("ete")), report("b"), report("c", said("ete", kind="practice_example"))]
    assert line(theme_frequency(reports, LABELS), "ete")["reports_in_scope"] == 1


def test_a_narrower_scope_narrows_findings_and_reports_of_that_theme_only() -> None:
    reports = [report("a", said("ete", "victims")), report("b", said("ete", "victims"))]
    frame = theme_frequency(reports, LABELS, in_scope={"ete": {"a", "not read"}})
    ete, victims = line(frame, "ete"), line(frame, "victims")
    assert (ete["findings"], ete["reports"], ete["reports_in_scope"], ete["share"]) == (1, 1, 1, 1)
    assert (victims["findings"], victims["reports_in_scope"]) == (2, 2)


def test_no_report_in_scope_has_no_share() -> None:
    row = line(theme_frequency([], LABELS), "ete")
    assert all(math.isnan(row[column]) for column in ("share", "share_low", "share_high"))


def test_a_theme_that_the_codebook_does_not_have() -> None:
    with pytest.raises(InvalidData, match=r"codebook does not have: weather.*Use a model"):
        theme_frequency([report("a", said("weather"))], LABELS)


@pytest.mark.parametrize(
    ("n", "total", "low", "high"),
    [
        # R. G. Newcombe (1998), Statistics in Medicine 17, 857-872, table I, method 3
        pytest.param(81, 263, 0.2553, 0.3662, id="many"),
        pytest.param(15, 148, 0.0624, 0.1605, id="few"),
        pytest.param(0, 20, 0.0, 0.1611, id="none"),
        pytest.param(1, 29, 0.0061, 0.1718, id="one"),
    ],
)
def test_interval(n: int, total: int, low: float, high: float) -> None:
    assert wilson(n, total) == pytest.approx((low, high), abs=5e-5)


@given(st.integers(1, 500).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total))))
def test_the_interval_holds_the_share_and_stays_within_its_bounds(case: tuple[int, int]) -> None:
    n, total = case
    low, high = wilson(n, total)
    assert 0 <= low <= n / total + 1e-12
    assert n / total - 1e-12 <= high <= 1
