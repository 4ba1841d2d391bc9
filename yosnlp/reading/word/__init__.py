"""Word files (.docx) to a `Document`. `read` is the way in."""

from yosnlp.reading.word.reader import read

__all__ = ["read"]
