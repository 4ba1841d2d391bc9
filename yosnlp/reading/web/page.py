"""A saved page as the text that its tags stand in: out of an MHTML archive, and decoded."""

from __future__ import annotations

import codecs
import email
import email.policy
import re
from email.message import Message

from yosnlp.errors import UnreadableInput

_MHTML = re.compile(rb"(?:^|\n)(?:MIME-Version:|Content-Type:\s*multipart/related)", re.I)
_HEAD = 4_096  # bytes within which a page says how it is encoded
_CHARSET = re.compile(
    rb"<meta[^>]{1,400}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w-]{2,40})|encoding=[\"']([\w-]{2,40})", re.I
)
_WEBARCHIVE = b"bplist00"
# What pages call these is read by browsers as what stands beside it (encoding.spec.whatwg.org).
_ENCODINGS = {
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "windows-1252": "cp1252",
    "cp1252": "cp1252",
    "iso-8859-15": "iso-8859-15",
    "macintosh": "mac-roman",
    "utf-8": "utf-8",
    "utf8": "utf-8",
}
_MOST_PASTED = 10_000  # bytes of another encoding that a page of UTF-8 may hold


def page_in(data: bytes, source: str) -> tuple[bytes, str | None]:
    """The page in ``data``, and how an archive says it is encoded. Raises UnreadableInput for other archives."""
    if data.startswith(_WEBARCHIVE):
        raise UnreadableInput(source, "this is a Safari web archive", "Save the page as 'Page source' (HTML) instead.")
    if not _MHTML.search(data[:_HEAD]) or data.lstrip()[:1] == b"<":
        return data, None
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    for part in _leaves(message):
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            body = part.get_payload(decode=True)
            return (body if isinstance(body, bytes) else b""), part.get_content_charset()
    raise UnreadableInput(source, "the web archive holds no page", "Save the page again, as HTML.")


def _leaves(message: Message) -> list[Message]:
    """The parts of a message that are not made of parts, in order, without recursion."""
    found: list[Message] = []
    left = [message]
    while left:
        part = left.pop()
        inner = part.get_payload() if part.is_multipart() else None
        if isinstance(inner, list):
            left += [p for p in reversed(inner) if isinstance(p, Message)]
        else:
            found.append(part)
    return found


def decoded(data: bytes, declared: str | None = None) -> tuple[str, str]:
    """The text of a page and its encoding: by its mark; UTF-8 if it is that; else what the page says, or UTF-8."""
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return data.decode(name, "replace"), name
    head = data[:_HEAD]
    if head[1::2].count(0) > len(head) // 4:
        return data.decode("utf-16-le", "replace"), "utf-16-le"
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    match = _CHARSET.search(head)
    said = declared or (match and (match[1] or match[2]).decode("ascii")) or "utf-8"
    name = _ENCODINGS.get(said.lower(), "cp1252")
    if name != "utf-8":
        return data.decode(name, "replace"), name
    many = data.decode("utf-8", "replace").count("\ufffd") > _MOST_PASTED
    return (data.decode("cp1252", "replace"), "cp1252") if many else (data.decode("utf-8", _PASTED), "utf-8")


def _pasted(error: UnicodeError) -> tuple[str, int]:
    """Bytes of Windows-1252 that were pasted into a page of UTF-8."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


_PASTED = "yosnlp.pasted"
codecs.register_error(_PASTED, _pasted)
