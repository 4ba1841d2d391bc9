"""The reports of a run so far: each is read once, whatever its file, and has an id of its own."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field

from yosnlp.records import Document, TaggedReport
from yosnlp.text import letters

# Two files hold the same report if each says nearly all that the other does: the same report as a PDF and as a web
# page differ by what their reading loses. Two inspections of a service share few sentences; a report that was cut off
# says less than the whole one, and is kept beside it.
_SAME = 0.8
_FEWEST_STATEMENTS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """What of a report tells it again: hashes of its text and of its statements, programme, service and id."""

    source: str
    report_id: str
    programme: str
    service: str | None
    text: str
    statements: tuple[str, ...]

    @classmethod
    def of(cls, tagged: TaggedReport) -> Sighting:
        """That of a tagged report."""
        report = tagged.report
        return cls(
            source=report.document.source,
            report_id=report.id,
            programme=report.programme,
            service=report.service,
            text=_hash(report.document.text),
            statements=statements(finding.text for finding in tagged.findings),
        )


@dataclass(slots=True)
class Seen:
    """The reports seen, by what tells them again."""

    _by_text: dict[str, Sighting] = field(default_factory=dict)
    _by_service: dict[tuple[str, str | None], list[Sighting]] = field(default_factory=dict)
    _ids: set[str] = field(default_factory=set)

    def add(self, sighting: Sighting) -> None:
        """Remember a report."""
        self._by_text[sighting.text] = sighting
        self._by_service.setdefault((sighting.programme, sighting.service), []).append(sighting)
        self._ids.add(sighting.report_id)

    def text(self, document: Document) -> Sighting | None:
        """The report that has the same letters and digits, if there was one."""
        return self._by_text.get(_hash(document.text))

    def report(self, tagged: TaggedReport) -> Sighting | None:
        """The report on the same service that says the same in another file, if there was one."""
        this = Sighting.of(tagged)
        others = self._by_service.get((this.programme, this.service), ())
        return next((other for other in others if same(this.statements, other.statements)), None)

    def named(self, tagged: TaggedReport) -> TaggedReport:
        """``tagged`` with an id that no report before has: a name that was used gets the hash of the file."""
        report = tagged.report
        if report.id not in self._ids:
            return tagged
        return tagged.named(f"{report.id}-{report.document.sha256[:8]}")


def statements(texts: Iterable[str]) -> tuple[str, ...]:
    """What the findings of a report say, as hashes, each once."""
    return tuple(sorted({_hash(text) for text in texts}))


def same(said: Iterable[str], other: Iterable[str]) -> bool:
    """Whether those are the `statements` of one report in two files."""
    these, those = set(said), set(other)
    most = max(len(these), len(those))
    return most >= _FEWEST_STATEMENTS and len(these & those) >= _SAME * most


def _hash(text: str) -> str:
    return hashlib.blake2b(letters(text).encode(), digest_size=8).hexdigest()
