"""A corpus of each version of the tables, to bring up to date from: ``0001.db.gz``, ``0001.postgres.sql.gz`` and on.

``python -m tests.store.versions`` makes those of the present version. One that was released is never made again.
"""
