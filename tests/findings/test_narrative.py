from __future__ import annotations

from pathlib import Path

import pytest

from tests.findings.invented import found, in_standard, report_text
from tests.marked import marked

_PROSE = ("narrative", "practice_example")


def _checked(section: str, folder: Path, suffix: str = ".txt", *, none: bool = False) -> None:
    """Read ``section`` as standard 2.2 and compare its findings with the marks."""
    read = marked(section, none=none)
    findings = in_standard(found(report_text({"2.2": read.text}), folder, suffix), "2.2")
    prose = [f for f in findings if f.kind in _PROSE]
    assert [(f.kind, f.text) for f in prose] == [(m.name, " ".join(m.text.split())) for m in read.marks]


@pytest.mark.parametrize(
    "section",
    [
        pytest.param(
            "<narrative>The plans were kept in a green box.</narrative> <narrative>Each had a ribbon.</narrative>\n\n"
            "<narrative>Nobody lost one.</narrative>",
            id="a finding a sentence",
        ),
        pytest.param(
            "<narrative>Several agencies (e.g. the library and St. Mary's school) kept copies, i.e. photographs."
            "</narrative> <narrative>They were clear.</narrative>",
            id="abbreviations end no sentence",
        ),
        pytest.param("Ribbons\n\n<narrative>Each plan had a ribbon.</narrative>", id="a heading is none"),
        pytest.param(
            "<narrative>All plans that we read there were of the same length</narrative>",
            id="a sentence without its stop",
        ),
        pytest.param(
            "<narrative>The box held these things.</narrative> The plans held:\n\n"
            "• <narrative>a map of the town, which the child had drawn.</narrative>",
            id="what announces a list is none",
        ),
    ],
)
def test_prose_is_read_as_sentences(section: str, tmp_path: Path) -> None:
    _checked(section, tmp_path)


@pytest.mark.parametrize(
    "section",
    [
        pytest.param("Are plans kept in a box?", id="a question"),
        pytest.param("Does planning take account of the colour of the box and its\n\n4 3", id="a question cut short"),
        pytest.param("In each of those cases we inspect against four standards.", id="standing text"),
        pytest.param("In making a judgement about this, we look at boxes.", id="how judgements are made"),
        pytest.param("Boxes\tgreen\nRibbons\tred", id="a table of tabs"),
        pytest.param("Box of plans 30", id="a label with a figure"),
    ],
)
def test_what_says_nothing_about_the_service_is_no_finding(section: str, tmp_path: Path) -> None:
    _checked(section, tmp_path, none=True)


@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_parts_of_the_report_other_than_its_body_hold_no_narrative(suffix: str, tmp_path: Path) -> None:
    text = report_text(overall="The overall picture was one of green boxes.")
    text += (
        "\n\nAnnexe 1: Methodology\n\nWe asked for a box and were given one.\n\nGlossary\n\nBox: a thing for plans.\n"
    )
    said = " ".join(f.text for f in found(text, tmp_path, suffix) if f.kind in _PROSE)
    assert "box" not in said.lower()


@pytest.mark.parametrize(
    "section",
    [
        pytest.param(
            "<practice_example>The case of B (m) shows what a ribbon can do:</practice_example>\n\n"
            "<practice_example>B had lost three plans.</practice_example> "
            "<practice_example>His fourth had a ribbon.</practice_example>\n\n"
            "<narrative>Ribbons were bought in June.</narrative>",
            id="case announced, told in the next paragraph",
        ),
        pytest.param(
            "<practice_example>In the case of B(f), the inspector noted the value of ribbons:</practice_example> "
            "<practice_example>she tied one herself.</practice_example>\n\n"
            "<narrative>Ribbons were bought in June.</narrative>",
            id="case told in the same paragraph",
        ),
        pytest.param(
            "<practice_example>In one case a ribbon came loose and the plan was lost.</practice_example> "
            "<narrative>Ribbons were bought in June.</narrative>",
            id="a sentence about one case",
        ),
        pytest.param(
            "<practice_example>One child told us:</practice_example>\n\n"
            "<practice_example>“I tied the ribbon myself.</practice_example> "
            "<practice_example>It was red.”</practice_example>\n\n"
            "<narrative>Ribbons were bought in June.</narrative>",
            id="a quotation in its own paragraph",
        ),
        pytest.param(
            "<practice_example>One child told us:</practice_example> "
            "<practice_example>“I tied the ribbon myself.”</practice_example> "
            "<narrative>Ribbons were bought in June.</narrative>",
            id="prose after the end of a quotation",
        ),
        pytest.param(
            "<practice_example>“I tied the ribbon myself, and it is red.</practice_example>\n\n"
            "<practice_example>“It is still there.”</practice_example>\n\n"
            "<narrative>Ribbons were bought in June.</narrative>",
            id="a quotation of two paragraphs",
        ),
        pytest.param(
            "<narrative>‘Green box’ days were held in June.</narrative> <narrative>Staff brought cake.</narrative>\n\n"
            "<narrative>Ribbons were bought too.</narrative>",
            id="a name in quotation marks is no quotation",
        ),
        pytest.param(
            "<narrative>“I tied it”, she said, and she had.</narrative> "
            "<narrative>Ribbons were bought in June.</narrative>",
            id="three words in quotation marks are no quotation",
        ),
    ],
)
def test_examples_of_single_cases_are_marked(section: str, tmp_path: Path) -> None:
    _checked(section, tmp_path)


def test_an_example_set_apart_in_a_block_quote_is_marked(tmp_path: Path) -> None:
    section = (
        "<narrative>Ribbons were bought in June.</narrative>\n\n"
        "> <practice_example>B had lost three plans, and his mother had lost two.</practice_example>\n\n"
        "<narrative>Boxes were bought in July.</narrative>"
    )
    _checked(section, tmp_path, ".md")


def test_practice_examples_and_repeats_do_not_count(tmp_path: Path) -> None:
    section = "In one case a ribbon came loose. Ribbons were bought in June. Ribbons were bought in June."
    findings = in_standard(found(report_text({"2.2": section}), tmp_path), "2.2")
    assert [(f.kind, f.counts) for f in findings] == [
        ("practice_example", False),
        ("narrative", True),
        ("narrative", False),
    ]


@pytest.mark.parametrize(
    ("section", "whole"),
    [
        pytest.param(
            "Plans were kept in a green box that stood beside the window of the room in\nwhich staff met.1\n\n"
            "1 A window is a hole.\n\nInspection of youth offending services: Pellbrook 18\n\f\nIt was large.",
            [
                "Plans were kept in a green box that stood beside the window of the room in which staff met.",
                "It was large.",
            ],
            id="a footnote between sentences",
        ),
        pytest.param(
            "Plans were kept in a green box1 that stood beside the window of the room where\n\n"
            "1 Green is a colour of which the service is fond.\n\n"
            "Inspection of youth offending services: Pellbrook 18\n\f\nstaff met on Mondays.",
            ["Plans were kept in a green box that stood beside the window of the room where staff met on Mondays."],
            id="a footnote and a page break inside of a sentence",
        ),
        pytest.param(
            "Plans for out-of-\ncourt cases were kept in the pre-\nand post-court box.",
            ["Plans for out-of-court cases were kept in the pre- and post-court box."],
            id="hyphens at the ends of lines",
        ),
    ],
)
def test_pages_and_notes_do_not_cut_sentences(section: str, whole: list[str], tmp_path: Path) -> None:
    first_page = "Tea was served.\n\nInspection of youth offending services: Pellbrook 9\n\f\n"
    text = report_text({"1.1": first_page, "2.2": section})
    text += "\n\nInspection of youth offending services: Pellbrook 33\n\f"
    assert [f.text for f in in_standard(found(text, tmp_path), "2.2")] == whole


@pytest.mark.parametrize(
    "section",
    [
        pytest.param(
            "<practice_example>As a mother put it, “They listen.</practice_example> "
            "<practice_example>They come back.”</practice_example> "
            "<narrative>Plans were kept in a box.</narrative>",
            id="a quotation within a paragraph ends at its mark",
        ),
        pytest.param(
            "Case example: <practice_example>Tam was 16 and had lost his place at college.</practice_example> "
            "<practice_example>His worker found him another.</practice_example>",
            id="an example under a label in its line",
        ),
    ],
)
def test_voices_and_examples_within_a_paragraph(section: str, tmp_path: Path) -> None:
    _checked(section, tmp_path)
