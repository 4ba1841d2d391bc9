"""Every sample in every format: read, compared, timed."""

from __future__ import annotations

import platform
import time
from collections.abc import Sequence
from dataclasses import asdict
from importlib.metadata import metadata
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from evaluation.formats.agreement import Agreement, compare, found_in
from evaluation.formats.original import samples, take_apart
from evaluation.formats.renderings import RENDERINGS, Rendering, render
from evaluation.markdown import part, table
from yosnlp import reading

_TIMES = 5  # each file is read; the fastest counts
_OWN = "yosnlp's own code, MIT"
_COLUMNS = (
    *("format", "made by", "read with, licence", "pages", "pages a second", "words a second"),
    *("words recalled", "words that are not the report's", "findings that agree", "ratings", "key questions"),
)
_TITLE = "Formats: the same report in each"
_HOW = """Each sample report of `corpus/sample` is taken apart into headings, paragraphs, items, tables and footnotes,
and rendered by the program named into each format: with running headers and footers, with footnotes at the foot of
pages or at the end of a web page, and with page ends inside of findings. yosnlp reads the rendering again, and what it
finds is set beside what it finds in the sample.

- *Words recalled*: the words of the sample that can be seen in what was read, in their order, with those of contents
  and footnotes, which are kept apart. Running lines, and what a site puts around a page, are not counted.
- *Words that are not the report's*: left to be seen among the text although they belong to the page or the site.
- *Findings that agree*: in text, kind, polarity, themes and standard; of all that are in the sample or the rendering.
- *Ratings*, *key questions*: reports in which every one is equal, with value, points, per cent and discretion.
- *Pages a second*: reading alone, as a user gets it, in a process of its own; the fastest of {times} readings of each
  file on {machine}. A format without pages has none."""

_ANNOTATED = """The readers were written on those samples. The same of the annotated real reports, rendered in the
layout made here, not that in which they were published. They were measured after the readers were
written; some faults that they showed were mended since, so they are no longer unseen either."""


def measure(annotated: Sequence[Path] = ()) -> dict[str, Any]:
    """All figures: of the samples, and of ``annotated`` reports, tried after the readers were written."""
    return {
        "machine": f"{platform.machine()}, Python {platform.python_version()}",
        "times": _TIMES,
        **_measured(samples()),
        "annotated": _measured(annotated) if annotated else None,
    }


def _measured(paths: Sequence[Path]) -> dict[str, Any]:
    """Of each rendering the sums over the reports, and each report's own."""
    originals = [(take_apart(path), path) for path in paths]
    formats: list[dict[str, Any]] = []
    with TemporaryDirectory() as made:
        folder = Path(made)
        tagged = {o.name: found_in(path) for o, path in originals}
        for rendering in RENDERINGS:
            render(rendering, [o for o, _ in originals], folder)
            found = {o.name: compare(o, tagged[o.name], rendering.path(folder, o.name))[0] for o, _ in originals}
            seconds = sum(_seconds(rendering.path(folder, name)) for name in found)
            formats.append(_figures(rendering, found, seconds))
    return {"samples": sorted(tagged), "formats": formats}


def _seconds(path: Path) -> float:
    """Seconds that reading the file takes, at its fastest."""
    taken = []
    for _ in range(_TIMES):
        begun = time.perf_counter()
        reading.read(path)
        taken.append(time.perf_counter() - begun)
    return min(taken)


def _figures(rendering: Rendering, found: dict[str, Agreement], seconds: float) -> dict[str, Any]:
    each = found.values()
    words, pages = sum(a.words + a.noted for a in each), sum(a.pages for a in each)
    return {
        "format": rendering.name,
        "producer": rendering.producer.told(),
        "libraries": [_licensed(package) for package in rendering.libraries],
        "pages": pages or None,
        "pages_a_second": pages / seconds if pages else None,
        "words_a_second": words / seconds,
        "words": words,
        "recalled": sum(a.recalled + a.kept for a in each),
        "stray": sum(a.stray for a in each),
        "findings": sum(max(a.expected, a.found) for a in each),
        "same": sum(a.same for a in each),
        "across": sum(a.across for a in each),
        "reports": len(found),
        "ratings": sum(a.ratings for a in each),
        "questions": sum(a.questions for a in each),
        "by_sample": {name: asdict(a) for name, a in found.items()},
    }


def _licensed(package: str) -> str:
    """A package with its version and the licence that it states."""
    told = metadata(package)
    stated = [text for field in ("License-Expression", "License") for text in told.get_all(field, [])]
    by_class = [c.rsplit(" :: ", 1)[-1] for c in told.get_all("Classifier", []) if c.startswith("License ::")]
    licence = next((text for text in stated if "\n" not in text), ", ".join(by_class))
    return f"{package} {told['Version']}, {licence or 'licence not stated'}"


def lines(measured: dict[str, Any]) -> Sequence[str]:
    """The page docs/formats.md."""
    machine = measured["machine"]
    made = [f"# {_TITLE}", "", _HOW.format(times=measured["times"], machine=machine), ""]
    made += [f"Samples: {', '.join(measured['samples'])}.", ""]
    made += table(_COLUMNS, [_cells(of) for of in measured["formats"]])
    if measured["annotated"]:
        made += ["", _ANNOTATED, ""]
        made += table(_COLUMNS, [_cells(of) for of in measured["annotated"]["formats"]])
        made += ["", "Report by report:", "", *_by_report(measured["annotated"])]
    paged = [of for of in measured["formats"] if of["pages"]]
    made += ["", "Findings that run over the end of a page, of those read:", ""]
    made += table(
        ("format", "findings over a page's end"), [(of["format"], part(of["across"], of["findings"])) for of in paged]
    )
    made += ["", "Agreement of findings, sample by sample:", ""]
    return made + _by_report(measured)


def _by_report(measured: dict[str, Any]) -> list[str]:
    rows = [(of["format"], *(_share(a) for a in of["by_sample"].values())) for of in measured["formats"]]
    return list(table(("format", *measured["samples"]), rows))


def _cells(of: dict[str, Any]) -> Sequence[object]:
    pages = (of["pages"], f"{of['pages_a_second']:,.0f}") if of["pages"] else ("n/a", "n/a")
    return (
        *(of["format"], of["producer"], "; ".join(of["libraries"]) or _OWN, *pages),
        *(f"{of['words_a_second']:,.0f}", f"{of['recalled'] / of['words']:.2%}", f"{of['stray'] / of['words']:.2%}"),
        part(of["same"], of["findings"]),
        *(f"{of[kind]}/{of['reports']}" for kind in ("ratings", "questions")),
    )


def _share(a: dict[str, Any]) -> str:
    return f"{a['same']}/{max(a['expected'], a['found'])}"
