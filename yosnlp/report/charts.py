"""Charts as SVG within the page: Vega-Lite, drawn by vl_convert without a browser or a network."""

from __future__ import annotations

import json
import textwrap
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan
from typing import Any, Literal

from yosnlp.report.theme_figures import Side, ThemeFigures
from yosnlp.report.wording import SIDES, shown

Measure = Literal["reports", "findings"]

#: Dark blue and orange of the Government Analysis Function's palette, told apart without seeing colour.
COLOURS = {"strength": "#12436D", "area_for_improvement": "#F46A25"}
_TEXT, _QUIET, _GRID = "#0b0c0c", "#505a5f", "#d8dcde"
_NAME_ASIDE, _NAME_ABOVE = 36, 52  # characters on a line
_LINE = 16  # pixels
_VEGA_LITE = "5.21"
_SVG = "http://www.w3.org/2000/svg"
_XLINK = "{http://www.w3.org/1999/xlink}href"


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """``bars``: width of the plot in pixels; ``aside``: labels stand beside the bars, else above them."""

    bars: int
    aside: bool
    text: int
    label: int


WIDE = Layout(bars=520, aside=True, text=14, label=40)
NARROW = Layout(bars=270, aside=False, text=14, label=44)


def themes_chart(figures: Sequence[ThemeFigures], measure: Measure, layout: Layout) -> str:
    """An SVG of strengths and areas for improvement of each theme, each bar a link to its quotations.

    Bars show shares with their intervals; those of small numbers are pale. The same figures give the same bytes.
    """
    import vl_convert

    return _inlined(vl_convert.vegalite_to_svg(json.dumps(_spec(figures, measure, layout)), vl_version=_VEGA_LITE))


def _spec(figures: Sequence[ThemeFigures], measure: Measure, layout: Layout) -> dict[str, Any]:
    slots = list(COLOURS) if layout.aside else ["label", *COLOURS]
    y: dict[str, Any] = {
        "y": {"field": "theme", "type": "nominal", "sort": [figure.theme for figure in figures], "axis": None},
        "yOffset": {"field": "polarity", "scale": {"domain": slots}},
    }
    x: dict[str, Any] = {"type": "quantitative", "title": _TITLES[measure], "axis": {"format": "%", "tickCount": 5}}
    colour = {"field": "side", "scale": {"domain": [SIDES[s] for s in COLOURS], "range": list(COLOURS.values())}}
    bar = {
        "mark": {"type": "bar", "strokeWidth": 1.5},
        "transform": [{"filter": "datum.n > 0"}],
        "encoding": {
            **y,
            "x": {"field": "share", **x},
            "color": {**colour, "legend": {"title": None, "orient": "top", "columns": 2 if layout.aside else 1}},
            "stroke": {**colour, "legend": None},
            "fillOpacity": {"condition": {"test": "datum.small", "value": 0.25}, "value": 1},
            "href": {"field": "href"},
            "description": {"field": "words"},
        },
    }
    rule = {
        "mark": {"type": "rule", "aria": False, "color": _TEXT, "strokeWidth": 1.5},
        "transform": [{"filter": "datum.n > 0 && isValid(datum.low)"}],
        "encoding": {**y, "x": {"field": "low", **x}, "x2": {"field": "high"}},
    }
    value = {
        "mark": {"type": "text", "aria": False, "align": "left", "dx": 5, "fontSize": layout.text - 1, "color": _TEXT},
        "encoding": {**y, "x": {"field": "reach", **x}, "text": {"field": "value"}},
    }
    rows = [row for figure in figures for row in _rows(figure, measure)]
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "data": {"values": rows},
        "width": layout.bars,
        "height": {"step": layout.label if layout.aside else layout.label + 18, "for": "position"},
        "layer": [bar, rule, value, _names(figures, y["y"], layout)],
        "config": _config(layout),
    }


_TITLES = {"reports": "Share of the inspections in scope", "findings": "Share of the findings in scope"}


def _rows(figure: ThemeFigures, measure: Measure) -> list[dict[str, Any]]:
    return [_row(figure, side, measure) for side in figure.sides if side.polarity in COLOURS]


def _row(figure: ThemeFigures, side: Side, measure: Measure) -> dict[str, Any]:
    found = side.reports if measure == "reports" else side.findings
    share = 0.0 if isnan(found.share) else found.share
    low, high = (None, None) if isnan(found.low) or isnan(found.high) else (found.low, found.high)
    return {
        "theme": figure.theme,
        "polarity": side.polarity,
        "side": side.name,
        "n": found.n,
        "share": share,
        "low": low,
        "high": high,
        "reach": max(share, high or 0.0) if found.n else 0.0,
        "value": f"{found.n:,} of {found.total:,}" if measure == "reports" else f"{found.n:,}",
        "small": side.small,
        "href": f"#{side.anchor}",
        "words": shown(f"{figure.label}, {side.in_words}. Go to the quotations."),
    }


def _names(figures: Sequence[ThemeFigures], y: dict[str, Any], layout: Layout) -> dict[str, Any]:
    """The names of the themes: beside the bars on as many lines as they need, or above them on one."""
    width = _NAME_ASIDE if layout.aside else _NAME_ABOVE
    rows = []
    for figure in figures:
        label = shown(figure.label)
        lines = textwrap.wrap(label, width) if layout.aside else [textwrap.shorten(label, width, placeholder="…")]
        rows.append({"theme": figure.theme, "polarity": "label", "lines": lines, "at": 0})
    mark = {
        "type": "text",
        "aria": False,
        "align": "right" if layout.aside else "left",
        "dx": -8 if layout.aside else 0,
        "dy": {"expr": f"(1 - length(datum.lines)) * {_LINE / 2}"},
        "baseline": "middle",
        "lineHeight": _LINE,
        "fontSize": layout.text if layout.aside else layout.text - 1,
        "color": _TEXT,
    }
    slot = {} if layout.aside else {"yOffset": {"field": "polarity"}}
    encoding = {"y": y, **slot, "x": {"field": "at", "type": "quantitative"}}
    return {
        "data": {"values": rows},
        "mark": mark,
        "encoding": {**encoding, "text": {"field": "lines"}},
    }


def _config(layout: Layout) -> dict[str, Any]:
    axis = {"labelFontSize": layout.text, "titleFontSize": layout.text, "labelColor": _TEXT, "titleColor": _TEXT}
    return {
        "font": "Arial",
        "background": "transparent",
        "view": {"stroke": None},
        "axis": {**axis, "titleFontWeight": "normal", "gridColor": _GRID, "domainColor": _QUIET},
        "legend": {
            "labelLimit": 0,
            "labelFontSize": layout.text,
            "labelColor": _TEXT,
            "symbolSize": 160,
            "symbolType": "square",
        },
        "scale": {"bandPaddingInner": 0.25, "offsetBandPaddingInner": 0.1},
    }


def _inlined(svg: str) -> str:
    """``svg`` as a part of an HTML page: its links stay within the page, and each has a name of its own."""
    ET.register_namespace("", _SVG)
    ET.register_namespace("xlink", _XLINK[1:-5])
    root = ET.fromstring(svg)
    root.attrib.pop("height", None)
    root.set("role", "group")
    for link in root.iter(f"{{{_SVG}}}a"):
        target = link.attrib.pop(_XLINK)
        link.set("href", target[target.index("#") :])  # drawn with the address of the drawing library before it
        for mark in link:
            link.set("aria-label", mark.attrib.pop("aria-label", ""))
            mark.attrib.pop("role", None)
            mark.attrib.pop("aria-roledescription", None)
    return ET.tostring(root, encoding="unicode")
