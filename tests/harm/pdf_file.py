"""PDFs made by hand, object by object: as small as they can be, and as wrong as a test wants them."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence

_TOP = 800
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"


def page_of(lines: Sequence[tuple[int, str]]) -> bytes:
    """The drawing of a page: lines of text with their sizes, from the top."""
    drawn, y = [b"BT"], _TOP
    for size, said in lines:
        y -= size + 8
        escaped = said.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode("cp1252", "replace")
        drawn.append(b"/F1 %d Tf 1 0 0 1 50 %d Tm (%s) Tj" % (size, y, escaped))
    return b"\n".join([*drawn, b"ET"])


def stream(data: bytes, entries: bytes = b"", *, packed: bool = False) -> bytes:
    """A stream object's body."""
    if packed:
        data, entries = zlib.compress(data, 9), entries + b" /Filter /FlateDecode"
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries, data)


def of_pages(drawings: Sequence[bytes], *, packed: bool = False) -> bytes:
    """A PDF whose pages show ``drawings``, each once."""
    kids = b" ".join(b"%d 0 R" % (4 + 2 * n) for n in range(len(drawings)))
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [%s] /Count %d /MediaBox [0 0 595 842] >>" % (kids, len(drawings)),
        3: FONT,
    }
    for n, drawn in enumerate(drawings):
        resources = b"/Resources << /Font << /F1 3 0 R >> >>"
        objects[4 + 2 * n] = b"<< /Type /Page /Parent 2 0 R %s /Contents %d 0 R >>" % (resources, 5 + 2 * n)
        objects[5 + 2 * n] = stream(drawn, packed=packed)
    return of_objects(objects)


def of_objects(objects: Mapping[int, bytes], *, trailer: bytes = b"/Root 1 0 R") -> bytes:
    """A PDF of ``objects`` by their number, with its table of references."""
    made, places = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), {}
    for number, body in sorted(objects.items()):
        places[number] = len(made)
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    size, start = max(objects) + 1, len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % size
    made += b"".join(
        b"%010d 00000 n \n" % places[n] if n in places else b"0000000000 65535 f \n" for n in range(1, size)
    )
    made += b"trailer\n<< /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, start)
    return bytes(made)
