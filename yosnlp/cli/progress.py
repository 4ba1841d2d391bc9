"""A progress bar for long work."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

from yosnlp.cli import terminal

#: Called with how many are done, of how many, and the name of the one just done.
Progress: TypeAlias = Callable[[int, int, str], None]


@contextmanager
def bar() -> Iterator[Progress | None]:
    """A progress bar on stderr for several things; nothing where stderr is no terminal."""
    import sys

    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", visible=False)

        def progress(done: int, total: int, source: str) -> None:
            name = escape(terminal.clean(Path(source).name))
            bar.update(task, completed=done, total=total, description=name, visible=total > 1)

        yield progress
