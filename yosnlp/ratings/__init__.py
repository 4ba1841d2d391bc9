"""Report to scores: every rating, score and key question, where it stands, and whether the sums come out."""

from yosnlp.ratings.linking import link
from yosnlp.ratings.scores import read_scores

__all__ = ["link", "read_scores"]
