"""Where the quotations of a bar or cell stand in the page."""

from __future__ import annotations

from yosnlp.report.wording import slug


def of_theme(theme: str) -> str:
    """The anchor of a theme's quotations."""
    return f"q-{slug(theme)}"


def of_side(theme: str, polarity: str) -> str:
    """The anchor of those of one side."""
    return f"{of_theme(theme)}--{slug(polarity)}"


def of_cell(theme: str, polarity: str, programme: str | None, standard_id: str | None) -> str:
    """The anchor of those under one standard, or under none."""
    return f"{of_side(theme, polarity)}--{slug(programme)}--{slug(standard_id)}"
