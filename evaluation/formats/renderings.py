"""The formats: who renders a report into each, and with which libraries yosnlp reads it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from evaluation.formats import browser, office, plain, printed, web, word
from evaluation.formats.parts import Original

Render = Callable[[Sequence[Original], Path, Path], None]


@dataclass(frozen=True, slots=True)
class Producer:
    """A program that writes files: its name and version, and whether it is installed."""

    name: str
    told: Callable[[], str]
    installed: Callable[[], bool] = lambda: True


@dataclass(frozen=True, slots=True)
class Rendering:
    """A format as one producer writes it.

    ``render`` is called with the reports, the folder to write them to, and the folder that holds the rendering
    ``base`` that it starts from. ``libraries`` are the packages that read the format, none where it is our own code.
    """

    name: str
    suffix: str
    producer: Producer
    render: Render
    libraries: tuple[str, ...] = ()
    base: str = ""

    def path(self, folder: Path, report: str) -> Path:
        """Where the report of that name stands below ``folder``."""
        return _place(folder, self.name) / f"{report}.{self.suffix}"


def _place(folder: Path, name: str) -> Path:
    return folder / name.lower().replace(" ", "-")


def render(rendering: Rendering, originals: Sequence[Original], folder: Path) -> None:
    """Write ``originals`` below ``folder``, after what the rendering starts from, where that is not there yet."""
    base = next((r for r in RENDERINGS if r.name == rendering.base), None)
    if base is not None and not _place(folder, base.name).is_dir():
        render(base, originals, folder)
    place = _place(folder, rendering.name)
    place.mkdir(parents=True, exist_ok=True)
    rendering.render(originals, place, _place(folder, rendering.base))


def _each(write: Callable[[Original, Path], None], suffix: str) -> Render:
    def all_of_them(originals: Sequence[Original], folder: Path, _: Path) -> None:
        for original in originals:
            write(original, folder / f"{original.name}.{suffix}")

    return all_of_them


def _text(make: Callable[[Original], str], suffix: str) -> Render:
    return _each(lambda original, path: _write(path, make(original)), suffix)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="")


def _converted(suffix: str) -> Render:
    def all_of_them(originals: Sequence[Original], folder: Path, base: Path) -> None:
        office.convert([base / f"{original.name}.docx" for original in originals], suffix, folder)

    return all_of_them


def _in_a_browser(originals: Sequence[Original], folder: Path, base: Path) -> None:
    browser.print_pages([(base / f"{original.name}.html", original.running) for original in originals], folder)


def _package(name: str) -> Producer:
    return Producer(name, lambda: f"{name} {version(name)}")


_OURS = Producer("yosnlp", lambda: "written by evaluation.formats")
_LIBREOFFICE = Producer("LibreOffice Writer", office.version, lambda: office.program() is not None)
_CHROMIUM = Producer("Chromium with playwright", browser.version, lambda: browser.program() is not None)

RENDERINGS = (
    Rendering("Text", "txt", _OURS, _text(plain.paged_text, "txt")),
    Rendering("Markdown", "md", _OURS, _text(plain.markdown, "md")),
    Rendering("HTML", "html", _OURS, _text(web.page, "html"), ("lxml",)),
    Rendering("DOCX", "docx", _package("python-docx"), _each(word.write, "docx"), ("lxml",)),
    Rendering("ODT", "odt", _LIBREOFFICE, _converted("odt"), ("lxml",), "DOCX"),
    Rendering("RTF", "rtf", _LIBREOFFICE, _converted("rtf"), (), "DOCX"),
    Rendering("PDF of LibreOffice", "pdf", _LIBREOFFICE, _converted("pdf"), ("pypdfium2",), "DOCX"),
    Rendering("PDF of reportlab", "pdf", _package("reportlab"), _each(printed.write, "pdf"), ("pypdfium2",)),
    Rendering("PDF of Chromium", "pdf", _CHROMIUM, _in_a_browser, ("pypdfium2",), "HTML"),
)
