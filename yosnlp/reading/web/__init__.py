"""Saved web pages to a `Document`. `read` is the way in."""

from yosnlp.reading.web.reader import read

__all__ = ["read"]
