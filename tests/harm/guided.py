"""Bad files made by atheris, which keeps those that reach further into the reader; for a search by night.

    pip install '.[fuzz]'
    python -m tests.harm.guided FORMAT [options of libFuzzer, such as -runs=100000 -max_total_time=3600]

Ends with an input that is a fault, and says what it is. What is found becomes a test.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path


def main() -> None:
    """Search until told to end, or a fault is found."""
    import atheris  # type: ignore[import-not-found,unused-ignore]

    with atheris.instrument_imports(include=["yosnlp.reading", "yosnlp.reports", "yosnlp.ratings"]):
        from tests.harm import seeds
        from tests.harm.trial import SOUND, Trial

    format_, *options = sys.argv[1:]
    suffix, _ = seeds.WRITERS[format_]
    corpus = Path(tempfile.mkdtemp(prefix="yosnlp-guided-"))
    for n, good in enumerate(seeds.written(format_)):
        (corpus / f"{n}{suffix}").write_bytes(good)
        Trial().of(good, suffix)  # so that what is imported on use is instrumented and loaded
    trial = Trial(share=0.2)

    def one(data: bytes) -> None:
        outcome = trial.of(data, suffix)
        if outcome.verdict not in SOUND:
            raise AssertionError(f"{outcome.verdict}: {outcome.why}")

    atheris.Setup([sys.argv[0], *options, "-max_len=20000", str(corpus)], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
