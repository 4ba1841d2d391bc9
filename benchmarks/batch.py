"""A batch of many files of which some are bad: what is done, what is said of the bad ones, and that it can be stopped.

    python -m benchmarks.batch [FILES]

Makes so many files (1,000) of the sample reports, 5% of them bad in ways that files are bad, and tags them in a process
of its own: undisturbed, stopped by Ctrl-C at a moment and gone on with, killed and gone on with. Prints how many were
done, the bad ones with their reasons, the memory that was taken on the way, and whether all three wrote the same.
"""

from __future__ import annotations

import hashlib
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

from yosnlp import resources

_FILES = 1_000
_BAD = 20  # files, one is bad
_SUFFIXES = (".md", ".txt")
_BEFORE = ("Alder", "Brack", "Cope", "Dun", "Elm", "Fern", "Gorse", "Hazel", "Ivy", "Larch", "Moss", "Thorn", "Wych")
_AFTER = ("bury", "combe", "ford", "ham", "hurst", "ley", "mere", "port", "stead", "stoke", "ton", "wick", "worth")
_WORD = re.compile(r"\b(?:staff|children|plans|assessments|managers|families|partners|victims)\b")
_BETWEEN = re.compile(r"(?<=[a-z] )(?=[a-z]+ [a-z]+ [a-z]+)")  # words of a sentence
_OFTEN = 0.12
_WORDS = ("staff", "children", "plans", "assessments", "managers", "families", "partners", "victims")

Bad = Callable[[bytes], tuple[str, bytes]]


def _half(data: bytes) -> bytes:
    return data[: len(data) // 2]


#: Ways in which files are bad: the end of the name and the content, of a good one.
BAD: tuple[Bad, ...] = (
    lambda _: (".txt", b""),
    lambda data: (".txt", bytes(range(256)) * 40 + _half(data)),
    lambda data: (".docx", b"PK\x03\x04" + _half(data)),
    lambda data: (".pdf", b"%PDF-1.7\n" + _half(data)),
    lambda _: (".md", b"# Minutes\n\nThe parish council met in the hall and spoke of the roof.\n"),
    lambda data: (".odt", _half(data)),
    lambda _: (".html", b"<html><body><script>page()</script></body></html>"),
    lambda _: (".rtf", b"{\\rtf1 " + b"{" * 50_000),
    lambda data: (".txt", b"\xff\xfe" + _half(data) + b"x"),
    lambda data: (".pdf", data),
)


@dataclass(slots=True)
class Run:
    """What became of a run: its exit status, what it said, memory in MB after so many files, and seconds."""

    status: int
    said: str
    seconds: float
    memory: dict[int, float] = field(default_factory=dict)


def write(folder: Path, files: int, *, seed: int = 1, bad: bool = True) -> list[str]:
    """Write so many files to ``folder``, some of them bad; the names of those."""
    chance = random.Random(seed)
    samples = [p.read_text(encoding="utf-8") for p in _samples()]
    suffixes = [p.suffix for p in _samples()]
    names = [a + b for a, b in product(_BEFORE, _AFTER)]
    spoilt = set(chance.sample(range(files), files // _BAD)) if bad else set()
    told: list[str] = []
    folder.mkdir(parents=True)
    for n in range(files):
        which = n % len(samples)
        data = _varied(samples[which], names[n % len(names)], names, chance).encode()
        suffix = suffixes[which]
        if n in spoilt:
            suffix, data = BAD[len(told) % len(BAD)](data)
            told.append(f"report-{n:04}{suffix}")
        (folder / f"report-{n:04}{suffix}").write_bytes(data)
    return told


def _samples() -> list[Path]:
    """The samples of the inspections that have ratings, the shorter ones: a batch of them takes minutes."""
    found = sorted(resources.corpus("sample").glob("*"), key=lambda path: path.stat().st_size)
    return [path for path in found if path.suffix in _SUFFIXES][:3]


def _varied(text: str, service: str, names: list[str], chance: random.Random) -> str:
    """A report on another service that says other things: its name changed, and words and places in its sentences."""
    name = re.search(r"youth (?:offending|justice) services in\s+(?:# )?(\w+)", text)
    if name:
        text = text.replace(name[1], service)
    text = _WORD.sub(lambda m: chance.choice(_WORDS) if chance.random() < 0.5 else m[0], text)
    return _BETWEEN.sub(lambda _: f"in {chance.choice(names)} " if chance.random() < _OFTEN else "", text)


def tag(folder: Path, out: Path, *more: str) -> subprocess.Popen[bytes]:
    """Begin to tag what is in ``folder``; what is said goes to a file beside ``out``, where there is room for it."""
    command = [sys.executable, "-m", "yosnlp", "tag", str(folder), "--out", str(out), "--model", "fast", *more]
    with _said(out).open("wb") as said:
        return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=said, preexec_fn=_heeds_interrupts)


def _heeds_interrupts() -> None:
    """What is begun in the background of a shell is deaf to Ctrl-C, and so are its children."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _said(out: Path) -> Path:
    return out.with_name(f"{out.name}.said.txt")


def done(out: Path) -> int:
    """How many files are done of a run that has not ended."""
    path = out.parent / f"{out.name}.unfinished" / "inputs.jsonl"
    return path.read_bytes().count(b"\n") if path.is_file() else 0


def watched(process: subprocess.Popen[bytes], out: Path, at: tuple[int, ...]) -> Run:
    """Wait for a run, and look at the memory that its process holds when so many files are done."""
    started, memory = time.monotonic(), {}
    left = list(at)
    while process.poll() is None:
        time.sleep(0.05)
        held = _memory(process.pid)
        if left and held and done(out) >= left[0]:
            memory[left.pop(0)] = held
    process.wait()
    return Run(process.returncode, _said(out).read_text(encoding="utf-8"), time.monotonic() - started, memory)


def stopped(process: subprocess.Popen[bytes], out: Path, after: int, sign: signal.Signals) -> Run:
    """Send a signal to a run when so many files are done."""
    started = time.monotonic()
    while process.poll() is None and done(out) < after:
        time.sleep(0.01)
    process.send_signal(sign)
    process.wait()
    return Run(process.returncode, _said(out).read_text(encoding="utf-8"), time.monotonic() - started)


def _memory(process: int) -> float | None:
    """MB that a process holds now; None where the system does not say."""
    path = Path(f"/proc/{process}/status")
    try:
        lines = path.read_text().splitlines()
    except OSError:
        return None
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS:")), None)


def hashes(out: Path) -> dict[str, str]:
    """What the files of a folder hold."""
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(out.iterdir())}


def unread(said: str) -> Iterator[tuple[str, str]]:
    """The files that a run says it did not read, and why."""
    for line in said.splitlines():
        found = re.match(r"yosnlp: (?P<file>\S+): not read: (?P<why>.*)", line)
        if found:
            yield Path(found["file"]).name, found["why"]


def _last(said: str) -> str:
    return (said.splitlines() or [""])[-1]


def main() -> None:
    """Make the files, run, and print."""
    files = int(sys.argv[1]) if len(sys.argv) > 1 else _FILES
    chance = random.Random()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place, "in")
        bad = write(folder, files)
        whole = Path(place, "whole")
        run = watched(tag(folder, whole), whole, (files // 10, files // 2, files - 1))
        named = dict(unread(run.said))
        kinds = Counter(why.split(". ")[0] for why in named.values())
        print(f"{files} files, {len(bad)} of them bad: {files - len(named)} read in {run.seconds:.0f} s,", end=" ")
        print(f"{len(named)} named as not read, {len(set(bad) - set(named))} of the bad ones not named")
        for why, count in kinds.most_common():
            print(f"  {count:4}  {why}")
        print(f"memory: {', '.join(f'{held:.0f} MB after {n} files' for n, held in run.memory.items())}")
        for sign in (signal.SIGINT, signal.SIGKILL):
            out, after = Path(place, sign.name), chance.randrange(1, files)
            first = stopped(tag(folder, out), out, after, sign)
            kept = done(out)
            last = watched(tag(folder, out, "--resume"), out, ())
            same = "the same" if hashes(out) == hashes(whole) else "OTHER"
            print(
                f"{sign.name} after {after} files: exit status {first.status}, {kept} files kept; {_last(first.said)}"
            )
            print(f"  with --resume: exit status {last.status}, {last.seconds:.0f} s, tables {same}")


if __name__ == "__main__":
    main()
