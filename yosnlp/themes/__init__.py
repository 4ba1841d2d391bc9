"""Findings to themes and polarity: codebook, cues, models, thresholds, evidence."""

from yosnlp.themes.classifier import Scored, ThemeClassifier
from yosnlp.themes.codebook import Codebook, load_codebook
from yosnlp.themes.load import DEFAULT, Models, codebook_of, load, names, sha256_of

__all__ = [
    "DEFAULT",
    "Codebook",
    "Models",
    "Scored",
    "ThemeClassifier",
    "codebook_of",
    "load",
    "load_codebook",
    "names",
    "sha256_of",
]
