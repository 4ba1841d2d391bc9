"""What Chromium prints: the saved page as PDF, with its own header and footer."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from html import escape
from importlib.util import find_spec
from pathlib import Path

_QUIET = (
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"),
    *("--disable-component-update", "--disable-sync"),
)
_SMALL = "font-size: 8px; width: 100%; margin: 0 15mm; display: flex; justify-content: space-between"
_MARGINS = {"top": "20mm", "bottom": "20mm", "left": "18mm", "right": "18mm"}


def program() -> str | None:
    """Chromium, where it and what drives it are installed."""
    return shutil.which("chromium") if find_spec("playwright") else None


def version() -> str:
    """Its name and version."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as started:
        opened = started.chromium.launch(executable_path=program(), args=list(_QUIET))
        said = f"Chromium {opened.version}"
        opened.close()
    return said


def print_pages(pages: Sequence[tuple[Path, str]], folder: Path) -> None:
    """Print each page, a file with the line to run over it, to a PDF of its name in ``folder``."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as started:
        opened = started.chromium.launch(executable_path=program(), args=list(_QUIET))
        for file, running in pages:
            page = opened.new_page()
            page.goto(file.as_uri())
            page.pdf(
                path=str(folder / f"{file.stem}.pdf"),
                format="A4",
                margin=_MARGINS,  # type: ignore[arg-type]
                display_header_footer=True,
                header_template=f'<div style="{_SMALL}"><span class="date"></span><span>{escape(running)}</span></div>',
                footer_template=f'<div style="{_SMALL}"><span>{escape(running)}</span>'
                '<span><span class="pageNumber"></span>/<span class="totalPages"></span></span></div>',
            )
            page.close()
        opened.close()
