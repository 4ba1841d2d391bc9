"""Pages of tables made by hand, and what stands in them."""

from __future__ import annotations

from dataclasses import replace

import lxml.html
import pandas as pd

from tests.analysis.made import made, report, said
from yosnlp.report.page import page
from yosnlp.tables import Tables

IMPROVE = {"kind": "area_for_improvement", "polarity": "area_for_improvement"}
LONG = "Youth Offending and Early Help Partnership of the Upper and Lower Marches of Northmere and the Vale" * 3

TABLES = made(
    report(
        "north",
        said("ete", "victims", text="Tutors wrote to every victim.", page=3),
        said("ete", text="College places were kept open.", standard_id="1.3", domain="organisational"),
        said("victims", text="Letters came late.", **IMPROVE),
        said("victims", text="Letters came late again.", repeat_of="north:0003", **IMPROVE),
        said("ete", text="K went to college.", kind="practice_example"),
        said(text="The hall was warm."),
        said("oocd_decision_making", text="Panels were slow.", standard_id=None, domain=None, **IMPROVE),
        ratings={"2.1": "Good", "1.3": "Inadequate"},
        questions={"2.1.1": 71.0},
        overall_rating="Good",
        overall_score=20,
        pages=40,
        service="Northmere",
    ),
    report(
        "south",
        said("ete", text="<script>alert('read')</script> & \"tutors\" <b>came</b>."),
        said("victims", text="A bell\x07 rang, \u202eback to front, on\x00 time.", polarity="mixed"),
        said("victims", text="There is a victim officer.", polarity="neutral", kind="narrative"),
        service=LONG,
        warnings=("dates: not <stated> in the report",),
        missing=("2.4",),
    ),
    report(
        "west",
        said("victims", text="Plans left victims out.", standard_id="1.1", **IMPROVE),
        programme="core_case_inspection",
        service="Westcombe",
        year=None,
    ),
)
TABLES = replace(TABLES, unread=(("in/torn <page>.pdf", "no text in it"),))


def read(html: str) -> lxml.html.HtmlElement:
    """The page as a tree."""
    return lxml.html.document_fromstring(html)


def page_of(tables: Tables = TABLES, **options: object) -> lxml.html.HtmlElement:
    return read(page(tables, **options))


def text_of(element: lxml.html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def section(tree: lxml.html.HtmlElement, heading: str) -> lxml.html.HtmlElement:
    """The section under the second-level heading with that id."""
    return tree.xpath(f"//section[@aria-labelledby='{heading}']")[0]


def carried(tables: Tables) -> pd.DataFrame:
    """A row for each theme of each finding that counts, in plain pandas."""
    counted = tables.findings[tables.findings["counts"]]
    return counted.explode("themes").dropna(subset=["themes"])
