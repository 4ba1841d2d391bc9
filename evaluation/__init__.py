"""Measures what yosnlp does on reports that were labelled by hand. Results are committed as Markdown."""
