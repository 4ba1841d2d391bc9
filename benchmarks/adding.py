"""How `yosnlp add` grows: time and memory with the number of reports, and a second run with the same files.

    python -m benchmarks.adding [REPORTS ...]

Adds so many made-up reports (25, 50, 100, 200) to a new corpus, in a process of its own, and then the same again.
Wanted: time in proportion to the number, a second run in under 2% of the first, and memory that stays flat.
"""

from __future__ import annotations

import re
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.batch import write

SIZES = (25, 50, 100, 200)
_ADD = """
import resource, sys
from yosnlp.cli import main
try:
    main()
finally:
    print("peak", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def add(folder: Path, corpus: Path) -> tuple[float, float]:
    """Add what is in ``folder``: processor seconds, its children's too, and the most memory of the process in MB."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-c", _ADD, "add", str(folder), "--corpus", str(corpus), "--model", "fast"]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    found = re.search(r"peak (\d+)", done.stdout)
    if found is None or done.returncode:
        raise SystemExit(f"not all was added: {done.stdout}{done.stderr}")
    taken = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return taken, int(found[1]) / 1000


def main(sizes: list[int]) -> None:
    """Print the figures of each size beside those of the first."""
    first = None
    for size in sizes:
        with tempfile.TemporaryDirectory() as place:
            write(Path(place, "in"), size, bad=False)
            (taken, memory), (again, _) = (add(Path(place, "in"), Path(place, "yos.db")) for _ in range(2))
        first = first or taken / size
        print(
            f"{size} reports: a report takes {taken / size / first:.2f} times what it takes of {sizes[0]}, "
            f"{memory:.0f} MB at most; the second run {again / taken:.1%} of the first",
            flush=True,
        )


if __name__ == "__main__":
    main([int(arg) for arg in sys.argv[1:]] or list(SIZES))
