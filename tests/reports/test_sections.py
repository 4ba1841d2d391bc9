from __future__ import annotations

import pytest

from tests.real import real_report
from tests.reports.made import (
    FOREWORD,
    TITLE,
    body,
    domain_section,
    heading,
    outline,
    prose,
    report_text,
    standard_heading,
    understood,
)
from yosnlp import resources
from yosnlp.frameworks import Domain, Framework, frameworks
from yosnlp.reading import read
from yosnlp.records import Report
from yosnlp.reports import understand

OLD, NEW, CORE = (frameworks()[name] for name in ("2018", "2025", "core_case_inspection"))
RATINGS = ("Good", "Outstanding", "Requires improvement", "Inadequate")

BODY_2018 = """domain organisational
  standard 1.1
  standard 1.2
  standard 1.3
  standard 1.4
domain court
  standard 2.1
  standard 2.2
  standard 2.3
  standard 2.4
domain out_of_court
  standard 3.1
  standard 3.2
  standard 3.3
  standard 3.4""".splitlines()


def _bodies(report: Report) -> list[str]:
    """The domains that stand by themselves, and what lies in them."""
    lines, keep = [], False
    for line in outline(report):
        keep = line.startswith("domain") or (keep and line.startswith(" "))
        lines += [line] if keep else []
    return lines


def _table(domain: Domain) -> str:
    rows = [standard_heading(s, rating) for s, rating in zip(domain.standards, RATINGS, strict=True)]
    return "\n".join([heading(domain), *rows])


TABLE = "\n".join(_table(domain) for domain in OLD.domains)
ROWS = "\n".join(_table(domain).split("\n\n", 1)[1] for domain in OLD.domains)
NAMES = "\n\n".join(f"{domain.name}\n\nOf this we say more below.\n\n{prose(1)}" for domain in OLD.domains)
ORDINALS = "\n\n".join(
    f"Domain {word}: {domain.name.lower()}\n\n{prose(2)}"
    for word, domain in zip(("one", "two", "three"), OLD.domains, strict=True)
)
RESULTS = "\n".join(
    f"{heading(domain)}\n" + "\n".join(f"{standard_heading(s)}\nIs it well? 80\n" for s in domain.standards)
    for domain in OLD.domains
)
AROUND = [
    pytest.param(f"Summary of ratings\n\n{TABLE}", "", id="table of ratings under its heading"),
    pytest.param(TABLE, "", id="table of ratings without a heading"),
    pytest.param(f"Overall findings\n\nIt was good.\n\n{NAMES}", "", id="domains in the overall findings"),
    pytest.param(f"Introduction\n\n{prose(1)}\n\n{NAMES}", "", id="domains in the introduction"),
    pytest.param("", f"Annex 1: Methodology\n\n{ORDINALS}", id="domains in the annex on method"),
    pytest.param("", f"Annex 2 – Inspection results\n\n{RESULTS}", id="tables in an annex"),
    pytest.param(f"Summary of ratings\n\n{ROWS}", "", id="standards rated without their domains"),
    pytest.param(
        "Contents\n\nForeword\n1. Organisational delivery\n1.1. Governance and leadership\n2. Court disposals\n"
        "Annex 1: Methodology",
        f"Annex 1: Methodology\n\n{ORDINALS}",
        id="contents without page numbers",
    ),
]


@pytest.mark.parametrize(("before", "after"), AROUND)
def test_the_body_is_told_from_what_stands_around_it(before: str, after: str) -> None:
    first = [before, FOREWORD] if before.startswith("Contents") else [FOREWORD, before]
    report = understood("\n\n".join([TITLE, *first, body(OLD), after]))
    assert _bodies(report) == BODY_2018
    assert report.missing == ()


def test_the_parts_around_the_body_hold_the_domains_that_they_tell_of() -> None:
    report = understood(
        "\n\n".join(
            [
                TITLE,
                FOREWORD,
                f"Overall findings\n\nIt was good.\n\n{NAMES}",
                f"Summary of ratings\n\n{TABLE}",
                body(OLD),
            ]
        )
    )
    assert outline(report, within="overall_findings") == [
        "domain organisational",
        "domain court",
        "domain out_of_court",
    ]
    assert outline(report, within="ratings") == BODY_2018


@pytest.mark.parametrize("table", [TABLE, ROWS], ids=["with domains", "standards alone"])
def test_domains_whose_headings_were_lost_begin_with_their_first_standard(table: str) -> None:
    lost = "\n".join(domain_section(domain).split("\n", 1)[1] for domain in OLD.domains)
    assert _bodies(understood("\n\n".join([TITLE, FOREWORD, f"Ratings\n\n{table}", lost]))) == BODY_2018


def test_a_standard_of_another_domain_does_not_lie_in_the_domain_before_it() -> None:
    text = "\n\n".join([TITLE, FOREWORD, "Organisational delivery", "2.1. Assessment", prose(), body(OLD)])
    report = understood(text)
    assert outline(report, within="foreword") == ["domain organisational", "standard 2.1"]
    assert _bodies(report) == BODY_2018


def test_a_domain_without_a_number_after_the_foreword_holds_its_standards() -> None:
    text = "\n\n".join(
        [TITLE, FOREWORD, "Recommendations\n\nKeep it up.", body(OLD).replace("1. Organisational", "Organisational")]
    )
    assert _bodies(understood(text)) == BODY_2018


LISTS = "Summary\n\nStrengths:\n\n• Staff were kind.\n• Plans were short.\n\nAreas for improvement:\n\n• The roof.\n"


def test_the_summary_of_a_domain_belongs_to_the_domain() -> None:
    text = "\n\n".join([TITLE, FOREWORD, *(domain_section(domain, summary=LISTS) for domain in OLD.domains)])
    report = understood(text)
    assert _bodies(report)[:8] == [
        *BODY_2018[:5],
        "  summary organisational",
        "    strengths organisational",
        "    areas_for_improvement organisational",
    ]


def test_lists_that_only_the_last_standard_seems_to_have_belong_to_the_domain() -> None:
    lists = LISTS.removeprefix("Summary\n\n")
    report = understood(
        "\n\n".join([TITLE, FOREWORD, *(domain_section(domain, summary=lists) for domain in OLD.domains)])
    )
    found = [(s.kind, s.domain, s.standard_id) for s in report.sections if s.kind == "strengths"]
    assert found == [("strengths", domain.id, None) for domain in OLD.domains]


def test_lists_at_the_head_of_the_last_standard_are_its_own() -> None:
    lists = LISTS.removeprefix("Summary\n\n")
    last = standard_heading(OLD.domains[-1].standards[-1])
    text = "\n\n".join([TITLE, FOREWORD, body(OLD)]).replace(last, f"{last}\n\n{lists}")
    found = [s.standard_id for s in understood(text).sections if s.kind in ("strengths", "areas_for_improvement")]
    assert found == ["3.4", "3.4"]


def test_lists_of_each_standard_belong_to_the_standard() -> None:
    lists = LISTS.removeprefix("Summary\n\n")
    parts = [
        f"{heading(d)}\n\n" + "\n\n".join(f"{standard_heading(s)}\n\n{lists}\n\n{prose()}" for s in d.standards)
        for d in NEW.domains
    ]
    report = understood("\n\n".join([TITLE, FOREWORD, *parts, "They achieve positive change in work with victims."]))
    assert [s.standard_id for s in report.sections if s.kind == "areas_for_improvement"] == [
        s.id for _, s in NEW.standards()
    ]


def test_prose_after_a_list_is_not_of_the_list() -> None:
    standard = f"1.1 Governance and leadership\n\nStrengths:\n\n• Staff were kind.\n\n{prose(1)}"
    text = f"{TITLE}\n{FOREWORD}\n{body(OLD).replace('1.1. Governance and leadership', standard)}"
    report = understood(text)
    (strengths,) = (s for s in report.sections if s.kind == "strengths")
    assert report.document.text[strengths.start : strengths.end].strip().endswith("Staff were kind.")


QUESTION = "Does assessment sufficiently analyse how to support the child's desistance?"


def test_a_key_question_above_prose_is_a_heading() -> None:
    text = f"{TITLE}\n{FOREWORD}\n{body(OLD).replace('2.1. Assessment', f'2.1. Assessment{chr(10) * 2}{QUESTION}')}"
    report = understood(text)
    (question,) = (s for s in report.sections if s.kind == "key_question")
    assert (question.number, question.standard_id, question.heading) == ("2.1.1", "2.1", QUESTION)


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(f"{QUESTION} 85%", id="figure in the line"),
        pytest.param(f"{QUESTION}\n\n85%", id="figure in the next line"),
        pytest.param(f"{QUESTION}\n\nDoes it keep the child safe? 70%", id="another question next"),
        pytest.param(f"{QUESTION}\t85%", id="table"),
    ],
)
def test_a_key_question_with_its_figure_is_a_row_of_a_table(row: str) -> None:
    text = f"{TITLE}\n{FOREWORD}\n{body(OLD).replace('2.1. Assessment', f'2.1. Assessment{chr(10) * 2}{row}')}"
    assert [s.heading for s in understood(text).sections if s.kind == "key_question"] == []


def _core(section: Domain, lost: str = "") -> str:
    """A section of a Core Case Inspection; ``lost`` the number that the extraction lost from a criterion."""
    parts = [f"{section.number}. {section.name.upper()}\n\nOVERALL SCORE: 61%\n"]
    for criterion in section.standards:
        number = "" if criterion.id == lost else f"{criterion.id} "
        tab = "\t" if criterion.id == lost else " "
        parts.append(
            f"{number}{criterion.name}:{tab}70%\n\nGeneral Criterion:\n\nIt is done well.\n\nStrengths:\n\n"
            f"(1) Staff were kind.\n"
        )
    return "\n".join(parts)


FRONT_2012 = "Core Case Inspection of youth offending work in: Exbourne\n\n" + FOREWORD
CORE_OUTLINE = [
    line
    for section in CORE.domains
    for line in (
        f"domain {section.id}",
        *(part for s in section.standards for part in (f"  standard {s.id}", f"    strengths {s.id}")),
    )
]


def test_sections_and_criteria_of_a_core_case_inspection() -> None:
    assert _bodies(understood(FRONT_2012 + "\n\n".join(_core(s) for s in CORE.domains))) == CORE_OUTLINE


def test_an_overall_score_stands_for_the_heading_of_its_section_where_that_was_lost() -> None:
    text = "\n\n".join(_core(s) for s in CORE.domains).replace("2. DELIVERY AND REVIEW OF INTERVENTIONS", "")
    report = understood(FRONT_2012 + text)
    assert _bodies(report) == CORE_OUTLINE


def test_a_criterion_whose_number_was_lost_is_known_by_its_name() -> None:
    text = "\n\n".join(_core(s) for s in CORE.domains)
    lost = text.replace("1.2 Likelihood of Reoffending: 70%", "| Likelihood of Reoff |")
    assert lost != text
    assert _bodies(understood(FRONT_2012 + lost, markdown=True)) == CORE_OUTLINE


@pytest.mark.parametrize("framework", [f for f in frameworks().values() if not f.apart], ids=lambda f: f.id)
def test_every_section_lies_in_its_parent_and_in_order(framework: Framework) -> None:
    report = understood(
        report_text(framework, more=f"{framework.label}. Resettlement policy and provision. Core case inspection.")
    )
    _nested(report)


@pytest.mark.parametrize(
    "name", ["hertfordshire-yos.txt", "hartlepool-yjs.txt", "hampshire-yos.md", "hertfordshire-cci.md"]
)
def test_every_section_of_a_real_report_lies_in_its_parent_and_in_order(name: str) -> None:
    _nested(understand(read(real_report(name))))


def _nested(report: Report) -> None:
    at = 0
    for index, section in enumerate(report.sections):
        assert at <= section.start <= section.end <= len(report.document.text)
        at = section.start
        if section.parent is not None:
            parent = report.sections[section.parent]
            assert section.parent < index
            assert parent.start <= section.start <= section.end <= parent.end


SAMPLE_LISTS = [
    pytest.param("aldermoor-yos.txt", 3, 3, id="aldermoor"),
    pytest.param("northmere-yjs.md", 7, 7, id="northmere"),
]


@pytest.mark.parametrize(("name", "strengths", "areas"), SAMPLE_LISTS)
def test_samples(name: str, strengths: int, areas: int) -> None:
    report = understand(read(resources.corpus("sample") / name))
    kinds = [section.kind for section in report.sections]
    assert (kinds.count("strengths"), kinds.count("areas_for_improvement"), report.missing) == (strengths, areas, ())


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("hertfordshire-yos.txt", 12, id="hertfordshire"),
        pytest.param("hartlepool-yjs.txt", 12, id="hartlepool"),
        pytest.param("hampshire-yos.md", 12, id="hampshire"),
        pytest.param("hertfordshire-cci.md", 8, id="hertfordshire 2012"),
    ],
)
def test_the_body_of_a_real_report_holds_every_standard_once(name: str, expected: int) -> None:
    report = understand(read(real_report(name)))
    standards = [line.strip() for line in _bodies(report) if line.startswith("  standard")]
    assert len(standards) == len(set(standards)) == expected
    assert report.missing == ()
