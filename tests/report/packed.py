"""Tables made by hand for evidence packs: three services, both sides, and text that means harm."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.analysis.made import made, report, said
from yosnlp.tables import Tables

HOSTILE = (
    "=1+1",
    "<r>a & <b>b</r>",
    "[a](javascript:alert(1)) ![b](http://x.example/b.png) <script>c()</script> http://x.example www.x.example",
    "Bells\x07 rang\x00 \u202eback\ud800 \uffff &amp; _under_ *stars* `code` ~~gone~~ # | $x$ \\",
    "1. first\n- second\n> third _x0041_ +1 @a {b}",
)


def improve(*themes: str, **columns: Any) -> dict[str, Any]:
    """A finding as `said` makes it, on the other side."""
    plain = {"kind": "area_for_improvement", "polarity": "area_for_improvement"}
    return said(*themes, **{**plain, **columns})


def evidence(theme: str, words: str, start: int) -> dict[str, Any]:
    return {"theme": theme, "start": start, "end": start + len(words), "text": words}


TABLES = made(
    report(
        "north",
        said("victims", "ete", text="Every victim was asked what they wished.", page=7, start=20, end=62)
        | {"evidence": (evidence("victims", "victim", 26), evidence("ete", "asked", 37))},
        said("victims", text="Letters to victims were kind.", standard_id="2.2", theme_scores={"victims": 0.71}),
        said("victims", text="Letters to the victims were kind.", standard_id="2.2", theme_scores={"victims": 0.95}),
        said("victims", text="Every victim was asked.", repeat_of="north:0001"),
        said("victims", text="K wrote to the victim.", kind="practice_example"),
        improve("victims", text="Victims heard late of panels.", kind="narrative", polarity_confidence=0.8),
        improve("victims", text="No one leads work with victims.", standard_id=None, domain="out_of_court"),
        said("victims", text="There is a victim officer.", polarity="neutral", kind="narrative"),
        said("ete", text="Tutors came."),
        ratings={"2.1": "Good", "2.2": "Inadequate"},
        service="Northmere",
        source_file="in/reports/north.md",
    ),
    report(
        "south",
        *(said("victims", text=text) for text in HOSTILE),
        improve("victims", text="Plans forgot victims.", standard_id="2.2"),
        ratings={"2.1": "Outstanding", "2.2": "Requires improvement"},
        service="=South*mere_ <b>&",
        year=2021,
    ),
    report(
        "west",
        improve("victims", text="Half the plans left victims out.", standard_id="1.1", domain=None),
        programme="core_case_inspection",
        service=None,
        year=None,
    ),
)
TABLES = replace(TABLES, unread=(("in/torn.pdf", "no text in it"),))


def many(services: int, findings: int) -> Tables:
    """So many services with so many strengths each, no two alike, in standards rated Good and Inadequate by turns."""
    return made(
        *(
            report(
                f"s{i:03d}",
                *(said("victims", text=_told(i, j), standard_id=f"2.{1 + j % 2}") for j in range(findings)),
                ratings={"2.1": "Good", "2.2": "Inadequate"},
            )
            for i in range(services)
        )
    )


def _told(i: int, j: int) -> str:
    return f"In {i + 1} of {j + 100} cases the victim was asked."
