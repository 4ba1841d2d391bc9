"""The report across inspections: one HTML file that needs no network and works without scripts."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from yosnlp.analysis import scope
from yosnlp.report import charts
from yosnlp.report.compared import ComparedPair, compared
from yosnlp.report.heat_map import HeatMap, heat_maps
from yosnlp.report.inputs import Inputs, inputs
from yosnlp.report.model_card import ModelCard, model_card
from yosnlp.report.pairs import Pairs, pairs
from yosnlp.report.quotations import CAP, Quotations, quotations
from yosnlp.report.ratings_beside import RatedProgramme, rated_programmes
from yosnlp.report.theme_figures import ThemeFigures, theme_figures
from yosnlp.report.wording import counted, shown
from yosnlp.tables import Tables

if TYPE_CHECKING:
    from jinja2 import Environment

_HERE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """All that stands in the page. ``charts``: SVGs by measure, each for wide and for narrow screens."""

    title: str
    inputs: Inputs
    figures: tuple[ThemeFigures, ...]
    charts: dict[str, tuple[str, str]]
    heat_maps: tuple[HeatMap, ...]
    rated: tuple[RatedProgramme, ...]
    quotations: Quotations
    pairs: Pairs
    compared: tuple[ComparedPair, ...]
    was_compared: bool
    card: ModelCard


def compose(
    tables: Tables, *, comparison: pd.DataFrame | None = None, title: str | None = None, cap: int = CAP
) -> Page:
    """What the page of ``tables`` holds; at most ``cap`` quotations a cell.

    Reports that are no inspection of one service are listed among the inputs, and enter nothing else.

    ``comparison`` is a frame as `yosnlp.analysis.compare` makes it. Raises InvalidData for a finding with a theme
    that the tables do not name.
    """
    everything, tables = tables, scope.inspected(tables)
    figures = theme_figures(tables)
    layouts = (charts.WIDE, charts.NARROW)
    measures: tuple[charts.Measure, ...] = ("reports", "findings")
    drawn = {
        measure: tuple(charts.themes_chart(figures, measure, layout) for layout in layouts) for measure in measures
    }
    return Page(
        title=title or f"Themes across {counted(len(tables.reports), 'inspection report')}",
        inputs=inputs(everything),
        figures=figures,
        charts={measure: (wide, narrow) for measure, (wide, narrow) in drawn.items()},
        heat_maps=heat_maps(tables),
        rated=rated_programmes(tables),
        quotations=quotations(tables, cap=cap),
        pairs=pairs(tables),
        compared=compared(tables, comparison),
        was_compared=comparison is not None,
        card=model_card(tables.run),
    )


def render(page: Page) -> str:
    """``page`` as HTML. The same page gives the same bytes."""
    style, script = (_HERE.joinpath(name).read_text(encoding="utf-8") for name in ("style.css", "script.js"))
    template = _environment().get_template("page.html.j2")
    sources = {"style": style, "script": script, "style_hash": _hash(style), "script_hash": _hash(script)}
    return template.render(page=page, **sources)


def page(tables: Tables, *, comparison: pd.DataFrame | None = None, title: str | None = None, cap: int = CAP) -> str:
    """The HTML of ``tables``: `compose` and `render` in one."""
    return render(compose(tables, comparison=comparison, title=title, cap=cap))


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: shown(value) if type(value) is str else value,
    )
    made.filters["number"] = lambda n: f"{n:,}"
    made.filters["counted"] = counted
    return made


def _hash(text: str) -> str:
    """By what a browser knows that a style or script is the page's own."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
