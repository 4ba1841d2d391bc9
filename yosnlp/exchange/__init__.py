"""Results to files that other programs read: tables, JSON lines, and the certificate of what was read."""

from yosnlp.exchange.export import check_name, export
from yosnlp.exchange.folder import check_free
from yosnlp.exchange.frames import frames, read_folder
from yosnlp.exchange.jsonl import finding_records, line
from yosnlp.exchange.review import read_review
from yosnlp.exchange.tables import Table
from yosnlp.exchange.write import write

__all__ = [
    "Table",
    "check_free",
    "check_name",
    "export",
    "finding_records",
    "frames",
    "line",
    "read_folder",
    "read_review",
    "write",
]
