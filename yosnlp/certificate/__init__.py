"""A report as read to its certificate: what was read of it, and whether that is all."""

from yosnlp.certificate.certify import certify

__all__ = ["certify"]
