"""What the caller names: files, folders with sub-folders, archives; each file that may be a report, one by one."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from yosnlp.errors import NoReports, UnreadableInput
from yosnlp.reading import limits
from yosnlp.reading.formats import KNOWN, SUFFIXES

_ARCHIVE = ".zip"
_OF_THE_SYSTEM = ("__MACOSX",)  # folders that packing programs add
_CLOSED = 0x1  # flag of a member that a password protects


@dataclass(frozen=True, slots=True)
class Input:
    """A file, by itself or as a ``member`` of the archive ``path``: read in place, never unpacked to disk."""

    path: Path
    member: str | None = None

    @classmethod
    def at(cls, path: Path) -> Input:
        """The file at ``path``, which may go on inside an archive: ``reports.zip/2019/northmere.pdf``."""
        for above in path.parents:
            if above.suffix.lower() == _ARCHIVE and above.is_file():
                return cls(above, path.relative_to(above).as_posix())
        return cls(path)

    @property
    def source(self) -> str:
        """Its name, as the caller gave it."""
        return f"{self.path}/{self.member}" if self.member else str(self.path)

    @property
    def where(self) -> str:
        """The same from the root of the file system."""
        return f"{self.path.resolve()}/{self.member}" if self.member else str(self.path.resolve())

    @property
    def suffix(self) -> str:
        """The end of its name, lower case, with the dot."""
        return PurePosixPath(self.member).suffix.lower() if self.member else self.path.suffix.lower()

    def data(self) -> bytes:
        """What it holds. Raises UnreadableInput: it is not there, cannot be opened, or is larger than any report."""
        if self.member:
            return _member(self)
        if not self.path.exists():
            raise UnreadableInput(self.source, "no such file", "Check the path.")
        try:
            if self.path.stat().st_size > limits.FILE:
                raise _too_large(self.source)
            return self.path.read_bytes()
        except OSError as e:
            raise UnreadableInput(self.source, f"cannot be opened ({e.strerror})", "Check the permissions.") from e

    def sha256(self) -> str:
        """The hash of what it holds; empty where it cannot be read: reading says why."""
        try:
            return hashlib.sha256(self.data()).hexdigest()
        except UnreadableInput:
            return ""


def inputs(paths: Iterable[Path]) -> list[Input]:
    """The files to read: those named, and those of a known type below the folders and in the archives named.

    READMEs and hidden files are left out; files that are named are kept even if they are missing, and an archive
    that cannot be opened too, so that the caller hears of them. Raises NoReports if nothing is left.
    """
    given = list(paths)
    found: dict[Input, None] = {}
    for path in given:
        if path.is_dir():
            files = sorted(file for file in path.rglob("*") if _may_be_a_report(file.relative_to(path), file))
        else:
            files = [path]
        for file in files:
            found |= dict.fromkeys(_members(file) if file.suffix.lower() == _ARCHIVE else [Input.at(file)])
    if not found:
        where = ", ".join(str(path) for path in given) or "no path given"
        raise NoReports(f"{where}: no reports found. Give files or folders with reports of type {KNOWN}.")
    return list(found)


def _may_be_a_report(name: Path | PurePosixPath, file: Path | None = None) -> bool:
    """Whether a file called ``name`` within its folder is to be read, or at least to be told of."""
    hidden = any((part.startswith(".") and part != "..") or part in _OF_THE_SYSTEM for part in name.parts)
    if hidden or name.stem.lower() == "readme" or (file and not (file.is_file() or file.is_symlink())):
        return False
    return name.suffix.lower() in (*SUFFIXES, _ARCHIVE)


def _members(archive: Path) -> Iterator[Input]:
    """The files in ``archive``; the archive itself where it cannot be opened, holds too much, or no report."""
    try:
        with zipfile.ZipFile(archive) as opened:
            infos = [info for info in opened.infolist() if not info.is_dir()]
    except Exception:  # zipfile raises errors of many kinds for a damaged archive; reading it says what is wrong
        infos = []
    names = sorted({info.filename for info in infos if _may_be_a_report(_in_archive(info.filename))})
    if not names or len(infos) > limits.MEMBERS or sum(info.file_size for info in infos) > limits.ARCHIVE:
        yield Input(archive)
    else:
        yield from (Input(archive, name) for name in names)


def _in_archive(name: str) -> PurePosixPath:
    """The name of a member: programs of Windows part folders by a backslash."""
    return PurePosixPath(name.replace("\\", "/"))


def _member(file: Input) -> bytes:
    source, member = file.source, file.member or ""
    try:
        with zipfile.ZipFile(file.path) as archive:
            info = archive.getinfo(member)
            if info.flag_bits & _CLOSED:
                raise UnreadableInput(source, "protected by a password", "Unpack the archive first.")
            if info.file_size > limits.FILE:  # it says so itself: not a byte of it is unpacked
                raise _too_large(source)
            with archive.open(info) as opened:
                data = opened.read(limits.FILE + 1)  # whatever size the archive claims for it
    except KeyError as e:
        raise UnreadableInput(source, "no such file in the archive", "Check the path.") from e
    except UnreadableInput:
        raise
    except Exception as e:  # zipfile raises errors of zlib, struct and others for a damaged archive
        raise UnreadableInput(source, f"the archive is damaged ({e})", "Get it again, or unpack it first.") from e
    if len(data) > limits.FILE:
        raise _too_large(source)
    return data


def _too_large(source: str) -> UnreadableInput:
    what = f"larger than any report (limit {limits.FILE // limits.MEGABYTE} MB)"
    return UnreadableInput(source, what, "Give each report as a file of its own.")
