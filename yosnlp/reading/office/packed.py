"""Word-processor files, which are XML packed in a ZIP: their parts, unpacked within limits and parsed safely."""

from __future__ import annotations

import io
import posixpath
import zipfile
from typing import TYPE_CHECKING

from yosnlp.errors import UnreadableInput
from yosnlp.reading import limits

if TYPE_CHECKING:
    from lxml.etree import _Element

_DAMAGED = "Open it in its program, save it anew, and try again; or export it as PDF."


class Packed:
    """The parts of a packed file by their names. Raises UnreadableInput where the archive is damaged."""

    def __init__(self, data: bytes, source: str) -> None:
        self.source = source
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            self._parts = {info.filename: info for info in self._archive.infolist()}
        except Exception as e:  # zipfile raises errors of many kinds for a damaged archive
            raise UnreadableInput(source, "the file is damaged: its parts cannot be found", _DAMAGED) from e

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def bytes_of(self, name: str) -> bytes:
        """The part ``name``. Raises UnreadableInput if it is encrypted, damaged or unpacks to more than any report."""
        info = self._parts[name]
        if info.flag_bits & 1:
            raise UnreadableInput(self.source, "it is protected with a password", "Save it without the password.")
        try:
            with self._archive.open(info) as part:
                data = part.read(limits.PART + 1)
        except MemoryError:
            raise  # it is told as such
        except Exception as e:  # those of zlib, lzma and struct too
            raise UnreadableInput(self.source, f"the file is damaged in its part {name!r}", _DAMAGED) from e
        ratio = len(data) / max(1, info.compress_size)
        if len(data) > limits.PART or (len(data) > limits.SMALL_PART and ratio > limits.RATIO):
            what = f"its part {name!r} unpacks to more than any report holds"
            raise UnreadableInput(self.source, what, "Open it in its program, save it anew, and try again.")
        return data

    def xml(self, name: str) -> _Element | None:
        """The root of the part ``name``, or None if there is no such part.

        Entities are not expanded and nothing is fetched. Raises UnreadableInput where it is no sound XML.
        """
        if name not in self:
            return None
        from lxml import etree

        parser = etree.XMLParser(
            resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(self.bytes_of(name), parser)
        except etree.XMLSyntaxError as e:
            raise UnreadableInput(self.source, f"the file is damaged in its part {name!r}", _DAMAGED) from e
        if root.getroottree().docinfo.doctype:
            what = f"its part {name!r} defines entities, which no word processor writes"
            raise UnreadableInput(self.source, what, _DAMAGED)
        return root


def beside(part: str, target: str) -> str:
    """The name of the part that ``target`` points at, from ``part``."""
    if target.startswith("/"):
        return posixpath.normpath(target).lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), target))
