"""Files larger than any report: refused at once, without being read."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from tests.harm import seeds
from tests.harm.small_reports import YOUTH_JUSTICE
from tests.harm.trial import Trial
from yosnlp import pipeline, reading
from yosnlp.errors import UnreadableInput
from yosnlp.reading import limits
from yosnlp.reading.formats import format_of, reader


@pytest.fixture
def large(tmp_path: Path) -> Path:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        os.truncate(file.fileno(), 200 * limits.MEGABYTE)  # as large as it says, and hardly a byte on the disk
    return path


def test_a_text_of_200_mb_is_refused_without_being_read(large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("read"))
    with pytest.raises(
        UnreadableInput, match=r"large\.txt: larger than any report \(limit 100 MB\)\. Give each report"
    ):
        reading.read(large)


def test_beside_a_text_of_200_mb_the_others_are_read(large: Path, tmp_path: Path) -> None:
    (tmp_path / "larkmoor.txt").write_bytes(seeds.text(YOUTH_JUSTICE))
    written = pipeline.tag_to([tmp_path], tmp_path / "out", model="fast")
    assert (written.reports, [Path(unread.source).name for unread in written.unread]) == (1, ["large.txt"])


def test_a_text_of_more_characters_than_any_report_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "long.md"
    path.write_bytes(b"Staff were stretched.\n" * (limits.TEXT // 20))
    with pytest.raises(UnreadableInput, match="characters are more than any report has"):
        reading.read(path)


@pytest.mark.parametrize("format_", ["html", "rtf", "docx", "odt", "pdf"])
def test_so_is_one_in_mark_up(format_: str, monkeypatch: pytest.MonkeyPatch) -> None:
    suffix, write = seeds.WRITERS[format_]
    data = write(YOUTH_JUSTICE)
    found = format_of(data, suffix)
    monkeypatch.setattr(limits, "TEXT", 1000)
    with pytest.raises(UnreadableInput, match=r"characters are more than any report has \(limit 1,000\)"):
        reader(found.reader)(data, f"long{suffix}", reading.Options())  # type: ignore[union-attr]


def test_a_standard_that_is_headed_again_and_again_takes_time_by_its_length() -> None:
    """Of the processor, and as a multiple of what a quarter of it takes: 4, and 16 where sections are compared."""
    head, _, rest = seeds.markdown(YOUTH_JUSTICE).partition(b"## 2.1. Assessment\n")
    trial = Trial()

    def seconds(times: int) -> float:
        data = head + b"## 2.1. Assessment\n" * times + rest
        started = time.process_time()
        assert trial.of(data, ".md").verdict == "tagged"
        return time.process_time() - started

    seconds(10)
    assert seconds(8_000) < 10 * min(seconds(2_000), seconds(2_001))
    trial.close()
