"""The certificate of a file that could not be read."""

from __future__ import annotations

from yosnlp.records import Certificate, Remark


def unreadable(reason: str) -> Certificate:
    """The certificate of a file that could not be read, for the ``reason`` given."""
    return Certificate(grade="failed", reasons=(Remark(code="unreadable", says=reason),))
