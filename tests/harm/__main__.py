"""Read bad files by the thousand and say what became of them; the exit status is 1 if one of them is a bug.

python -m tests.harm                                     all formats, 20,000 inputs each
python -m tests.harm REPORTS --format pdf --inputs 2000  some made of the whole reports below a folder
python -m tests.harm --format pdf --only 1234            one input again, kept in a file to look at
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import typer

from tests.harm import seeds
from tests.harm.fuzz import Tally, fuzz
from tests.harm.inputs import FORMATS, bad

_SHOWN_BUGS = 20


def main() -> int:
    """Parse the command line, read, and print."""
    asked = _asked().parse_args()
    tallies = []
    for format_ in asked.format or FORMATS:
        if asked.only is not None:
            _keep(format_, asked.seed, asked.only, asked.paths)
        tally = fuzz(
            format_,
            1 if asked.only is not None else asked.inputs,
            seed=asked.seed,
            first=asked.first if asked.only is None else asked.only,
            seconds=asked.seconds,
            paths=asked.paths,
            share=asked.share if asked.only is None else 1.0,
        )
        _say(tally)
        tallies.append(tally)
    if asked.to:
        asked.to.write_text(json.dumps([tally.record() for tally in tallies], indent=1) + "\n", encoding="utf-8")
    return 1 if any(tally.bugs for tally in tallies) else 0


def _asked() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path, help="reports or folders of reports to make some inputs of")
    parser.add_argument("--format", action="append", choices=FORMATS, help="one format; more than once for some")
    parser.add_argument("--inputs", type=int, default=20_000, help="how many of each format")
    parser.add_argument("--seconds", type=float, default=3600, help="at most so long for each format")
    parser.add_argument("--share", type=float, default=1.0, help="of what is read, that goes through all steps")
    parser.add_argument("--seed", type=int, default=1, help="of chance")
    parser.add_argument("--first", type=int, default=0, help="the number to begin with")
    parser.add_argument("--only", type=int, help="the number of one input")
    parser.add_argument("--to", type=Path, help="file to write what is said to, as JSON")
    return parser


def _keep(format_: str, seed: int, number: int, paths: list[Path]) -> None:
    """Write an input to a file, and say where."""
    suffix, _ = seeds.WRITERS[format_]
    made = bad(format_, seed, number, seeds.written(format_), seeds.found(format_, paths))
    path = Path(f"harm-{seed}-{number}{suffix}")
    path.write_bytes(made)
    typer.echo(f"{path}: {len(made):,} bytes")


def _say(tally: Tally) -> None:
    told = tally.record()
    typer.echo(
        f"{tally.format}: {tally.inputs:,} inputs in {tally.seconds:.0f} s ({told['inputs_a_second']} a second), "
        + ", ".join(f"{count:,} {verdict}" for verdict, count in told["verdicts"].items())
        + f"; most memory {told['most_memory_mb']} MB"
    )
    for slow in told["slowest"][:3]:
        typer.echo(f"  slowest: number {slow['number']}, {slow['size'] or 0:,} bytes, {slow['seconds'] or 0:.2f} s")
    for reason, count in told["reasons"].items():
        typer.echo(f"  {count:6,}  {reason}")
    for bug in told["bugs"][:_SHOWN_BUGS]:
        typer.echo(f"  BUG {bug['verdict']}: number {bug['number']}: {bug['why']}")


if __name__ == "__main__":
    raise SystemExit(main())
