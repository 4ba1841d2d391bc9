"""Report to scores: every rating, score and key question, where it stands, and whether the sums come out."""

from yosnlp.ratings.scores import read_scores

__all__ = ["read_scores"]
