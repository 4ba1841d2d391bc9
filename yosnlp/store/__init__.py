"""Reports kept and found again: a corpus in an SQLite file, or in PostgreSQL for a team."""

from yosnlp.store.corpus import Corpus, Stored

__all__ = ["Corpus", "Stored"]
