"""OpenDocument texts to a `Document`. `read` is the way in."""

from yosnlp.reading.odt.reader import read

__all__ = ["read"]
