"""Documents to reports: which programme, which service, when, and how the text is divided."""

from yosnlp.reports.understand import understand

__all__ = ["understand"]
