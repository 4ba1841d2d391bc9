"""Reads youth justice inspection reports: findings, themes and ratings, each with its place in the text."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("yosnlp")
except PackageNotFoundError:  # a checkout that is not installed
    __version__ = "0+unknown"
