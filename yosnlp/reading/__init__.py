"""Files to documents: text as it stands in the file, and what was recognised in it, by offset."""

from yosnlp.reading.read import inputs, read, read_again

__all__ = ["inputs", "read", "read_again"]
