"""Findings and ratings to figures across reports, each with its denominator and its uncertainty."""

from yosnlp.analysis.frequency import theme_frequency

__all__ = ["theme_frequency"]
