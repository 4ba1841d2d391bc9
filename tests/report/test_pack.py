"""What is in a pack: verbatim quotations with true citations, figures, and an account of all that is left out."""

from __future__ import annotations

import pytest

from tests.analysis.made import made, report, said
from tests.report.packed import HOSTILE, TABLES, evidence, improve, many
from yosnlp.analysis import frequency
from yosnlp.errors import InvalidData
from yosnlp.report.packs import Pack, Quotation, evidence_pack
from yosnlp.report.packs.citation import printable
from yosnlp.report.packs.pack import Side
from yosnlp.report.wording import SIDES
from yosnlp.tables import Tables


def side(tables: Tables = TABLES, polarity: str = "strength", **options: object) -> Side:
    pack = evidence_pack(tables, ["victims"], polarities=[polarity], **options)  # type: ignore[arg-type]
    return pack.themes[0].sides[0]


def quoted(pack: Pack) -> list[Quotation]:
    return [q for theme in pack.themes for side in theme.sides for q in side.shown]


def one(finding_id: str, **options: object) -> Quotation:
    pack = evidence_pack(TABLES, ["victims"], **options)  # type: ignore[arg-type]
    (found,) = [q for q in quoted(pack) if q.finding_id == finding_id]
    return found


def test_every_quotation_is_a_finding_word_for_word() -> None:
    rows = TABLES.findings.set_index("finding_id")
    for quotation in quoted(evidence_pack(TABLES, ["victims", "ete"])):
        row = rows.loc[quotation.finding_id]
        assert quotation.text == printable(row["text"])
        assert quotation.report_id == row["report_id"]
        assert "".join(piece for piece, _ in quotation.runs()) == quotation.text


@pytest.mark.parametrize(
    ("finding_id", "citation"),
    [
        ("north:0001", "Northmere; 2018 framework; 2019; standard 2.1 Assessment; rated Good; page 7; north:0001"),
        (
            "north:0007",
            "Northmere; 2018 framework; 2019; Out-of-court disposals, no one standard; not rated; "
            "characters 700-731 of north.md; north:0007",
        ),
        (
            "west:0001",
            "service not stated; Core Case Inspection, 2009-12; year not stated; standard 1.1 Risk of Harm to others; "
            "not rated; characters 100-132 of west.txt; west:0001",
        ),
    ],
    ids=["page and standard", "no standard and no page", "no service, year or rating"],
)
def test_the_citation_says_where_it_stands_and_what_is_not_stated(finding_id: str, citation: str) -> None:
    assert one(finding_id).citation == citation


def test_words_that_carry_the_theme_are_marked_and_no_others() -> None:
    assert one("north:0001").runs() == [
        ("Every ", False),
        ("victim", True),
        (" was asked what they wished.", False),
    ]


def test_the_second_of_two_same_words_is_marked_where_white_space_was_folded() -> None:
    # In the file two line ends and a page's number stood before the second "victim": ten characters more.
    told = "A victim is a victim."
    second = said(
        "victims", text=told, start=50, end=50 + len(told) + 10, evidence=(evidence("victims", "victim", 74),)
    )
    (quotation,) = side(made(report("north", second))).shown
    assert quotation.marked == ((14, 20),)


def test_evidence_that_is_not_in_the_text_marks_nothing() -> None:
    (quotation,) = side(made(report("north", said("victims", evidence=(evidence("victims", "victim", 104),))))).shown
    assert quotation.marked == ()


def test_what_goes_against_the_rating_is_told_so() -> None:
    assert one("north:0003").counter_example == "strength in a standard rated Inadequate"
    assert one("north:0006").counter_example == "area for improvement in a standard rated Good"
    assert one("south:0006").counter_example == one("west:0001").counter_example == ""
    assert [q.finding_id for q in side().counter_examples] == ["north:0003"]


def test_how_sure_the_model_is_of_theme_and_side() -> None:
    assert one("north:0006").told_by == "narrative; theme 0.90 (model), side 0.80 (model)"
    assert one("north:0003").told_by == "listed strength; theme 0.95 (model), side from a heading"
    assert one("north:0006").sureness == pytest.approx(0.72)


def test_every_finding_is_shown_or_left_out_with_its_reason() -> None:
    (theme,) = evidence_pack(TABLES, ["victims"], limit=4).themes
    strengths, improvements = theme.sides
    reasons = {out.quotation.finding_id: (out.reason, out.of) for out in strengths.left_out}
    assert reasons["north:0002"] == ("near_copy", "north:0003")
    assert reasons["north:0004"] == ("repeat", "north:0001")
    assert reasons["north:0005"] == ("single_case", None)
    assert [reason for reason, _ in reasons.values()].count("over_the_limit") == 3
    assert [out.quotation.finding_id for out in theme.other_sides] == ["north:0008"]
    ids = [q.finding_id for s in theme.sides for q in s.shown] + [
        out.quotation.finding_id for outs in (*(s.left_out for s in theme.sides), theme.other_sides) for out in outs
    ]
    carrying = TABLES.findings[["victims" in themes for themes in TABLES.findings["themes"]]]
    assert sorted(ids) == sorted(carrying["finding_id"])
    assert (strengths.total, improvements.total, theme.total) == (10, 4, len(carrying))


@pytest.mark.parametrize(
    ("other", "copy"),
    [
        ({"text": "In 3 cases all the victims were asked."}, True),
        ({"text": "In 4 cases all victims were asked."}, False),
        ({"text": "Panels met once a month."}, False),
        ({"text": "In 3 cases all victims were asked.", "quantities": ({"share": 0.5},)}, False),
        ({"text": "In 3 cases all victims were asked.", "polarity": "area_for_improvement"}, False),
    ],
    ids=["nearly the same", "another number", "other words", "another amount", "the other side"],
)
def test_near_copies(other: dict[str, object], copy: bool) -> None:
    tables = made(
        report("a", said("victims", text="In 3 cases all victims were asked."), service="Northmere"),
        report("b", said("victims", **other), service="Northmere", year=2021),  # type: ignore[arg-type]
    )
    (theme,) = evidence_pack(tables, ["victims"]).themes
    assert [out.reason for s in theme.sides for out in s.left_out] == ["near_copy"] * copy


def test_the_same_words_of_another_service_are_another_finding() -> None:
    assert len(side(made(report("north", said("victims")), report("south", said("victims")))).shown) == 2


def test_the_near_copy_in_a_rated_standard_is_the_one_that_is_shown() -> None:
    tables = made(
        report(
            "a",
            said("victims", standard_id=None),
            said("victims", theme_scores={"victims": 0.5}),
            ratings={"2.1": "Good"},
        )
    )
    assert [q.finding_id for q in side(tables).shown] == ["a:0002"]


def test_no_service_has_more_than_its_share() -> None:
    shown = side(many(services=7, findings=9), limit=20).shown
    counts = {service: [q.service for q in shown].count(service) for service in {q.service for q in shown}}
    assert len(shown) == 20
    assert sorted(counts.values()) == [2, 3, 3, 3, 3, 3, 3]
    assert sum(q.rating == "rated Inadequate" for q in shown) == 10


def test_spread_over_something_else() -> None:
    shown = side(many(services=7, findings=9), limit=2, by=["standard"]).shown
    assert {q.standard for q in shown} == {"standard 2.1 Assessment", "standard 2.2 Planning"}


def test_figures_are_those_of_the_frequency() -> None:
    counts = frequency(TABLES)
    (theme,) = evidence_pack(TABLES, ["victims"]).themes
    assert [f.name for f in theme.figures] == list(SIDES.values())
    for figure in theme.figures:
        (row,) = counts[(counts["theme"] == "victims") & (counts["polarity"] == figure.polarity)].to_dict("records")
        assert (figure.findings, figure.reports, figure.share_low) == (
            row["findings"],
            row["reports"],
            row["share_low"],
        )
    for side_of in theme.sides:
        counting = [out for out in side_of.left_out if out.reason in ("near_copy", "over_the_limit")]
        assert side_of.figure.findings + side_of.figure.outside_scope == len(side_of.shown) + len(counting)


def test_figures_in_words() -> None:
    (figure,) = [
        s.figure for s in evidence_pack(TABLES, ["victims"], polarities=["area_for_improvement"]).themes[0].sides
    ]
    assert figure.words == (
        "In 3 of 3 inspections (100%, 95% interval 44% to 100%); 4 of 14 findings (29%, 95% interval 17% to 100%)."
    )
    assert figure.caution.startswith("Small number: 3 inspections in scope.")


def test_findings_outside_the_scope_of_the_theme_are_told() -> None:
    tables = made(report("north", said("oocd_decision_making"), missing=("3.1", "3.2", "3.3", "3.4")))
    (theme,) = evidence_pack(tables, ["oocd_decision_making"], polarities=["strength"]).themes
    assert theme.sides[0].figure.words == "No inspection could have spoken of it."
    assert "1 further finding of inspections outside the theme's scope" in theme.sides[0].figure.caution
    assert len(theme.sides[0].shown) == 1


def test_sections_in_the_order_of_the_themes_each_once() -> None:
    pack = evidence_pack(TABLES, ["ete", "victims", "ete"])
    assert [theme.theme for theme in pack.themes] == ["ete", "victims"]
    assert pack.title == "Evidence: Education, training and employment; Victims"


def test_quotations_stand_by_service_year_and_standard() -> None:
    assert [q.finding_id for q in side(polarity="area_for_improvement").shown] == [
        "south:0006",
        "north:0006",
        "north:0007",
        "west:0001",
    ]


@pytest.mark.parametrize(
    "tables", [made(report("north", said())), made()], ids=["no finding with the theme", "no report"]
)
def test_a_theme_without_a_finding_is_an_empty_section(tables: Tables) -> None:
    (theme,) = evidence_pack(tables, ["victims"]).themes
    assert theme.total == 0
    assert [s.shown for s in theme.sides] == [(), ()]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"themes": ["weather"]}, "no theme 'weather'; there is: ete, victims, oocd_decision_making"),
        ({"themes": []}, "no theme given; there is: ete"),
        ({"polarities": ["any"]}, "no polarity 'any'; there is: strength, area_for_improvement, mixed, neutral"),
        ({"by": ["region"]}, "no spread 'region'; there is: service, year"),
        ({"limit": 0}, "a limit of 0 quotations; expected 1 or more"),
    ],
    ids=["theme", "no theme", "polarity", "spread", "limit"],
)
def test_a_wrong_call(options: dict[str, object], told: str) -> None:
    with pytest.raises(InvalidData, match=told):
        evidence_pack(TABLES, **{"themes": ["victims"], **options})  # type: ignore[arg-type]


def test_characters_that_no_file_can_show_are_replaced_and_places_kept() -> None:
    assert [len(printable(text)) for text in HOSTILE] == [len(text) for text in HOSTILE]
    assert printable("a\x07b\ud800c\uffffd\u202ee\nf") == "a\ufffdb\ufffdc\ufffdd\ufffde f"
    assert improve("victims")["polarity"] == "area_for_improvement"
