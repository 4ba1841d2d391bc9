"""The inspection programmes: their domains, standards, scale and rules, read from ``corpus/frameworks``.

A further programme is a further file there; nothing in the code names one.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from yosnlp import resources
from yosnlp.errors import InvalidData
from yosnlp.records import SectionKind


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class KeyQuestionOf(_Data):
    """A key question of a standard, told in a report by the words in ``about``."""

    id: str
    matter: str
    about: tuple[str, ...]


class Standard(_Data):
    """A standard, or a criterion or theme of an older programme.

    ``rated_as`` are the words in which a sentence that rates it names it ("work to reduce reoffending"). One that is
    ``rated_apart`` is not part of the total; that one or an ``optional`` one is not missed where a report lacks it.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    describes: tuple[str, ...] = ()
    concerns: tuple[str, ...] = ()
    matter: str | None = None
    rated_as: tuple[str, ...] = ()
    rated_apart: bool = False
    optional: bool = False
    key_questions: tuple[KeyQuestionOf, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)


class Domain(_Data):
    """A domain, or a section of a Core Case Inspection. ``alone_on``: themes that only this domain looks at.

    One that is ``optional`` is not missed where a report does not name it. One that is not ``headed`` has no heading
    in a report, and its standards stand there by themselves.
    """

    id: str
    number: str
    name: str
    aliases: tuple[str, ...] = ()
    alone_on: tuple[str, ...] = ()
    headed: bool = True
    optional: bool = False
    standards: tuple[Standard, ...]

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)


class Cue(_Data):
    """Words that tell a programme, with their weight."""

    words: str
    weight: float


class Headline(_Data):
    """A headline score of a Core Case Inspection and the words in which reports name it."""

    id: str
    name: str
    words: tuple[str, ...]


class Total(_Data):
    """The rule from the total of points to the overall rating: each rating from so many points."""

    out_of: int
    bands: dict[str, int]


class Discretion(_Data):
    """When a panel may depart from the rule: within so many per cent points, or on so few cases."""

    points: int
    cases: int


class HeadingOf(_Data):
    """Words that head a part of a report of any programme, or of one. ``begins`` need only stand at the start.

    Of a ``part`` the section stands beside the domains; ``within`` a standard; ``list`` and ``aside`` in what they
    follow.
    """

    kind: SectionKind
    level: Literal["part", "summary", "commentary", "within", "list", "aside"]
    headings: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()


class Framework(_Data):
    """An inspection programme. ``years``: the first and the last of its inspections; no last while it goes on.

    ``scale``: ratings with points, scores in per cent, stars with words, or none. ``ratings`` are its words from the
    worst to the best; of stars, as many stars as is the place of the word. ``sections`` are headings that it uses in a
    sense of its own. What is ``apart`` is no inspection of one service, and enters no share of inspections.
    """

    id: str
    label: str
    years: tuple[int, int | None] | None = None
    recognise: tuple[Cue, ...]
    scale: Literal["rating", "score", "stars", "none"]
    apart: bool = False
    ratings: tuple[str, ...] = ()
    bands: dict[str, int] = Field(default_factory=dict)
    overall: Total | None = None
    discretion: Discretion | None = None
    comments: tuple[str, ...] = ()
    headlines: tuple[Headline, ...] = ()
    samples: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    sections: tuple[HeadingOf, ...] = ()
    domains: tuple[Domain, ...]

    def standards(self) -> Iterator[tuple[Domain, Standard]]:
        """Each standard with its domain, in the order of the programme."""
        for domain in self.domains:
            for standard in domain.standards:
                yield domain, standard

    def standard(self, standard_id: str | None) -> Standard | None:
        """The standard of that id, or None."""
        return next((s for _, s in self.standards() if s.id == standard_id), None)

    def domain_of(self, standard_id: str) -> Domain | None:
        """The domain that holds the standard, or None."""
        return next((d for d, s in self.standards() if s.id == standard_id), None)


def load(path: Path) -> Framework:
    """The framework in the YAML file ``path``. Raises InvalidData with all that breaks the schema."""
    try:
        return Framework.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except (ValidationError, yaml.YAMLError) as e:
        raise InvalidData(f"{path}: not a valid framework: {e}") from e


@cache
def sections() -> tuple[HeadingOf, ...]:
    """The headings of parts that reports of all programmes have."""
    raw = yaml.safe_load(resources.corpus("sections.yaml").read_text(encoding="utf-8"))
    return tuple(HeadingOf.model_validate(entry) for entry in raw)


#: The id of the framework of reports that are no inspection of one service: no domains, no ratings.
OTHER = "other"


@cache
def frameworks() -> dict[str, Framework]:
    """All frameworks that ship with yosnlp, by id."""
    loaded = [load(path) for path in sorted(resources.corpus("frameworks").glob("*.yaml"))]
    return {framework.id: framework for framework in loaded}
