"""What stands in for models in the tests of `add`: a tagger that finds the same in every report, and its vectors."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from tests.exchange import made
from tests.store.made import LABELS, vectors
from yosnlp.errors import NotAReport
from yosnlp.records import Certificate, Document, Period, Remark, TaggedReport

HALF = "Half of it is missing."
LOST = "Standard 3.4 Joint working has no section."
NO_REPORT = "A recipe for soup."


@dataclass
class Model:
    """A stand-in model: its hash, and the documents that it was given. ``times``: how many findings it makes of one."""

    sha256: str = "cd" * 32
    times: int = 1

    def __post_init__(self) -> None:
        self.tagged: list[str] = []

    def tag_document(self, document: Document, models: Any, **options: Any) -> TaggedReport:
        if NO_REPORT in document.text:
            raise NotAReport(document.source, "not an inspection report", "Give a report.")
        self.tagged.append(document.source)
        name = Path(document.source).stem.lower()
        report = made.tagged().named(name)
        found = [
            replace(finding, id=f"{name}-{i}-{n}", repeat_of=None)
            for i in range(self.times)
            for n, finding in enumerate(report.findings, start=1)
        ]
        themes = {finding.id: report.themes.get(f"{name}-{finding.id[-1]}", ()) for finding in found}
        service, _, year = document.text.rsplit("Service: ", 1)[-1].split("\n")[0].strip().partition(", ")
        held = replace(
            report.report,
            document=document,
            service=service,
            published=Period(first=date(int(year), 5, 1), last=date(int(year), 5, 31)),
        )
        reasons = (Remark(code="missing_section", says=LOST),) if HALF in document.text else ()
        certificate = Certificate(grade="partial" if reasons else "complete", text_whole=not reasons, reasons=reasons)
        return replace(report, report=held, findings=tuple(found), themes=themes, links=(), certificate=certificate)

    def use(self, setattr_: Any) -> Model:
        """Set it in the pipeline's place of the shipped models, by ``setattr_(module, name, value)``."""
        from yosnlp.pipeline import coder

        themes = tuple(SimpleNamespace(id=theme, label=label) for theme, label in LABELS)
        codebook = SimpleNamespace(version=1, themes=themes)
        loaded = SimpleNamespace(name="fast", codebook=codebook)

        def load(model: str) -> Any:
            loaded.sha256 = self.sha256
            return loaded

        stands = SimpleNamespace(
            DEFAULT="fast",
            load=load,
            sha256_of=lambda model: self.sha256,
            codebook_of=lambda model: codebook,
            names=lambda: ["fast"],
        )
        setattr_(coder, "themes", stands)
        setattr_(coder, "tag_document", self.tag_document)
        setattr_(coder, "_vectors", lambda findings: vectors(SimpleNamespace(findings=findings)))  # type: ignore[arg-type]
        return self


def write(folder: Path, name: str, service: str | None = None, *, year: int = 2019, more: str = "") -> Path:
    """A report in ``folder`` that the stand-in reads."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.txt"
    path.write_text(f"{made.TEXT}\n{more}\nService: {service or name}, {year}\n", encoding="utf-8")
    return path
