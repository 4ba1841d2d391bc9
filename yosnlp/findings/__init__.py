"""Reports to findings: lists, recommendations, prose, examples, amounts, repeats."""

from yosnlp.findings.contrast import Judge
from yosnlp.findings.extract import extract

__all__ = ["Judge", "extract"]
