"""A batch with bad files: the others are done, each bad one is named with its reason, a stopped run goes on."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from benchmarks import batch

_FILES = 40
_BAD = 2


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("batch")


@pytest.fixture(scope="module")
def bad(folder: Path) -> list[str]:
    return batch.write(folder / "in", _FILES)


@pytest.fixture(scope="module")
def whole(folder: Path, bad: list[str]) -> batch.Run:
    """A run that nothing disturbed."""
    return batch.watched(batch.tag(folder / "in", folder / "whole"), folder / "whole", ())


def test_each_bad_file_is_named_with_its_reason_and_the_others_are_done(whole: batch.Run, bad: list[str]) -> None:
    assert len(bad) == _BAD
    named = dict(batch.unread(whole.said))
    assert sorted(named) == sorted(bad)
    assert all(len(why) > 20 for why in named.values())
    assert whole.status == 1


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGKILL], ids=lambda sign: sign.name)
@pytest.mark.parametrize("after", [1, 23])
def test_a_run_that_was_stopped_goes_on_to_the_same_tables(
    sign: signal.Signals, after: int, whole: batch.Run, folder: Path
) -> None:
    out = folder / f"{sign.name}-{after}"
    first = batch.stopped(batch.tag(folder / "in", out), out, after, sign)
    assert batch.done(out) >= after
    assert not out.exists()
    if sign is signal.SIGINT:
        assert first.status == 130
        assert "Go on with the same command and --resume" in first.said
    last = batch.watched(batch.tag(folder / "in", out, "--resume"), out, ())
    assert last.status == whole.status
    assert batch.hashes(out) == batch.hashes(folder / "whole")


@pytest.mark.parametrize("make", batch.BAD)
def test_every_kind_of_bad_file_is_refused_in_words(make: batch.Bad, tmp_path: Path) -> None:
    from yosnlp import reading, reports
    from yosnlp.errors import UnreadableInput

    suffix, data = make(b"Staff were stretched. " * 400)
    (tmp_path / f"bad{suffix}").write_bytes(data)
    with pytest.raises(UnreadableInput) as refused:
        reports.understand(reading.read(tmp_path / f"bad{suffix}"))
    assert refused.value.mend
