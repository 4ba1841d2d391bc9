"""Whatever the text: a certificate is given, and each character is counted once."""

from hypothesis import given
from hypothesis import strategies as st

from tests.reading.texts import ANY, LIKE_REPORTS
from yosnlp.certificate import certify
from yosnlp.frameworks import frameworks
from yosnlp.reading.plain import of_text
from yosnlp.records import Finding, Report, Scores, Section


@st.composite
def reports(draw: st.DrawFn) -> tuple[Report, tuple[Finding, ...]]:
    """A report of any text, with sections and findings anywhere in it."""
    text = draw(st.one_of(LIKE_REPORTS, ANY))
    document = of_text(text, "any.txt", "text", "utf-8", "0" * 64, markdown=draw(st.booleans()))
    at = sorted({0, *draw(st.lists(st.integers(0, len(text)), max_size=4))})
    kinds = st.sampled_from(["front", "domain", "ratings", "strengths", "results", "glossary"])
    sections = tuple(
        Section(kind=draw(kinds), heading="A part", start=start, end=end, domain="court")  # type: ignore[arg-type]
        for start, end in zip(at, [*at[1:], len(text)], strict=True)
    )
    blocks = draw(st.lists(st.sampled_from(document.blocks), max_size=5)) if document.blocks else []
    findings = tuple(
        Finding(id=f"f{n}", report_id="any", section=0, kind="narrative", text="", start=b.start, end=b.end)
        for n, b in enumerate(blocks)
    )
    return Report(id="any", document=document, programme="2018", sections=sections), findings


@given(reports(), st.sampled_from(["2018", "core_case_inspection", None]))
def test_each_character_is_counted_once(made: tuple[Report, tuple[Finding, ...]], programme: str | None) -> None:
    report, findings = made
    certificate = certify(report, findings, Scores(), frameworks()[programme] if programme else None)
    assert sum(certificate.kept.values()) + sum(certificate.dropped.values()) == len(report.document.text)
    assert all(count > 0 for count in (*certificate.kept.values(), *certificate.dropped.values()))
    assert 0 <= certificate.in_findings <= certificate.body
    assert certificate.grade == ("failed" if not findings else "partial" if certificate.reasons else "complete")
    for remark in (*certificate.reasons, *certificate.warnings):
        assert remark.code
        assert remark.says.endswith(".")
        assert remark.offset is None or 0 <= remark.offset <= len(report.document.text)
