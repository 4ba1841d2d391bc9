"""The codebook: themes with their definitions and the rules between them (``corpus/codebook.yaml``)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from yosnlp import resources
from yosnlp.errors import InvalidData


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Theme(_Data):
    """What a finding can be about."""

    id: str
    group: str
    label: str
    definition: str
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()


class Codebook(_Data):
    """The themes in their order, with the rules for where two meet and for polarity."""

    version: int
    groups: dict[str, str]
    themes: tuple[Theme, ...]
    rules: tuple[str, ...] = ()
    polarity: dict[str, str]

    @model_validator(mode="after")
    def _consistent(self) -> Codebook:
        ids = [theme.id for theme in self.themes]
        twice = sorted({i for i in ids if ids.count(i) > 1})
        groupless = [t.id for t in self.themes if t.group not in self.groups]
        problems = [f"theme {i} stands twice" for i in twice] + [f"group of {i} is unknown" for i in groupless]
        if problems:
            raise ValueError("; ".join(problems))
        return self

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the themes, in the order of the codebook."""
        return tuple(theme.id for theme in self.themes)


@cache
def load_codebook(path: Path | None = None) -> Codebook:
    """The codebook in ``path``, or the one that ships with yosnlp. Raises InvalidData with all breaches."""
    source = path or resources.corpus("codebook.yaml")
    try:
        return Codebook.model_validate(yaml.safe_load(source.read_text(encoding="utf-8")))
    except (ValidationError, yaml.YAMLError) as e:
        raise InvalidData(f"{source}: not a valid codebook: {e}") from e
