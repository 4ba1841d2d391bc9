"""Tables of a run to figures across reports, each with its denominator and its uncertainty."""

from yosnlp.analysis.frequency import ANY, frequency

__all__ = ["ANY", "frequency"]
