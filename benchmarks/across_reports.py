"""How the time of the figures across reports and of their page grows with the reports, with memory and size.

    python -m benchmarks.across_reports

Prints, for 50, 250 and 500 synthetic reports, seconds for each step, and how much a finding takes of it relative to
the first size: about 1 for work that grows in proportion. Before it the size of the page and the most memory that the
process held. Vectors stand in for the encoder's when inspections are compared: reading texts is `yosnlp tag`'s work.
"""

from __future__ import annotations

import resource
import sys
import time
import zlib
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from benchmarks.synthetic import FINDINGS, synthetic
from yosnlp import analysis
from yosnlp.report.page import compose, render
from yosnlp.tables import Tables

SIZES = (50, 250, 500)
_DIMENSIONS = 8
_LARGEST_PAGE, _MOST_MEMORY = 15.0, 1000.0  # megabytes

STEPS: dict[str, Callable[[Tables], object]] = {
    "frequency": analysis.frequency,
    "frequency by standard": lambda tables: analysis.frequency(tables, ["standard"]),
    "frequency by year": lambda tables: analysis.frequency(tables, ["year"]),
    "ledger": analysis.ledger,
    "association": analysis.association,
    "dissonance": analysis.dissonance,
    "amounts": analysis.amounts,
    "co-occurrence": analysis.cooccurrence,
    "trend": analysis.trend,
    "absence": analysis.absence,
    "matrix": analysis.matrix,
}


def measure(reports: int) -> tuple[dict[str, float], float, int]:
    """Seconds of each step with so many reports, the page's megabytes, and its cap of quotations."""
    tables = synthetic(reports)
    taken = {}
    for name, step in STEPS.items():
        started = time.perf_counter()
        step(tables)
        taken[name] = time.perf_counter() - started
    started = time.perf_counter()
    comparison = analysis.compare(tables, _vectors)
    taken["comparison"] = time.perf_counter() - started
    started = time.perf_counter()
    page = compose(tables, comparison=comparison)
    html = render(page).encode()
    taken["page"] = time.perf_counter() - started
    return taken, len(html) / 1e6, page.quotations.cap


def _vectors(texts: Sequence[str], /) -> NDArray[np.float64]:
    """Directions by chance, the same for the same text; some pairs are near enough to be on one matter."""
    rows = np.stack([np.random.default_rng(zlib.crc32(text.encode())).normal(size=_DIMENSIONS) for text in texts])
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True))


def main(sizes: Sequence[int] = SIZES) -> None:
    """Print the table, and how the page and the memory stand to what they may be."""
    measured = {}
    compose(synthetic(5, findings=20))  # what is loaded once is not counted
    for size in sizes:
        measured[size] = measure(size)
        _, megabytes, cap = measured[size]
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
        print(
            f"{size} reports of {FINDINGS} findings: page {megabytes:.1f} MB of at most {_LARGEST_PAGE:.0f}, "
            f"{cap} quotations a group; peak memory so far {peak:.0f} MB of at most {_MOST_MEMORY:.0f}"
        )
    first = sizes[0]
    print(f"\n{'seconds (time per finding relative to the first)':50}" + "".join(f"{size:>18}" for size in sizes))
    for name, seconds in measured[first][0].items():
        cells = [(measured[size][0][name], size) for size in sizes]
        shown = (f"{taken:9.2f} ({taken / size * first / seconds:4.2f})" for taken, size in cells)
        print(f"{name:50}" + "".join(f"{cell:>18}" for cell in shown))


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or SIZES)
