"""What LibreOffice makes of Word files: all of them in one call a format."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

_SECONDS = 300


def program() -> str | None:
    """LibreOffice, where it is installed."""
    return shutil.which("soffice")


def version() -> str:
    """Its name and version."""
    said = subprocess.run([program() or "soffice", "--version"], check=True, capture_output=True, text=True).stdout
    return " ".join(said.split()[:2])


def convert(files: Sequence[Path], suffix: str, folder: Path) -> None:
    """Write each of ``files`` to ``folder`` in the format that ``suffix`` names: odt, rtf, pdf."""
    profile = (folder / "profile").resolve().as_uri()  # so that no other LibreOffice is in the way
    command = [program() or "soffice", "--headless", "--norestore", f"-env:UserInstallation={profile}"]
    command += ["--convert-to", suffix, "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)
    missing = [file.stem for file in files if not (folder / f"{file.stem}.{suffix}").is_file()]
    if missing:
        raise RuntimeError(f"LibreOffice wrote no {suffix} of {', '.join(missing)}")
