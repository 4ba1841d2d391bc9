"""What can go wrong, in the caller's words: what, what was found, and how to mend it."""

from __future__ import annotations


class YosnlpError(Exception):
    """Base of all errors that yosnlp raises on purpose; its text is one line for a person."""


class UnreadableInput(YosnlpError):
    """A file cannot be read as a report."""

    def __init__(self, source: str, reason: str, mend: str) -> None:
        super().__init__(f"{source}: {reason}. {mend}")
        self.source = source
        self.reason = reason
        self.mend = mend


class NotAReport(UnreadableInput):
    """A file was read, but is not an inspection report of a known programme."""


class NoReports(YosnlpError):
    """The paths given hold nothing that could be a report."""


class InvalidData(YosnlpError):
    """A codebook, framework, cue or annotation file breaks its schema; all breaches are listed, a line each."""


class OutputExists(YosnlpError):
    """The output folder holds something that this program did not write."""


class CorpusError(YosnlpError):
    """A corpus cannot be opened, read or written."""
