"""Findings to themes and polarity: codebook, cues, models, thresholds, evidence."""

from yosnlp.themes.classifier import Scored, ThemeClassifier
from yosnlp.themes.codebook import Codebook, load_codebook
from yosnlp.themes.load import DEFAULT, Models, load, names

__all__ = ["DEFAULT", "Codebook", "Models", "Scored", "ThemeClassifier", "load", "load_codebook", "names"]
