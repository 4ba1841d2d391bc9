"""What a check says of a file is what tagging it says, and what a corpus keeps of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from yosnlp import exchange, pipeline, resources
from yosnlp.errors import NoReports
from yosnlp.records import TaggedReport, Unread
from yosnlp.store import Corpus

_SAMPLE = resources.corpus("sample", "northmere-yjs.md")


def entries(certificate: dict[str, object]) -> object:
    """As they stand in a file."""
    return json.loads(json.dumps(certificate))


def test_a_check_gives_the_entries_that_tagging_gives() -> None:
    tagged = pipeline.tag([_SAMPLE])
    checked = exchange.certificate(pipeline.check([_SAMPLE]))
    assert entries(checked) == entries(exchange.certificate(tagged.reports))


def test_a_corpus_keeps_them(tmp_path: Path) -> None:
    with Corpus.open(tmp_path / "yos.db", create=True) as corpus:
        pipeline.add([_SAMPLE], corpus)
        kept = dict(corpus.content().certificate)
    assert entries(kept) == entries(exchange.certificate(pipeline.check([_SAMPLE])))


def test_what_cannot_be_read_is_told_and_does_not_stop_the_rest(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Sir, the tea was warm.", encoding="utf-8")
    told: list[tuple[int, int, str]] = []
    outcomes = list(pipeline.check([letter, _SAMPLE], progress=lambda *said: told.append(said)))
    assert isinstance(outcomes[0], Unread)
    assert isinstance(outcomes[1], TaggedReport)
    assert not any(outcomes[1].themes.values())
    assert [done for done, _, _ in told] == [1, 2]


def test_nothing_to_read_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(NoReports, match="no reports found"):
        pipeline.check([tmp_path])
