"""Commands run on reports made by hand: the pipeline and the codebook are stood in for."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

import pytest
from typer.testing import CliRunner, Result

import yosnlp
import yosnlp.themes
from tests.exchange.made import results, tagged
from yosnlp import exchange
from yosnlp.cli import app
from yosnlp.errors import NoReports, UnreadableInput
from yosnlp.pipeline.tables import read_tables
from yosnlp.pipeline.writing import Written, write_tables
from yosnlp.reading import Options
from yosnlp.records import Results, TaggedReport, Unread

Run = Callable[..., Result]


@dataclass
class Pipeline:
    """What stands in for `yosnlp.pipeline`: gives the outcome that a test sets, or raises it."""

    outcome: Results | BaseException = field(default_factory=lambda: results(tagged()))
    calls: list[tuple[tuple[Path, ...], str | None]] = field(default_factory=list)

    def tag(
        self,
        paths: Sequence[Path],
        *,
        model: str | None = None,
        progress: Callable[[int, int, str], None] | None = None,
    ) -> Results:
        self.calls.append((tuple(paths), model))
        if progress:
            progress(1, 2, "in/[bold]marrowdale\x1b.txt")
        if isinstance(self.outcome, BaseException):
            raise self.outcome
        return self.outcome

    def tag_to(
        self,
        paths: Sequence[Path],
        out: Path,
        *,
        model: str | None = None,
        options: Options | None = None,
        allow_other: bool = False,
        resume: bool = False,
        progress: Callable[[int, int, str], None] | None = None,
    ) -> Written:
        exchange.check_free(out)
        found = self.tag(paths, model=model, progress=progress)
        content = exchange.Content.of(found)
        if found.reports:
            write_tables(content, out)
        return Written(
            reports=len(found.reports),
            findings=len(content.findings),
            unread=found.unread,
            partial=tuple(told for told in map(exchange.in_part, content.certificate["reports"]) if told),
        )

    def check(
        self,
        paths: Sequence[Path],
        *,
        options: Options | None = None,
        allow_other: bool = False,
        progress: Callable[[int, int, str], None] | None = None,
    ) -> list[TaggedReport | Unread]:
        found = self.tag(paths, progress=progress)
        return [*found.reports, *found.unread]

    def tag_one(self, path: Path, *, model: str | None = None) -> TaggedReport:
        outcome = self.tag([path], model=model)
        if not outcome.reports:
            raise UnreadableInput(str(path), "no such file", "Check the path.")
        return outcome.reports[0]


@dataclass(frozen=True)
class Theme:
    """A theme as the codebook gives it."""

    id: str
    group: str
    label: str
    definition: str = "What it is."
    include: tuple[str, ...] = ("a thing in",)
    exclude: tuple[str, ...] = ()


@dataclass(frozen=True)
class Codebook:
    """A codebook of three themes; a rule holds the letters of one it is not about."""

    version: int = 1
    groups: dict[str, str] = field(default_factory=lambda: {"needs": "Children's needs", "oocd": "Victims and panels"})
    themes: tuple[Theme, ...] = (
        Theme("ete", "needs", "Education, training and employment", include=("schools", "colleges")),
        Theme("victims", "oocd", "Victims", exclude=("reparation",)),
        Theme("oocd_decision_making", "oocd", "Out-of-court decisions"),
    )
    rules: tuple[str, ...] = ("Victims of crime, also complete strangers - victims.", "Panels - oocd_decision_making.")
    polarity: dict[str, str] = field(default_factory=lambda: {"strength": "Done well."})


@pytest.fixture(autouse=True)
def pipeline(monkeypatch: pytest.MonkeyPatch) -> Pipeline:
    stand_in, module, codebook = Pipeline(), ModuleType("yosnlp.pipeline"), ModuleType("yosnlp.themes.codebook")
    module.tag, module.tag_one, module.tag_to = stand_in.tag, stand_in.tag_one, stand_in.tag_to  # type: ignore[attr-defined]
    module.check = stand_in.check  # type: ignore[attr-defined]
    module.read_tables = read_tables  # type: ignore[attr-defined]
    load = ModuleType("yosnlp.themes.load")
    codebook.load_codebook = Codebook  # type: ignore[attr-defined]
    load.codebook_of = lambda model=None: Codebook()  # type: ignore[attr-defined]
    stood_in = ((yosnlp, "pipeline", module), (yosnlp.themes, "codebook", codebook), (yosnlp.themes, "load", load))
    for parent, name, child in stood_in:
        monkeypatch.setitem(sys.modules, child.__name__, child)
        monkeypatch.setattr(parent, name, child, raising=False)
    return stand_in


@pytest.fixture
def nothing_found(pipeline: Pipeline) -> None:
    pipeline.outcome = NoReports("in: no reports found. Give files or folders with reports.")


@pytest.fixture
def run() -> Run:
    def invoke(*args: object) -> Result:
        return CliRunner().invoke(app, [str(arg) for arg in args], prog_name="yosnlp")

    return invoke
