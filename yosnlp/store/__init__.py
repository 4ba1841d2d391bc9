"""Reports kept and found again: a corpus in an SQLite file, or in PostgreSQL for a team."""

from yosnlp.store.corpus import Corpus, Stored
from yosnlp.store.database import is_corpus, url

__all__ = ["Corpus", "Stored", "is_corpus", "url"]
