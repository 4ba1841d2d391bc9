"""The tables that an analysis starts from, wherever they lie."""

from __future__ import annotations

from pathlib import Path

from yosnlp import exchange
from yosnlp.errors import InvalidData
from yosnlp.store import Corpus, url
from yosnlp.tables import Tables


def read_tables(where: str | Path) -> Tables:
    """The tables in a folder that `yosnlp tag` wrote, in a corpus file, or in the corpus at a ``postgresql://`` URL.

    Raises InvalidData if there are none, CorpusError for a corpus that cannot be read.
    """
    path = Path(where)
    if url(where) is None:
        if not path.exists():
            raise InvalidData(
                f"{where}: no such folder or corpus. Give a folder that 'yosnlp tag PATH... --out DIR' wrote, "
                "or a corpus that 'yosnlp add PATH... --corpus FILE' made."
            )
        if path.is_dir():
            return exchange.read_folder(path)
    with Corpus.open(where) as corpus:
        return corpus.tables()
