"""The certificates of samples and of texts, as the pipeline makes them, less the judge of polarity."""

from __future__ import annotations

from functools import cache

from evaluation.certificate import certificate_of, damaged
from yosnlp import reading, resources
from yosnlp.records import Certificate, Document, Report

SAMPLES = sorted(path.name for path in resources.corpus("sample").iterdir() if path.is_file())


@cache
def sample(name: str) -> tuple[Certificate, Report]:
    """The certificate of a bundled sample, and the sample."""
    return certificate_of(reading.read(resources.corpus("sample", name)))


def certificate_with(name: str, text: str) -> Certificate:
    """That of a sample with another text. Raises NotAReport."""
    _, report = sample(name)
    return certificate_of(damaged(report.document, text), report.programme)[0]


def codes(certificate: Certificate) -> set[str]:
    """The codes of the reasons."""
    return {reason.code for reason in certificate.reasons}


def swapped(document: Document, old: str, new: str) -> str:
    """The text of a document with ``old``, which must stand in it, replaced once."""
    assert old in document.text
    return document.text.replace(old, new, 1)
