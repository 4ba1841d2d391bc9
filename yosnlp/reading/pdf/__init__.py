"""PDF to a `Document`, by the places of words on the page. `read` is the way in."""

from yosnlp.reading.pdf.reader import read

__all__ = ["read"]
