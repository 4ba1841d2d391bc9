"""Saved web pages to a `Document`.

lxml takes them apart. Tried on the same pages: selectolax 1.0 parses as a browser does and as fast, but unclosed
emphasis in many paragraphs (200 kB) took all memory, and nested blocks took time by the square of their depth;
trafilatura 2.3 leaves out what it takes for boilerplate, and cannot say where in the page the rest stands. libxml2,
which lxml uses, is linear on these. It stops below 2,000 levels; deeper tags are left out before, their text is kept.
"""

from __future__ import annotations

from yosnlp.errors import UnreadableInput
from yosnlp.reading.options import Options
from yosnlp.reading.structured.builder import Builder
from yosnlp.reading.web.furniture import furniture
from yosnlp.reading.web.page import decoded, page_in
from yosnlp.reading.web.taming import tamed
from yosnlp.reading.web.text import Text
from yosnlp.records import Document

_EMPTY = ("there is no text in it", "Check that the page was saved whole.")


def read(data: bytes, source: str, _options: Options | None = None) -> Document:
    """The document that a saved page is, HTML or MHTML. Pages of a web page are not known.

    Raises UnreadableInput for a page without text.
    """
    from lxml import etree

    page, declared = page_in(data, source)
    text, encoding = decoded(page, declared)
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True, recover=True
    )
    try:
        root = etree.fromstring(tamed(text).encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as e:
        raise UnreadableInput(source, *_EMPTY) from e
    if root is None:
        raise UnreadableInput(source, *_EMPTY)
    builder = Builder()
    builder.add(Text(furniture(root)).parts(root))
    return builder.document(data, source, format_="html", encoding=encoding)
