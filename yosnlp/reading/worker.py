"""The process that reads files for another one: a job and a file in, a document or the reason against it out.

Messages are bytes with their length before them: a job as JSON, then the file; the answer as JSON.
"""

from __future__ import annotations

import contextlib
import gc
import json
import signal
import struct
import sys
from collections.abc import Iterator
from typing import IO, Any

from yosnlp.errors import UnreadableInput
from yosnlp.reading import limits
from yosnlp.reading.formats import reader
from yosnlp.reading.layout import layout
from yosnlp.reading.options import Options

_LENGTH = struct.Struct(">Q")


def work() -> None:
    """Answer jobs until there are no more."""
    received, sent = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # a library that prints must not speak into the answers
    _bounded()
    while True:
        try:
            job, data = json.loads(receive(received)), receive(received)
        except EOFError:
            return
        with _alarm(job["seconds"]):
            answer = _answer(job, data)
        send(sent, json.dumps(answer).encode())


def _answer(job: dict[str, Any], data: bytes) -> dict[str, Any]:
    try:
        document = reader(job["reader"])(data, job["source"], Options(**job["options"]))
    except UnreadableInput as e:
        return {"reason": e.reason, "mend": e.mend}
    except MemoryError:
        return {"reason": f"reading it takes more than {limits.MEMORY // limits.MEGABYTE:,} MB of memory"}
    except RecursionError:
        return {"reason": "its parts are nested too deeply"}
    except Exception as e:  # whatever a library makes of a damaged file
        return {"reason": f"reading it failed ({type(e).__name__}: {e})"}
    plain = {name: getattr(document, name) for name in ("text", "source", "format", "encoding", "sha256")}
    return {"document": {**plain, **layout(document)}}


def _bounded() -> None:
    """Bound the memory of this process where the system can; an interrupt is the affair of the other process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(10_000, 20, 20)  # what is read stays until the end: to look through it often costs a fifth of time
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (limits.MEMORY, limits.MEMORY))


@contextlib.contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    """End this process after ``seconds``, even if the one that waits for it is gone."""
    timed = hasattr(signal, "setitimer")
    if timed:
        signal.setitimer(signal.ITIMER_REAL, seconds)
    yield
    if timed:
        signal.setitimer(signal.ITIMER_REAL, 0)


def send(stream: IO[bytes], message: bytes) -> None:
    """Write a message."""
    stream.write(_LENGTH.pack(len(message)))
    stream.write(message)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes:
    """Read a message. Raises EOFError where there is none, or only a part of one."""
    (length,) = _LENGTH.unpack(_exactly(stream, _LENGTH.size))
    return _exactly(stream, length)


def _exactly(stream: IO[bytes], length: int) -> bytes:
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return data
