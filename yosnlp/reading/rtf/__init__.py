"""RTF to a `Document`. `read` is the way in."""

from yosnlp.reading.rtf.reader import read

__all__ = ["read"]
