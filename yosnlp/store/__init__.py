"""Reports kept and found again: a corpus in an SQLite file, or in PostgreSQL for a team."""

from yosnlp.store.corpus import Corpus, Stored
from yosnlp.store.database import is_corpus, url
from yosnlp.store.found import Found, Hit

__all__ = ["Corpus", "Found", "Hit", "Stored", "is_corpus", "url"]
