"""Formats that a library takes apart are read by a process of their own.

A file that crashes the library, makes it loop or grow without end costs that file alone.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import subprocess
import sys
import threading
from dataclasses import asdict
from pathlib import Path
from typing import Any

import yosnlp
from yosnlp.errors import UnreadableInput
from yosnlp.reading import limits
from yosnlp.reading.formats import Format
from yosnlp.reading.layout import parts
from yosnlp.reading.options import Options
from yosnlp.reading.worker import receive, send
from yosnlp.records import Document

_MEND = "It may be damaged: open it and save or print it anew, or give the report in another format."
_START = "import sys; sys.path.insert(0, sys.argv[1]); from yosnlp.reading.worker import work; work()"


def read(format_: Format, data: bytes, source: str, options: Options) -> Document:
    """The document in ``data``. Raises UnreadableInput, also where reading crashes or goes over its time or memory."""
    seconds = limits.seconds(len(data), ocr=options.ocr)
    job = {"reader": format_.reader, "source": source, "seconds": seconds, "options": asdict(options)}
    answer = _worker().ask(job, data, seconds)
    if "document" in answer:
        fields = answer["document"]
        return Document(**{**fields, **parts(fields)})
    raise UnreadableInput(source, answer["reason"], answer.get("mend", _MEND))


class _Worker:
    """A process that reads files, one after another, as long as it lives."""

    def __init__(self) -> None:
        root = str(Path(yosnlp.__file__).parents[1])
        self._process = subprocess.Popen(
            [sys.executable, "-c", _START, root],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def ask(self, job: dict[str, object], data: bytes, seconds: float) -> dict[str, Any]:
        """What became of a job: a document or a reason. The process is stopped after ``seconds``."""
        late = threading.Event()
        timer = threading.Timer(seconds, self._stop, [late])
        timer.start()
        try:
            return self._exchange(job, data)
        except (OSError, ValueError, EOFError):
            self.end()
            return {"reason": f"not read within {seconds:.0f} seconds" if late.is_set() else "reading it broke off"}
        except BaseException:
            self.end()  # its answer would be taken for that to the next job
            raise
        finally:
            timer.cancel()

    def end(self) -> None:
        """Stop the process."""
        self._process.kill()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()
        self._process.wait()

    def _stop(self, late: threading.Event) -> None:
        late.set()
        self._process.kill()

    def _exchange(self, job: dict[str, object], data: bytes) -> dict[str, Any]:
        sent, received = self._process.stdin, self._process.stdout
        if sent is None or received is None:
            raise EOFError
        send(sent, json.dumps(job).encode())
        send(sent, data)
        answer: dict[str, Any] = json.loads(receive(received))
        return answer


_running: list[_Worker] = []


def _worker() -> _Worker:
    """The process that reads; started when it is first needed, and again when it has died."""
    if _running and not _running[0].alive:
        _running.pop().end()
    if not _running:
        _running.append(_Worker())
    return _running[0]


@atexit.register
def _end() -> None:
    while _running:
        _running.pop().end()
