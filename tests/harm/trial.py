"""One bad file through all that yosnlp does to a file: read, understood, tagged, certified, written."""

from __future__ import annotations

import json
import tempfile
import traceback
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Literal, TypeAlias, cast

from tests.harm.stand_ins import AnyThemes, any_polarity
from yosnlp import exchange, reading, themes
from yosnlp.errors import UnreadableInput, YosnlpError
from yosnlp.exchange import Unfinished
from yosnlp.pipeline.seen import Sighting
from yosnlp.pipeline.tagging import Tagger, tag_document
from yosnlp.pipeline.writing import write_tables
from yosnlp.reading.formats import format_of, reader
from yosnlp.reading.layout import layout, parts
from yosnlp.records import Document, TaggedReport, Unread
from yosnlp.text import view
from yosnlp.themes import Models
from yosnlp.themes.polarity import PolarityModel

Verdict: TypeAlias = Literal["tagged", "no_report", "read", "refused", "fault", "memory", "slow", "died"]
#: What became of an input that is as it should be: it was tagged, or refused in words; read and not looked at further.
SOUND: tuple[Verdict, ...] = ("tagged", "no_report", "read", "refused")
_WRITTEN_AFTER = 200  # inputs
_CODED_OF = 10  # inputs, one is coded by the real models: they see the texts of findings alone
_DEEPEST_SHOWN = 4  # calls


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an input: the verdict, and the reason in words or the error with the calls that led to it."""

    verdict: Verdict
    why: str = ""


@dataclass(slots=True)
class Trial:
    """Puts one input after another through all steps in this process; each some hundred the tables are written.

    All are read; the steps after it see a ``share`` of those that are read as no other before. ``heard`` is called
    with the number of characters of each that they see.
    """

    share: float = 1.0
    heard: Callable[[int], object] = int
    _place: tempfile.TemporaryDirectory[str] = field(
        default_factory=lambda: tempfile.TemporaryDirectory(prefix="yosnlp-harm-")
    )
    _tagger: Tagger = field(default_factory=lambda: Tagger(themes.load("fast"), reading.Options()))
    _run: Unfinished | None = None
    _kept: list[str] = field(default_factory=list)
    _tried: int = 0
    _due: float = 1.0
    _known: dict[int, Outcome] = field(default_factory=dict)

    @property
    def folder(self) -> Path:
        """Where it writes; removed with it."""
        return Path(self._place.name)

    def close(self) -> None:
        """Remove what it wrote."""
        self._place.cleanup()

    def of(self, data: bytes, suffix: str) -> Outcome:
        """What becomes of ``data``, from a file whose name ends in ``suffix``."""
        found: Outcome | None = None
        for name, inner, end in self._files(data, suffix):
            outcome = self._one(name, inner, end)
            if found is None or outcome.verdict not in SOUND or found.verdict in ("refused", "no_report"):
                found = outcome
            if found.verdict not in SOUND:
                break
        return found or Outcome("refused", "no files in it")

    def _files(self, data: bytes, suffix: str) -> Iterator[tuple[str, bytes | Outcome, str]]:
        """The files that are to be read: itself, or the members of an archive."""
        if suffix != ".zip":
            yield f"larkmoor{suffix}", data, suffix
            return
        path = self.folder / "reports.zip"
        path.write_bytes(data)
        try:
            for file in reading.inputs([path]):
                yield file.source, self._data(file), file.suffix
        except YosnlpError:
            return
        except Exception as e:
            yield str(path), Outcome("fault", told(e)), ""

    @staticmethod
    def _data(file: reading.Input) -> bytes | Outcome:
        try:
            return file.data()
        except UnreadableInput as e:
            return Outcome("refused", e.reason)
        except Exception as e:
            return Outcome("fault", told(e))

    def _one(self, name: str, data: bytes | Outcome, suffix: str) -> Outcome:
        if isinstance(data, Outcome):
            return data
        tagged: TaggedReport | None = None
        try:
            document = _read(data, name, suffix)
            same = hash((document.text, document.blocks, document.hidden, document.pages))
            if same in self._known:
                return self._known[same]
            self._due += self.share
            if self._due < 1:
                return Outcome("read")
            self._due -= 1
            self.heard(len(document.text))
            try:
                tagged = tag_document(document, self._models())
                outcome = Outcome("tagged", tagged.certificate.grade if tagged.certificate else "")
            except UnreadableInput as e:
                outcome = Outcome("no_report", e.reason)
            kept = tagged or Unread(source=name, reason=outcome.why)
            self._keep(name, kept)
            self._known[same] = outcome
        except UnreadableInput as e:
            return Outcome("refused", e.reason)
        except MemoryError as e:
            return Outcome("memory", told(e))
        except Exception as e:
            return Outcome("fault", told(e))
        return outcome

    def _models(self) -> Models:
        """What codes the next input: the real models now and then, most often what takes no time and says anything."""
        self._tried += 1
        if self._tried % _CODED_OF == 0:
            return self._tagger.models
        return replace(self._tagger.models, themes=AnyThemes(), polarity=cast("PolarityModel", any_polarity))

    def _keep(self, name: str, outcome: TaggedReport | Unread) -> None:
        """Keep what was found as a run does, check its places, and write the tables each some hundred inputs."""
        if isinstance(outcome, TaggedReport):
            check(outcome)
        if self._run is None:
            self._run = Unfinished(self.folder / "out")
            self._run.begin({})
        where = f"{name}#{len(self._kept)}"
        memory = {} if isinstance(outcome, Unread) else asdict(Sighting.of(outcome))
        self._run.keep(where, "", outcome, themes=[theme for theme, _ in self._tagger.themes], memory=memory)
        self._kept.append(where)
        if len(self._kept) >= _WRITTEN_AFTER:
            self.write()

    def write(self) -> None:
        """Write the tables of what was kept, and begin anew."""
        if self._run is not None:
            run = exchange.run(self._tagger.provenance({}), self._tagger.themes)
            kept, self._kept, unfinished, self._run = self._kept, [], self._run, None
            write_tables(unfinished.content(run, kept), self.folder / "out")


def _read(data: bytes, name: str, suffix: str) -> Document:
    """The document, as the process that reads gives it to the one that asks."""
    format_ = format_of(data, suffix)
    if format_ is None:
        raise UnreadableInput(name, "files of this type are not read", "")
    document = reader(format_.reader)(data, name, reading.Options())
    if not format_.guarded:
        return document
    plain = {n: getattr(document, n) for n in ("text", "source", "format", "encoding", "sha256")}
    fields: dict[str, Any] = json.loads(json.dumps({**plain, **layout(document)}).encode())
    given = Document(**{**fields, **parts(fields)})
    if given != document:
        raise AssertionError("the document is another after it was handed on")
    return given


def check(tagged: TaggedReport) -> None:
    """That each place lies in the text, and each finding says what stands at its place."""
    document = tagged.report.document
    size = len(document.text)
    for span in (*document.blocks, *document.hidden, *document.pages, *tagged.report.sections, *tagged.scores.places):
        if not 0 <= span.start <= span.end <= size:
            raise AssertionError(f"{type(span).__name__} from {span.start} to {span.end} in {size} characters")
    for finding in tagged.findings:
        if view(document, finding.start, finding.end).text != finding.text:
            raise AssertionError(f"finding {finding.id} does not say what stands at its place")


def told(error: BaseException) -> str:
    """An error with the calls that led to it, the last ones, on one line."""
    calls = traceback.extract_tb(error.__traceback__)
    ours = [call for call in calls if "yosnlp" in call.filename][-_DEEPEST_SHOWN:]
    places = " > ".join(f"{Path(call.filename).name}:{call.lineno} {call.name}" for call in ours)
    return f"{type(error).__name__}: {str(error)[:200]} ({places})"
